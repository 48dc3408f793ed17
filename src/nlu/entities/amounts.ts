import type { TextSpan } from '../../domain/text-span';

export type FoundAmount = TextSpan &
  (
    | { readonly kind: 'money'; readonly value: number }
    | { readonly kind: 'count'; readonly value: number; readonly unit: string }
  );

const KOREAN: Readonly<Record<string, number>> = {
  한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10, 열두: 12, 스무: 20,
}; // prettier-ignore
const CHINESE: Readonly<Record<string, number>> = {
  一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 百: 100, 千: 1_000,
}; // prettier-ignore
const ENGLISH: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, twenty: 20,
  once: 1, twice: 2,
}; // prettier-ignore

const DIGITS = '\\d{1,3}(?:,\\d{3})+|\\d{1,9}(?:\\.\\d)?';
const MONEY = new RegExp(
  [
    `(?<![\\d.,])(?:(?<man>${DIGITS})\\s?만\\s?)?(?:(?<thousand>\\d{1,2})\\s?천\\s?)?(?<won>${DIGITS})?\\s?원(?![가-힣]{2,}|래|인|룸|칙|하|서|장|산)`,
    `[₩￦]\\s?(?<sign>${DIGITS})`,
    `(?<![\\d.,])(?<en>${DIGITS})\\s?(?:krw|won)\\b`,
    `(?<hdigits>${DIGITS}|[一二两三四五六七八九十百千]{1,4})\\s?(?<wan>万)?\\s?(?:韩元|韩币|韩圆|块钱|元)`,
  ].join('|'),
  'giu',
);
const alternatives = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');
const COUNT = new RegExp(
  [
    `(?<![\\d.,-])(?<ko>\\d{1,4}|(?<![가-힣])(?:${alternatives(KOREAN)}))\\s?(?<kounit>마리|그루|대|명|개|건|번째|번|장|봉지|포대|군데|곳|켤레|박스|상자|자루)(?![가-힣]*(?:길|지\\b|출구|버스|국도))(?!\\s?(?:남|여|초반|중반|후반)|출구|길|지|호|리|로|\\s?(?:출구|버스|게이트|마을|정류|승강))`,
    `(?<![\\d.,第])(?<zh>\\d{1,4}|[一两二三四五六七八九十]{1,2})(?<zhunit>只|辆|棵|个人|名|次|袋|包|处|条|台|盏|张|箱|部|位)(?!出口|线)`,
    `\\b(?<en>\\d{1,4}|${alternatives(ENGLISH)})\\s+(?:(?:big|large|small|old|broken|black|dead|stray|parked)\\s+)?(?<enunit>times|cars?|trucks?|bikes?|bicycles?|scooters?|kickboards?|bags?|people|persons?|dogs?|cats?|trees?|lights?|lamps?|boxes|holes?|places|spots)\\b`,
    '\\b(?<adverb>once|twice)\\b',
  ].join('|'),
  'giu',
);

/** Amounts of money in won, and how many of what. @param text folded: lower case, simplified */
export function amounts(text: string): FoundAmount[] {
  const money = Array.from(text.matchAll(MONEY)).flatMap((match): FoundAmount[] => {
    const value = won(match.groups ?? {});
    return value === undefined ? [] : [{ kind: 'money', value, ...spanOf(match) }];
  });
  const counts = Array.from(text.matchAll(COUNT)).flatMap((match): FoundAmount[] => {
    const { ko, kounit, zh, zhunit, en, enunit, adverb } = match.groups ?? {};
    const said = ko ?? zh ?? en ?? adverb ?? '';
    const value = KOREAN[said] ?? ENGLISH[said] ?? chineseNumber(said) ?? Number(said);
    const unit = kounit ?? zhunit ?? enunit ?? 'times';
    return Number.isFinite(value) && unit !== '번째'
      ? [{ kind: 'count', value, unit, ...spanOf(match) }]
      : [];
  });
  return [...money, ...counts];
}

function spanOf(match: RegExpMatchArray): TextSpan {
  const found = match[0];
  const start = (match.index ?? 0) + (found.length - found.trimStart().length);
  return { start, end: (match.index ?? 0) + found.trimEnd().length };
}

const digits = (text: string | undefined): number => Number((text ?? '0').replaceAll(',', ''));

function won(g: Readonly<Record<string, string | undefined>>): number | undefined {
  const plain = g['sign'] ?? g['en'];
  if (plain !== undefined) return digits(plain);
  if (g['hdigits'] !== undefined)
    return (chineseNumber(g['hdigits']) ?? digits(g['hdigits'])) * (g['wan'] === undefined ? 1 : 10_000);
  if (g['man'] === undefined && g['thousand'] === undefined && g['won'] === undefined) return undefined;
  return Math.round(digits(g['man']) * 10_000 + digits(g['thousand']) * 1_000 + digits(g['won']));
}

/** `十五`, `三百`, `两千`; undefined where there are other characters. */
function chineseNumber(text: string): number | undefined {
  if (text === '' || [...text].some((c) => CHINESE[c] === undefined)) return undefined;
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = CHINESE[character] ?? 0;
    if (value < 10) digit = value;
    else {
      total += (digit || 1) * value;
      digit = 0;
    }
  }
  return total + digit;
}
