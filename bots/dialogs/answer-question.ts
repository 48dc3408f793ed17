import type { Phrases } from '../../src/app/ports/catalogue';
import type { Question } from '../../src/domain/service/service';
import type { DialogTurn, Outcome } from '../desk';
import type { Stage } from '../memory';
import { isLabel, saysWord } from '../words';
import { advanceDraft } from './advance-draft';
import { askQuestion } from './ask-question';
import { handOver } from './hand-over';

/** How often a question is asked before a person takes over. */
const MOST_TRIES = 2;

/** The answer to a service's own question. Not knowing is an answer: the citizen may not have what is asked. */
export function answerQuestion(
  turn: DialogTurn,
  stage: Extract<Stage, { name: 'ask-question' }>,
): Outcome | undefined {
  const { memory, text, desk } = turn;
  const { draft } = memory;
  const question =
    draft &&
    desk.catalogue.services.get(draft.service)?.questions.find(({ code }) => code === stage.question);
  if (!question) return undefined;
  const answer = isDeclined(desk.phrases, question, text) ? '' : readAnswer(desk.phrases, question, text);
  if (answer !== undefined)
    return advanceDraft(turn, { ...draft, answers: { ...draft.answers, [question.code]: answer } });
  return stage.tries >= MOST_TRIES
    ? handOver(turn, 'answer-not-understood')
    : askQuestion(turn, memory, question, stage.tries + 1);
}

/** "I don't know", and "no" to a question that has no choices. */
const isDeclined = (phrases: Phrases, question: Question, text: string): boolean =>
  saysWord(phrases, 'skip', text) || (question.values.length === 0 && saysWord(phrases, 'no', text));

/** @returns the answer as it is kept: a list's key, a number's digits, a text; undefined where it does not fit */
function readAnswer(phrases: Phrases, question: Question, text: string): string | undefined {
  if (question.datatype === 'number') return /\d+(?:\.\d+)?/.exec(text.normalize('NFKC'))?.[0];
  // "Yes" says that there is an answer, not which.
  if (question.values.length === 0 && saysWord(phrases, 'yes', text)) return undefined;
  if (question.values.length === 0) return text.trim().slice(0, 500) || undefined;
  const byLabel = question.values.find(({ name }) =>
    Object.values(name).some((label) => isLabel(text, label)),
  );
  const byNumber = /^\s*[1-9]\s*$/.test(text) ? question.values[Number(text) - 1] : undefined;
  return (byLabel ?? byNumber)?.key;
}
