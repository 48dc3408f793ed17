import { simplify } from './normalise';

/** A text in the form in which names and numbers are looked for, with the way back to the original. */
export interface FoldedText {
  readonly text: string;
  /** The offset in the original of the character that `at` came from; the original's length at the end. */
  original(at: number): number;
}

/** A character with its marks, or a Hangul syllable in conjoining jamo: what normalising may put together. */
const CLUSTER =
  /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*|[\s\S]\p{M}*/gu;

/** NFKC, lower case, simplified Chinese; line breaks, spaces and punctuation stay. Never throws. */
export function foldText(text: string): FoldedText {
  const wellFormed = text.toWellFormed();
  const whole = fold(wellFormed);

  if (/^[\x00-\x7f]*$/.test(text)) return { text: whole, original: (at) => at };
  const offsets: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of wellFormed.matchAll(CLUSTER)) {
    const part = fold(cluster);
    for (let i = 0; i < part.length; i++) offsets.push(index);
    folded += part;
  }
  offsets.push(text.length);
  // Chinese is simplified by words, which keeps the length in all but freak cases.
  return {
    text: whole.length === folded.length ? whole : folded,
    original: (at) => offsets[Math.max(0, Math.min(at, offsets.length - 1))] ?? text.length,
  };
}

const fold = (text: string): string => simplify(text.normalize('NFKC').toLowerCase());
