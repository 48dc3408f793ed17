import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import type { ConceptLexicon } from './concepts';
import { normalise } from '../text/normalise';

/** A sparse vector: feature ids (32-bit hashes) with their counts. */
export type FeatureCounts = ReadonlyMap<number, number>;

const RUN = /\p{Script=Hangul}+|\p{Script=Han}+|\p{Script=Latin}+|\p{N}+|[!?]+/gu;
const MAX_CHARACTERS = 4_000;

/**
 * Character and word n-grams. Hangul and Hanzi are cut across spaces, because people set them as they please;
 * English keeps its words. Numbers count as "a number": a house number must not signal a service.
 */
export function extractFeatures(text: string, lexicon: ConceptLexicon): FeatureCounts {
  const counts = new Map<number, number>();
  const add = (kind: string, feature: string): void => {
    const id = hash(kind, feature);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  const normal = normalise(text.slice(0, MAX_CHARACTERS));
  addConcepts(lexicon.find(normal), add);
  const runs = normal.match(RUN) ?? [];
  let hangul = '';
  let han = '';
  let previous = '';
  for (const run of runs) {
    const script = scriptOf(run);
    if (script === 'hangul') {
      hangul += run;
      add('w', run);
      if (run.length > 2) add('p', run.slice(0, 2));
    } else hangul = flush(hangul, 'k', HANGUL_SIZES, add);
    if (script === 'han') han += run;
    else han = flush(han, 'h', HAN_SIZES, add);
    if (script === 'latin') {
      const stem = porterStemmer.stem(run);
      add('w', stem);
      grams(`_${run}_`, 'l', LATIN_SIZES, add);
    } else if (script === 'number') add('#', '');
    else if (script === 'mark') add('!', run[0] ?? '');
    if (script === 'latin' || script === 'hangul') {
      const word = script === 'latin' ? porterStemmer.stem(run) : run;
      if (previous !== '') add('b', `${previous} ${word}`);
      previous = word;
    }
  }
  flush(hangul, 'k', HANGUL_SIZES, add);
  flush(han, 'h', HAN_SIZES, add);
  return counts;
}

/** Longer texts name so many concepts that their pairs say nothing. */
const MOST_PAIRED = 12;

/** What is meant, whatever the language, and which two things are meant together. */
function addConcepts(concepts: ReadonlySet<string>, add: Add): void {
  const ids = [...concepts].sort();
  for (const id of ids) add('c', id);
  if (ids.length > MOST_PAIRED) return;
  ids.forEach((id, i) => {
    for (const other of ids.slice(i + 1)) add('cc', `${id} ${other}`);
  });
}

type Add = (kind: string, feature: string) => void;

const HANGUL_SIZES = [1, 2, 3, 4];
const HAN_SIZES = [1, 2, 3];
const LATIN_SIZES = [3, 4, 5];

function scriptOf(run: string): 'hangul' | 'han' | 'latin' | 'number' | 'mark' {
  if (/^\p{Script=Hangul}/u.test(run)) return 'hangul';
  if (/^\p{Script=Han}/u.test(run)) return 'han';
  if (/^\p{Script=Latin}/u.test(run)) return 'latin';
  return /^\p{N}/u.test(run) ? 'number' : 'mark';
}

function flush(run: string, kind: string, sizes: readonly number[], add: Add): '' {
  if (run !== '') grams(run, kind, sizes, add);
  return '';
}

function grams(run: string, kind: string, sizes: readonly number[], add: Add): void {
  const characters = [...run];
  for (const size of sizes) {
    for (let i = 0; i + size <= characters.length; i++)
      add(`${kind}${size}`, characters.slice(i, i + size).join(''));
  }
}

/** FNV-1a, 32 bits. */
function hash(kind: string, feature: string): number {
  let h = 0x811c9dc5;
  const text = `${kind}\u0000${feature}`;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}
