import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import { handOver } from './hand-over';

/** Puts it differently once, then offers a person, then fetches one. */
export function notUnderstood(turn: DialogTurn): Outcome {
  const misunderstood = turn.memory.misunderstood + 1;
  if (misunderstood > 2) return handOver(turn, 'not-understood');
  const memory = { ...turn.memory, misunderstood };
  const agent = turn.desk.phrases.words(turn.conversation.language, 'agent')[0] ?? '';
  return misunderstood === 1
    ? { memory, replies: [message(turn, say(turn, 'rephrase'))] }
    : { memory, replies: [message(turn, say(turn, 'rephrase.again'), [agent])] };
}
