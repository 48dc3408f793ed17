import { LANGUAGES, type Language } from '../../src/domain/language/language';
import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';

/** Fixes the language the citizen names, or asks which. */
export function changeLanguage(turn: DialogTurn): Outcome {
  const { desk, memory, conversation } = turn;
  const language = namedLanguage(turn);
  if (language === undefined) {
    const choices = LANGUAGES.map((choice) => desk.phrases.say(choice, 'language.name'));
    return { memory, replies: [message(turn, say(turn, 'language.ask'), choices)] };
  }
  const changed = { ...turn, conversation: { ...conversation, language } };
  return {
    memory: { ...memory, languageFixed: true },
    conversation: changed.conversation,
    replies: [message(changed, say(changed, 'language.changed'))],
  };
}

/** The last language named wins: in "한국어 말고 영어로" it is English. Traditional Chinese is Chinese, named closer. */
function namedLanguage({ desk, text }: DialogTurn): Language | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  return LANGUAGES.flatMap((language) =>
    desk.phrases
      .words(language, 'speak')
      .map((word) => ({ language, at: said.lastIndexOf(word), length: word.length }))
      .filter(({ at }) => at >= 0),
  ).sort((a, b) => b.at + b.length - (a.at + a.length) || b.length - a.length)[0]?.language;
}
