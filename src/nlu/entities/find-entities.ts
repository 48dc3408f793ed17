import type { EntityFinder } from '../../app/ports/understanding';
import type { Entity } from '../../domain/entity/entity';
import type { TextSpan } from '../../domain/text-span';
import { foldText } from '../text/fold-text';
import { amounts } from './amounts';
import { findTimes } from './find-times';
import { knownNumbers } from './known-numbers';
import { phones } from './phones';

const MAX_CHARACTERS = 4_000;

/** Finds times, plates, phones, numbers of things, buses, lines, amounts and counts. Never throws. */
export function entityFinder(): EntityFinder {
  return {
    find(text, at) {
      const original = text.slice(0, MAX_CHARACTERS);
      const folded = foldText(original);
      // What is found first wins where two overlap: a plate is no count, a date no phone.
      const found = withoutOverlaps([
        ...knownNumbers(folded.text),
        ...findTimes(folded.text, at).map((time) => ({ kind: 'time' as const, ...time })),
        ...phones(folded.text),
        ...amounts(folded.text),
      ]);
      return found.map((entity): Entity => {
        const start = folded.original(entity.start);
        const end = folded.original(entity.end);
        return { ...entity, start, end, text: original.slice(start, end) };
      });
    },
  };
}

/** In the order of the text; of two that overlap the one that comes first in the list stays. */
function withoutOverlaps<T extends TextSpan>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const entity of found) {
    if (
      entity.end > entity.start &&
      kept.every((other) => entity.end <= other.start || entity.start >= other.end)
    )
      kept.push(entity);
  }
  return kept.sort((a, b) => a.start - b.start);
}
