import type { Question } from '../../src/domain/service/service';
import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import type { Memory } from '../memory';

/** Asks one of a service's own questions, differently the second time. */
export function askQuestion(turn: DialogTurn, memory: Memory, question: Question, tries = 0): Outcome {
  const { language } = turn.conversation;
  const asked = question.description[language];
  const text = tries === 0 ? asked : say(turn, 'question.again', { question: asked });
  return {
    memory: { ...memory, stage: { name: 'ask-question', question: question.code, tries } },
    replies: [message(turn, text, [...question.values.map(({ name }) => name[language]), say(turn, 'skip')])],
  };
}
