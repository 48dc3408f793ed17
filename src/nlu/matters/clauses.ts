import type { TextSpan } from '../../domain/text-span';

/**
 * Where one matter may end and the next begin: sentence ends, line breaks, list numbers, words that join or add in any of
 * the three languages. What joins belongs to the second part.
 */
const BREAK = new RegExp(
  [
    // A sentence's end, a line's end, a list's number.
    '(?<=[.!?。！？…~ㅠㅜㅋ])(?<!\\d\\.)\\s+',
    '(?<=[。！？；;])',
    '\\n+|\\s\\+\\s',
    '\\s+(?=(?:\\d{1,2}|[①-⑳])[.)、]\\s*\\D)',
    // Korean: endings that join sentences, words that add.
    '(?<=[가-힣](?:고|구요|고요|는데|은데|ㄴ데|인데|데|며|으며|면서|지만|어서|아서|해서|서|요|다|죠|음|함|됨|임))[,\\s]+',
    '\\s+(?=(?:그리고|또|또한|그리구|아 그리고|참고로|게다가|거기다|추가로|아참|근데|그런데|두번째|둘째)(?:\\s|,))',
    // Chinese.
    '[，,](?=\\S)',
    '(?<=\\S)(?=(?:还有|還有|另外|顺便|順便|而且|以及|同时|同時|再有|对了|對了|第二))',
    // English.
    ',\\s+|\\s+(?=(?:and|also|plus|another thing|by the way|besides|additionally|secondly|second|oh and|as well as|but)\\b)',
  ].join('|'),
  'giu',
);

/** Shorter parts go with what stands before them. Counted in letters; a syllable or Hanzi counts for two. */
const SHORTEST = 8;
/** So many parts are looked at; whoever writes more tells a story. */
const MOST = 8;

/** Cuts a message at every place where a new matter might begin. Offsets are into the text as given. */
export function clausesOf(text: string): TextSpan[] {
  const clauses: TextSpan[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(BREAK)) {
    if (clauses.length === MOST - 1) break;
    if (weight(text.slice(start, index)) < SHORTEST || weight(text.slice(index + found.length)) < SHORTEST)
      continue;
    clauses.push({ start, end: index });
    start = index + found.length;
  }
  clauses.push({ start, end: text.length });
  return clauses;
}

const weight = (text: string): number =>
  (text.match(/[\p{L}\p{N}]/gu) ?? []).reduce(
    (sum, letter) => sum + (/[\p{Script=Hangul}\p{Script=Han}]/u.test(letter) ? 2 : 1),
    0,
  );
