import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import { FeatureCounts } from './feature-counts';
import type { Lexicon } from './lexicon';

const RUN = /\p{Script=Hangul}+|\p{Script=Han}+|\p{Script=Latin}+(?:'\p{Script=Latin}+)?|\p{N}+|[!?]+/gu;
const MAX_CHARACTERS = 4_000;
const HANGUL_SIZES = [1, 4] as const;
const HAN_SIZES = [1, 3] as const;
const LATIN_SIZES = [2, 5] as const;
/** Two words this near to each other are taken together, whatever stands between them. */
const WORD_REACH = 3;
/** Longer texts name so many concepts that their pairs say nothing. */
const MOST_PAIRED = 12;

/**
 * Character and word n-grams. Hangul and Hanzi are cut across spaces, because people set them as they please;
 * English keeps its words. Numbers count as "a number": a house number must not signal a service.
 */
export function extractFeatures(text: string, lexicon: Lexicon): FeatureCounts {
  const counts = new FeatureCounts();
  const normal = lexicon.prepare(text.slice(0, MAX_CHARACTERS));
  addConcepts(lexicon.concepts(normal), counts);
  const words: string[] = [];
  let hangul = '';
  let han = '';
  for (const run of normal.match(RUN) ?? []) {
    const script = scriptOf(run);
    if (script === 'hangul') {
      hangul += run;
      words.push(run);
      addWordBeginnings(run, counts);
    } else if (script === 'han') {
      han += run;
      for (const word of lexicon.chineseWords(run)) words.push(word);
    } else if (script === 'latin') {
      words.push(porterStemmer.stem(run));
      counts.addGrams('letters', `_${run}_`, LATIN_SIZES);
    } else words.push(script === 'number' ? '#' : (run[0] ?? ''));
    if (script !== 'hangul') hangul = flush(hangul, HANGUL_SIZES, counts);
    if (script !== 'han') han = flush(han, HAN_SIZES, counts);
  }
  flush(hangul, HANGUL_SIZES, counts);
  flush(han, HAN_SIZES, counts);
  addWords(words, counts);
  return counts;
}

/** A Korean word without its particles, roughly: its first syllables. Its last ones are the ending. */
function addWordBeginnings(word: string, counts: FeatureCounts): void {
  for (const size of [2, 3, 4]) if (word.length >= size) counts.add('beginnings', word.slice(0, size));
  if (word.length > 2) counts.add('beginnings', `$${word.slice(-2)}`);
}

function addWords(words: readonly string[], counts: FeatureCounts): void {
  for (const [i, word] of words.entries()) {
    counts.add('words', word);
    for (let step = 1; step <= WORD_REACH && i + step < words.length; step++)
      counts.add(step === 1 ? 'pairs' : 'skips', `${word} ${words[i + step] ?? ''}`);
  }
  if (words.length === 0) return;
  counts.add('pairs', `< ${words[0] ?? ''}`);
  counts.add('pairs', `${words.at(-1) ?? ''} >`);
}

/** What is meant, whatever the language, and which two things are meant together. */
function addConcepts(concepts: ReadonlySet<string>, counts: FeatureCounts): void {
  const ids = [...concepts].sort();
  for (const id of ids) counts.add('concepts', id);
  if (ids.length > MOST_PAIRED) return;
  ids.forEach((id, i) => {
    for (const other of ids.slice(i + 1)) counts.add('concepts', `${id} ${other}`);
  });
}

function scriptOf(run: string): 'hangul' | 'han' | 'latin' | 'number' | 'mark' {
  if (/^\p{Script=Hangul}/u.test(run)) return 'hangul';
  if (/^\p{Script=Han}/u.test(run)) return 'han';
  if (/^\p{Script=Latin}/u.test(run)) return 'latin';
  return /^\p{N}/u.test(run) ? 'number' : 'mark';
}

function flush(run: string, sizes: readonly [number, number], counts: FeatureCounts): '' {
  if (run !== '') counts.addGrams('characters', run, sizes);
  return '';
}
