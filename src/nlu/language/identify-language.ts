import type { LanguageIdentifier } from '../../app/ports/understanding';
import type { Language, LanguageGuess, LanguageSpan } from '../../domain/language/language';
import { chineseVariant } from './chinese-variant';
import { holdsSentence } from './sentence-words';

/** A Hangul syllable or a Hanzi carries about as much as this many Latin letters. */
const SYLLABLE_WEIGHT = 2.5;
/** A run with the language's particles, endings or small words outweighs names and nouns in another script. */
const SENTENCE_FACTOR = 3;
/** The last run is where Korean, and who mixes languages, says what is the matter. */
const LAST_BONUS = 3;
const MAX_CHARACTERS = 1_000;

const RUN =
  /\p{Script=Hangul}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{Script=Han}々〇]+|\p{Script=Latin}+(?:['’\-]\p{Script=Latin}+)*|\p{L}+/gu;

type Script = 'hangul' | 'kana' | 'han' | 'latin' | 'other';

interface Run {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly script: Script;
}

/**
 * Identifies Korean, simplified and traditional Chinese and English by script, and by the small words that make a
 * sentence of names: `외국인등록증 怎么办` is Chinese. Latin text must hold English words: names and romanised Korean
 * (`sseuregi`) stay undetermined, as do numbers, emoji and other languages.
 *
 * @param englishWords lower-case words that count as English
 */
export function languageIdentifier(englishWords: ReadonlySet<string>): LanguageIdentifier {
  return {
    identify: (text) => identify(runsOf(text.slice(0, MAX_CHARACTERS)), englishWords),
    spans: (text) => spansOf(text, englishWords),
  };
}

function runsOf(text: string): Run[] {
  return Array.from(text.matchAll(RUN), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    // Decomposed syllables and full-width letters are composed run by run: offsets stay.
    text: found.normalize('NFKC'),
    script: scriptOf(found.normalize('NFKC')),
  }));
}

function scriptOf(run: string): Script {
  if (/^\p{Script=Hangul}/u.test(run)) return 'hangul';
  if (/^[\p{Script=Han}々〇]/u.test(run)) return 'han';
  if (/^\p{Script=Latin}/u.test(run)) return 'latin';
  return /^[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(run) ? 'kana' : 'other';
}

function identify(runs: readonly Run[], englishWords: ReadonlySet<string>): LanguageGuess {
  const weights = { ko: 0, zh: 0, en: 0 };
  const japanese = runs.some(({ script }) => script === 'kana');
  let foreign = 0;
  for (const [i, run] of runs.entries()) {
    const language = languageOf(run, japanese, englishWords);
    const weight = weightOf(run, language) + (i === runs.length - 1 ? LAST_BONUS : 0);
    if (language === undefined) foreign += weight;
    else weights[language] += weight;
  }
  const most = Math.max(weights.ko, weights.zh, weights.en);
  const script = runs[0]?.script;
  if (most === 0 || most < (japanese || weights.en === most ? foreign : foreign / 2))
    return { language: 'undetermined', script: undeterminedScript(script) };
  if (weights.zh === most) return chineseVariant(textOf(runs, 'han'));
  if (weights.en === most) return { language: 'en', script: 'Latn' };
  return { language: 'ko', script: 'Hang' };
}

/** What a run speaks for; undefined for names, mash and other languages. */
function languageOf(
  { script, text }: Run,
  japanese: boolean,
  englishWords: ReadonlySet<string>,
): 'ko' | 'zh' | 'en' | undefined {
  // Lone jamo are laughter, not a language.
  if (script === 'hangul') return /[가-힣]/u.test(text) ? 'ko' : undefined;
  if (script === 'han') return japanese ? undefined : 'zh';
  if (script === 'latin') return englishWords.has(text.toLowerCase().replace('’', "'")) ? 'en' : undefined;
  return undefined;
}

function weightOf({ text, script }: Run, language: 'ko' | 'zh' | 'en' | undefined): number {
  const letters = text.length * (script === 'latin' ? 1 : SYLLABLE_WEIGHT);
  return language !== undefined && holdsSentence(text, language) ? letters * SENTENCE_FACTOR : letters;
}

const undeterminedScript = (script: Script | undefined): LanguageGuess['script'] =>
  script === 'latin' ? 'Latn' : script === 'hangul' ? 'Hang' : 'Zyyy';

const textOf = (runs: readonly Run[], script: Script): string =>
  runs
    .filter((run) => run.script === script)
    .map(({ text }) => text)
    .join('');

/** Neighbouring runs of one language are one span; a word that speaks for none stands alone. */
function spansOf(text: string, englishWords: ReadonlySet<string>): LanguageSpan[] {
  const runs = runsOf(text);
  const japanese = runs.some(({ script }) => script === 'kana');
  const han = chineseVariant(textOf(runs, 'han')).language;
  const spans: LanguageSpan[] = [];
  for (const run of runs) {
    const spoken = languageOf(run, japanese, englishWords);
    const language: Language | 'undetermined' = spoken === 'zh' ? han : (spoken ?? 'undetermined');
    const last = spans.at(-1);
    if (last?.language === language) spans[spans.length - 1] = { ...last, end: run.end };
    else spans.push({ start: run.start, end: run.end, language });
  }
  return spans;
}
