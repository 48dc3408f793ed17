import { Converter } from 'opencc-js/cn2t';
import type { Language, LanguageGuess } from '../../domain/language/language';
import { simplify } from '../text/normalise';

const toTraditional = Converter({ from: 'cn', to: 't' });

/**
 * Simplified or traditional. `Hani` where every character is common to both scripts: a conversation then keeps the
 * variant it has.
 */
export function chineseVariant(han: string): LanguageGuess & { readonly language: Language } {
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
