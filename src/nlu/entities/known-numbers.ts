import { parseReceiptNumber } from '../../domain/case/receipt-number';
import type { TextSpan } from '../../domain/text-span';

/** A number of a known form with its normal form. */
export interface FoundNumber extends TextSpan {
  readonly kind: 'plate' | 'receipt-number' | 'device-number' | 'bus' | 'subway-line';
  readonly value: string;
}

/** Syllables that are issued: private, rental (하허호), commercial (바사아자), delivery (배). 자동차등록번호판 고시. */
const PLATE_SYLLABLES = '가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호';
const REGIONS = '서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주';
const PLATE = new RegExp(
  `(?<![\\d가-힣])(?<region>${REGIONS})?\\s?(?<class>\\d{2,3})\\s?(?<syllable>[${PLATE_SYLLABLES}])\\s?(?<serial>\\d{4})(?!\\d)`,
  'gu',
);
const DIPLOMATIC =
  /(?<word>외교|영사|준외|준영|국기|협정|대표)\s?(?<number>\d{3})[-\s]?(?<rest>\d{3})(?!\d)/gu;
const RECEIPT = /(?<!\d)20\d\d[-\s.]?[01]\d[0-3]\d[-\s.]?\d{5}[-\s.]?\d(?!\d)/gu;
/** What a number belongs to must be said, or the number must have the form of a bicycle's or kickboard's code. */
const DEVICE = new RegExp(
  [
    '(?:가로등|보안등|전봇대|전신주|신호등|자전거|따릉이|킥보드|기기|장치|승강기|엘리베이터|관리|고유|식별|기계|단말기|표찰|정류장|정류소|QR|큐알|ARS)\\s?(?:관리|고유|식별|기기|표찰)?\\s?(?:번호|코드|id)?(?:는|은|가|이)?\\s*[:#]?\\s*(?<a>[a-z]{0,4}-?\\d[\\d-]{2,11}\\d|[a-z]{1,4}-?\\d{2,10})(?!\\d|년|월|일|시|원|번)',
    '(?:编号|编码|号码|站牌|灯杆号|杆号|设备号|车号)\\s?(?:是|为)?\\s*[:#]?\\s*(?<b>[a-z]{0,4}-?\\d[\\d-]{2,11}\\d|[a-z]{1,4}-?\\d{2,10})(?!\\d)',
    '(?:(?:pole|lamp|light|bike|scooter|kickboard|device|machine|stop|qr|serial|id)\\s*(?:id|no\\.?|number|code)?\\s*(?:is\\s*)?[:#]?\\s*)(?<c>[a-z]{0,4}-?\\d[\\d-]{2,11}\\d|[a-z]{1,4}-\\d{2,10})(?!\\d)',
    '(?<![a-z\\d])(?<d>spb-?\\d{4,6})(?!\\d)',
  ].join('|'),
  'giu',
);
const BUS = new RegExp(
  [
    '(?<![\\d-])(?<a>n?\\d{2,4}(?:-\\d)?|[m]\\d{4}|[가-힣]{2}0?\\d{1,2})\\s?번?\\s?(?:시내|마을|광역|심야|간선|지선|공항)?\\s?버스',
    '버스\\s?(?<b>n?\\d{2,4}(?:-\\d)?|m\\d{4})\\s?번?',
    '(?<![\\d-])(?<c>n?\\d{1,4}(?:-\\d)?|m\\d{4})\\s?(?:路|号)?\\s?(?:公交车|公交|公车|巴士)',
    '(?<![\\d-])(?<d>n?\\d{1,4}(?:-\\d)?)路(?!\\d|口)',
    '\\bbus(?:\\s+(?:no\\.?|number|route|line))?\\s*#?(?<e>n?\\d{2,4}(?:-\\d)?|m\\d{4})\\b',
    '\\b(?<f>n?\\d{2,4}(?:-\\d)?|m\\d{4})\\s+bus\\b',
  ].join('|'),
  'giu',
);
const NAMED_LINES: Readonly<Record<string, string>> = {
  신분당선: '신분당선', 신분당: '신분당선', 新盆唐线: '신분당선', 'sinbundang line': '신분당선', 'shinbundang line': '신분당선',
  경의중앙선: '경의중앙선', 京义中央线: '경의중앙선', 'gyeongui-jungang line': '경의중앙선', 공항철도: '공항철도',
  机场铁路: '공항철도', 机场快线: '공항철도', 'airport railroad': '공항철도', arex: '공항철도', 경춘선: '경춘선', 京春线: '경춘선',
  수인분당선: '수인분당선', 분당선: '수인분당선', 水仁盆唐线: '수인분당선', 우이신설선: '우이신설선', 신림선: '신림선',
  新林线: '신림선', 서해선: '서해선', 김포골드라인: '김포골드라인', 'gimpo goldline': '김포골드라인',
}; // prettier-ignore
const LINE = new RegExp(
  `(?<!\\d)(?<a>[1-9])\\s?호선|(?:地铁|捷运)?\\s?(?<!\\d)(?<b>[1-9一二三四五六七八九])\\s?号线|\\bline\\s?(?:no\\.?\\s?)?(?<c>[1-9])\\b|(?<named>${Object.keys(NAMED_LINES).join('|')})`,
  'giu',
);

/** Plates, receipt numbers, numbers on things, buses and lines. @param text folded: lower case, simplified */
export function knownNumbers(text: string): FoundNumber[] {
  if (!/\d|선|线|line|arex|공항철도|号线/u.test(text)) return [];
  return [
    ...find(text, RECEIPT, 'receipt-number', ({ 0: found }) => parseReceiptNumber(found)),
    ...find(text, PLATE, 'plate', ({ groups: g = {} }) =>
      [g['region'], g['class'], g['syllable'], g['serial']].join(''),
    ),
    ...find(
      text,
      DIPLOMATIC,
      'plate',
      ({ groups: g = {} }) => `${g['word'] ?? ''}${g['number'] ?? ''}-${g['rest'] ?? ''}`,
    ),
    ...find(text, BUS, 'bus', (match) => firstGroup(match)?.toUpperCase()),
    ...find(text, LINE, 'subway-line', lineOf),
    ...find(text, DEVICE, 'device-number', (match) => firstGroup(match)?.toUpperCase()),
  ];
}

function find(
  text: string,
  pattern: RegExp,
  kind: FoundNumber['kind'],
  valueOf: (match: RegExpMatchArray) => string | undefined,
): FoundNumber[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const value = valueOf(match);
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    return value === undefined ? [] : [{ kind, value, start, end: match.index + match[0].trimEnd().length }];
  });
}

const firstGroup = ({ groups = {} }: RegExpMatchArray): string | undefined =>
  Object.values(groups as Readonly<Record<string, string | undefined>>).find((value) => value !== undefined);

function lineOf({ groups = {} }: RegExpMatchArray): string | undefined {
  if (groups['named'] !== undefined) return NAMED_LINES[groups['named'].toLowerCase()];
  const number = groups['a'] ?? groups['b'] ?? groups['c'];
  if (number === undefined) return undefined;
  const digit = '一二三四五六七八九'.indexOf(number);
  return `${digit >= 0 ? digit + 1 : number}호선`;
}
