import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

const INVISIBLE = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu;
const HAN = /\p{Script=Han}/u;

/** Traditional characters to simplified ones; everything else stays as it is. */
export const simplify = (text: string): string => (HAN.test(text) ? toSimplified(text) : text);

/**
 * The form in which texts are compared: NFKC, lower case, invisible characters gone, white space folded, characters
 * repeated more than twice cut to two (`ㅠㅠㅠㅠ`, `!!!!`, `pleeeease`), traditional characters simplified.
 */
export function normalise(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/(.)\1{2,}/gu, '$1$1')
    .trim();
  return simplify(plain);
}
