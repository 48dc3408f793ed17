import type { SeoulDate } from '../../domain/deadline/seoul-time';
import type { TimeReference } from '../../domain/entity/entity';
import type { DayPartName, Moment, Unit } from './time-arithmetic';
import { dateOf, monthAway, pastDate, today } from './time-arithmetic';

/** One word of a Korean time. `vague`: a number that is not said exactly (며칠, 몇 시간). */
export type KoreanTimeWord =
  | { readonly kind: 'day'; readonly offset: number; readonly part?: DayPartName | undefined }
  | { readonly kind: 'date'; readonly dateOf: (at: Date) => SeoulDate | undefined }
  | { readonly kind: 'week' | 'month' | 'year'; readonly offset: number }
  | { readonly kind: 'month-of-year'; readonly daysOf: (at: Date) => NonNullable<Moment['days']> }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'part'; readonly part: DayPartName }
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number }
  | { readonly kind: 'ago' | 'lasting'; readonly count: number; readonly unit: Unit; readonly vague: boolean }
  | {
      readonly kind: 'every';
      readonly every: NonNullable<TimeReference['recurrence']>['every'];
      readonly weekdays?: readonly number[];
      readonly part?: DayPartName | undefined;
    }
  | { readonly kind: 'from' | 'until' | 'around' };

const DAYS: Readonly<Record<string, number>> = {
  그끄저께: -3, 엊그제: -2, 엊그저께: -2, 그저께: -2, 그제: -2, 그젯밤: -2, 어제: -1, 어저께: -1, 엊저녁: -1,
  어젯밤: -1, 간밤: -1, 지난밤: -1, 오늘: 0, 내일: 1, 모레: 2,
}; // prettier-ignore
const PARTS: Readonly<Record<string, DayPartName>> = {
  새벽: 'dawn', 꼭두새벽: 'dawn', 아침: 'morning', 오전: 'morning', 점심: 'noon', 대낮: 'afternoon', 한낮: 'afternoon',
  낮: 'afternoon', 오후: 'afternoon', 저녁: 'evening', 밤: 'night', 한밤: 'night', 한밤중: 'night', 심야: 'night',
  야간: 'night', 밤중: 'night',
}; // prettier-ignore
const NUMBERS: Readonly<Record<string, number>> = {
  반: 0.5, 한: 1, 두: 2, 세: 3, 서: 3, 석: 3, 네: 4, 넉: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10,
  열한: 11, 열두: 12, 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 칠: 7, 팔: 8, 구: 9, 십: 10, 십오: 15, 이십: 20,
  삼십: 30, 사십: 40, 오십: 50, 몇: 3, 여러: 4,
}; // prettier-ignore
const DAY_COUNTS: Readonly<Record<string, number>> = {
  하루: 1, 이틀: 2, 사흘: 3, 나흘: 4, 닷새: 5, 엿새: 6, 이레: 7, 열흘: 10, 보름: 15, 며칠: 3, 몇일: 3,
}; // prettier-ignore
const UNITS: Readonly<Record<string, Unit>> = {
  분: 'minute', 시간: 'hour', 일: 'day', 주: 'week', 주일: 'week', 개월: 'month', 달: 'month', 년: 'year', 해: 'year',
}; // prettier-ignore
const WEEKDAYS = '일월화수목금토';

const alternatives = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .join('|');
const COUNT = `\\d{1,3}|${alternatives(NUMBERS)}`;
const SPAN = `(?:(?<!\\d)(?<NAME1>${COUNT})\\s*(?<NAME2>주일|시간|개월|분|일|주|달|년|해)|(?<NAME3>${alternatives(DAY_COUNTS)}))`;
const span = (name: string): string => SPAN.replace(/NAME(\d)/g, `${name}$1`);

/** Every word of a Korean time; the group that took part tells its kind. */
export const KOREAN_TIME_WORD = new RegExp(
  [
    `(?<ago>${span('a')}\\s*(?:정도|쯤)?\\s*전(?![화기체철력자등선])|(?<just>지금|방금|아까|조금\\s?전|좀\\s?전|금방))`,
    `(?<lasting>${span('l')}(?:\\s*정도|\\s*가량)?\\s*(?:째|동안|넘게|넘도록|내내|가까이|이상|이?\\s?지나|이나\\s|이?\\s?됐|이?\\s?되었|이?\\s?다\\s?돼))`,
    `(?<every>매일|날마다|맨날|허구한\\s?날|하루도\\s?빠짐없이|매주|주말마다|주말이면|주말에는|주말만\\s?되면|매\\s?주말|주말에|평일마다|평일에는?|평일|매달|매월|(?<everyPart>새벽|아침|저녁|밤)마다|(?<everyDay>[월화수목금토일])요일마다)`,
    `(?<day>(?<![가-힣])(?:${alternatives(DAYS)}))`,
    `(?<year>20\\d\\d)\\s*[년.\\-/]\\s*(?<ymonth>\\d{1,2})\\s*[월.\\-/]\\s*(?<yday>\\d{1,2})(?:일|\\.)?`,
    `(?<month>\\d{1,2})\\s*월\\s*(?<mday>\\d{1,2})\\s*일`,
    `(?<![\\d/.])(?<smonth>1[0-2]|[1-9])/(?<sday>3[01]|[12]\\d|[1-9])(?![\\d/])`,
    `(?<![\\d])(?<onlyMonth>1[0-2]|[1-9])\\s*월(?!요일|세|급)(?:\\s*(?:초|중순|말))?`,
    `(?<week>지지난|저저번|지난|저번|이번|다음)\\s*주(?!차)`,
    `(?<months>지난|저번|이번|다음)\\s*달`,
    `(?<years>재작년|작년|지난해|올해)`,
    `(?<weekday>[월화수목금토일])(?:요일|욜)`,
    `(?<![\\d:])(?<hh>[01]?\\d|2[0-4]):(?<mm>[0-5]\\d)(?![\\d:])`,
    `(?<!\\d)(?<hour>\\d{1,2}|열한|열두|열|한|두|세|네|다섯|여섯|일곱|여덟|아홉)\\s*시(?!간|민|장|청|설|도\\s?때|각)(?:\\s*(?<minute>\\d{1,2}|삼십|십|이십|사십|오십)\\s*분|\\s*(?<half>반))?`,
    `(?<part>(?:(?<![가-힣])|(?<=제|께|늘|요일|욜|날|말))(?:${alternatives(PARTS)})(?!나무|송이|바다|길))`,
    `(?<from>부터|이후로?|이래|넘어서|넘으면|넘어도|지나면|지나서|이후)`,
    `(?<until>까지)`,
    `(?<around>쯤|경(?![찰사기계비])|정도|무렵|즈음|께(?=\\s))`,
  ].join('|'),
  'gu',
);

/** The word that a match of `KOREAN_TIME_WORD` is. */
export function readKoreanWord({ groups: g = {} }: RegExpMatchArray): KoreanTimeWord | undefined {
  if (g['just'] !== undefined) return { kind: 'ago', count: 0, unit: 'minute', vague: true };
  if (g['ago'] !== undefined) return counted('ago', g['a1'], g['a2'], g['a3']);
  if (g['lasting'] !== undefined) return counted('lasting', g['l1'], g['l2'], g['l3']);
  if (g['every'] !== undefined) return everyWord(g['every'], g['everyPart'], g['everyDay']);
  if (g['day'] !== undefined) return dayWord(g['day']);
  return calendarWord(g) ?? clockWord(g);
}

function counted(
  kind: 'ago' | 'lasting',
  count: string | undefined,
  unit: string | undefined,
  days: string | undefined,
): KoreanTimeWord {
  if (days !== undefined)
    return { kind, count: DAY_COUNTS[days] ?? 1, unit: 'day', vague: days.endsWith('칠') || days === '몇일' };
  const number = NUMBERS[count ?? ''] ?? Number(count);
  return { kind, count: number, unit: UNITS[unit ?? ''] ?? 'day', vague: count === '몇' || count === '여러' };
}

function everyWord(word: string, part: string | undefined, weekday: string | undefined): KoreanTimeWord {
  if (weekday !== undefined) return { kind: 'every', every: 'week', weekdays: [WEEKDAYS.indexOf(weekday)] };
  if (part !== undefined) return { kind: 'every', every: 'day', part: PARTS[part] };
  if (word.includes('주말')) return { kind: 'every', every: 'weekend' };
  if (word.startsWith('평일')) return { kind: 'every', every: 'weekday' };
  if (word === '매주') return { kind: 'every', every: 'week' };
  return { kind: 'every', every: word === '매달' || word === '매월' ? 'month' : 'day' };
}

function dayWord(word: string): KoreanTimeWord {
  const part = word.endsWith('밤') ? 'night' : word.endsWith('저녁') ? 'evening' : undefined;
  return { kind: 'day', offset: DAYS[word] ?? 0, ...(part && { part }) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function calendarWord(g: Groups): KoreanTimeWord | undefined {
  if (g['year'] !== undefined) {
    const date = dateOf(Number(g['year']), Number(g['ymonth']), Number(g['yday']));
    return date === undefined ? undefined : { kind: 'date', dateOf: () => date };
  }
  const month = Number(g['month'] ?? g['smonth']);
  if (month) {
    const day = Number(g['mday'] ?? g['sday']);
    return dateOf(2024, month, day) === undefined
      ? undefined
      : { kind: 'date', dateOf: (at) => pastDate(at, month, day) };
  }
  if (g['onlyMonth'] !== undefined) {
    const wanted = Number(g['onlyMonth']);
    return {
      kind: 'month-of-year',
      daysOf: (at) => monthAway(at, -((Number(today(at).slice(5, 7)) - wanted + 12) % 12)),
    };
  }
  if (g['week'] !== undefined) return { kind: 'week', offset: offsetOf(g['week']) };
  if (g['months'] !== undefined) return { kind: 'month', offset: offsetOf(g['months']) };
  if (g['years'] !== undefined)
    return { kind: 'year', offset: g['years'] === '올해' ? 0 : g['years'] === '재작년' ? -2 : -1 };
  if (g['weekday'] !== undefined) return { kind: 'weekday', weekday: WEEKDAYS.indexOf(g['weekday']) };
  return undefined;
}

function offsetOf(word: string): number {
  if (word === '이번') return 0;
  if (word === '다음') return 1;
  return word === '지지난' || word === '저저번' ? -2 : -1;
}

const TENS: Readonly<Record<string, number>> = { 십: 10, 이십: 20, 삼십: 30, 사십: 40, 오십: 50 };

function clockWord(g: Groups): KoreanTimeWord | undefined {
  if (g['hh'] !== undefined) return { kind: 'clock', hour: Number(g['hh']), minute: Number(g['mm']) };
  if (g['hour'] !== undefined) {
    const minute = g['half'] !== undefined ? 30 : (TENS[g['minute'] ?? ''] ?? Number(g['minute'] ?? 0));
    const hour = NUMBERS[g['hour']] ?? Number(g['hour']);
    return hour > 24 || minute > 59 ? undefined : { kind: 'clock', hour, minute };
  }
  const part = PARTS[g['part'] ?? ''];
  if (part !== undefined) return { kind: 'part', part };
  if (g['from'] !== undefined) return { kind: 'from' };
  if (g['until'] !== undefined) return { kind: 'until' };
  return g['around'] === undefined ? undefined : { kind: 'around' };
}
