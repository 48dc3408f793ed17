import type { LanguageIdentifier } from '../../app/ports/understanding';
import type { LanguageGuess } from '../../domain/language/language';
import { simplify } from '../text/normalise';
import { Converter } from 'opencc-js/cn2t';

const toTraditional = Converter({ from: 'cn', to: 't' });

/** A Hangul syllable or a Hanzi carries about as much as this many Latin letters. */
const SYLLABLE_WEIGHT = 2.5;
const MAX_CHARACTERS = 1_000;

/**
 * Identifies Korean, simplified and traditional Chinese and English by script, Latin text also by its words:
 * names and romanised Korean (`sseuregi`) stay undetermined.
 *
 * @param englishWords lower-case words that count as English
 */
export function languageIdentifier(englishWords: ReadonlySet<string>): LanguageIdentifier {
  return { identify: (text) => identify(text.slice(0, MAX_CHARACTERS).normalize('NFKC'), englishWords) };
}

function identify(text: string, englishWords: ReadonlySet<string>): LanguageGuess {
  const hangul = count(text, /\p{Script=Hangul}/gu) * SYLLABLE_WEIGHT;
  const han = count(text, /\p{Script=Han}/gu) * SYLLABLE_WEIGHT;
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * SYLLABLE_WEIGHT;
  const latinWords = text.toLowerCase().match(/\p{Script=Latin}+(?:'\p{Script=Latin}+)?/gu) ?? [];
  const latin = sum(latinWords);
  const english = sum(latinWords.filter((word) => englishWords.has(word)));
  const chinese = kana > 0 ? 0 : han;
  const most = Math.max(hangul, chinese, english);
  if (most === 0) return { language: 'undetermined', script: kana > 0 || latin === 0 ? 'Zyyy' : 'Latn' };
  if (hangul === most) {
    // Lone jamo are laughter, not a language.
    return /[가-힣]/u.test(text)
      ? { language: 'ko', script: 'Hang' }
      : { language: 'undetermined', script: 'Hang' };
  }
  if (chinese === most) return chineseOf(text);
  return english * 2 >= latin
    ? { language: 'en', script: 'Latn' }
    : { language: 'undetermined', script: 'Latn' };
}

/** `Hani` where every character is common to both scripts: the conversation's own variant then stays. */
function chineseOf(text: string): LanguageGuess {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).join('');
  const traditional = differences(han, simplify(han));
  const simplified = differences(han, toTraditional(han));
  if (traditional === simplified) return { language: 'zh-Hans', script: traditional === 0 ? 'Hani' : 'Hans' };
  return traditional > simplified
    ? { language: 'zh-Hant', script: 'Hant' }
    : { language: 'zh-Hans', script: 'Hans' };
}

const differences = (a: string, b: string): number => {
  const other = [...b];
  return [...a].filter((character, i) => character !== other[i]).length;
};
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const sum = (words: readonly string[]): number => words.reduce((letters, word) => letters + word.length, 0);
