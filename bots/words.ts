import type { Phrases } from '../src/app/ports/catalogue';
import { LANGUAGES } from '../src/domain/language/language';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[\s\p{P}~]+/gu, ' ')
    .trim();

/** Whether a text is, as a whole, one of the words kept under `key` in any language. */
export function saysWord(phrases: Phrases, key: string, text: string): boolean {
  const said = plain(text);
  return LANGUAGES.some((language) => phrases.words(language, key).some((word) => plain(word) === said));
}

/** Whether a text begins with one of the words (`네, 접수해 주세요`, `no, it is a truck`). */
export function beginsWithWord(phrases: Phrases, key: string, text: string): boolean {
  const said = plain(text);
  return LANGUAGES.some((language) =>
    phrases.words(language, key).some((word) => said === plain(word) || said.startsWith(`${plain(word)} `)),
  );
}

/** Whether a text and a button's label are the same but for case, spaces and punctuation. */
export const isLabel = (text: string, label: string): boolean => plain(text) === plain(label);
