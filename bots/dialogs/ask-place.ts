import type { PlaceFinding } from '../../src/domain/place/place';
import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import { formatPlace } from '../format';
import type { Memory } from '../memory';

export function askPlace(turn: DialogTurn, memory: Memory, text: string, tries: number): Outcome {
  return { memory: { ...memory, stage: { name: 'ask-place', tries } }, replies: [message(turn, text)] };
}

/** Several places bear the name: shows them as buttons. */
export function choosePlace(
  turn: DialogTurn,
  memory: Memory,
  { text, candidates }: Extract<PlaceFinding, { kind: 'ambiguous' }>,
): Outcome {
  const labels = candidates.map((place) =>
    formatPlace(place, undefined, turn.desk, turn.conversation.language),
  );
  return {
    memory: { ...memory, stage: { name: 'choose-place', candidates, tries: 0 } },
    replies: [message(turn, say(turn, 'place.choose', { name: text }), labels)],
  };
}
