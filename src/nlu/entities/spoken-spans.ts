import type { TimeReference } from '../../domain/entity/entity';
import type { FoundTime } from './korean-times';
import type { Unit } from './time-arithmetic';
import { ago, monthAway, mondayOf, toReference, yearAway } from './time-arithmetic';
import { addDays } from '../../domain/deadline/seoul-time';

/**
 * Chinese and English stretches of time that chrono does not read, or reads as the future: "for two weeks",
 * `三天没人收`, `上个月`, "three days ago", `半小时前`.
 */
const NUMBERS: Readonly<Record<string, number>> = {
  半: 0.5, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 几: 3, 好几: 4, 多: 4,
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, several: 4,
  few: 3, 'a few': 3, couple: 2, 'a couple of': 2, 'a couple': 2, half: 0.5, 'half an': 0.5, 'half a': 0.5, many: 4,
}; // prettier-ignore
const VAGUE = new Set(['几', '好几', '多', 'several', 'few', 'a few', 'many']);
const UNITS: Readonly<Record<string, Unit>> = {
  分钟: 'minute', 小时: 'hour', 钟头: 'hour', 天: 'day', 日: 'day', 周: 'week', 星期: 'week', 礼拜: 'week', 月: 'month',
  年: 'year', minute: 'minute', min: 'minute', hour: 'hour', hr: 'hour', day: 'day', night: 'day', week: 'week',
  month: 'month', year: 'year',
}; // prettier-ignore

const HAN_COUNT =
  '(?<HNUM>\\d{1,3}|好几|[一二三四五六七八九]?十[一二三四五六七八九]?|[半一二两俩三四五六七八九几])';
const HAN_UNIT = '(?<HUNIT>分钟|小时|钟头|星期|礼拜|天|周|月|年)';
const HAN = `${HAN_COUNT}\\s*多?个?${HAN_UNIT}(?![一二三四五六日天])`;
const EN_COUNT =
  '(?<ENUM>\\d{1,3}|half an?|a couple(?: of)?|couple of|a few|few|several|many|an?|one|two|three|four|five|six|seven|eight|nine|ten)';
const EN_UNIT = '(?<EUNIT>minute|min|hour|hr|day|night|week|month|year)s?';
const EN = `\\b${EN_COUNT}\\s+${EN_UNIT}\\b`;
const named = (source: string, suffix: string): string => source.replace(/<(\w+)>/g, `<$1${suffix}>`);

const SPANS = new RegExp(
  [
    `(?<ago>${named(HAN, '0')}(?:之|以)?前(?<since0>(?:开始|起|就|到现在|至今))?|(?<esince0>since\\s+(?:about\\s+)?)?${named(EN, '0')}\\s+(?:ago|back)\\b)`,
    `(?<lasting>(?:已经|都|这|过去|连续|整整|快|超过|持续了?)\\s*${named(HAN, '1')}了?|${named(HAN, '2')}(?:了|以来|多了?|(?=没|都没|不|还没|都不))|(?:for|over|past|last|since|in|more than|nearly|almost)\\s+(?:about\\s+|around\\s+|nearly\\s+|almost\\s+|more than\\s+|over\\s+|the\\s+(?:past|last)\\s+)*${named(EN, '1')}|${named(EN, '2')}\\s+(?:now|already|running|straight|in a row)\\b)`,
    '(?<year>(?:去年|前年|今年)(?!\\s*\\d)|last\\s+year)',
    '(?<month>上个?月|这个?月|last\\s+month|this\\s+month)',
    '(?<week>上上?(?:周|个?星期|个?礼拜)(?![一二三四五六日天末])|last\\s+week\\b)',
    '(?<just>刚才|刚刚|刚|just\\s+now|right\\s+now|a\\s+moment\\s+ago|现在|目前)',
  ].join('|'),
  'giu',
);

/** @param text folded: lower case, simplified */
export function spokenSpans(text: string, at: Date): FoundTime[] {
  return Array.from(text.matchAll(SPANS), ({ 0: words, index, groups = {} }) => ({
    start: index,
    end: index + words.length,
    value: readSpan(words, groups, at),
  }));
}

type Groups = Readonly<Record<string, string | undefined>>;

function readSpan(words: string, groups: Groups, at: Date): TimeReference {
  if (groups['just'] !== undefined) return toReference(at, ago(at, 0, 'minute'), { approximate: true });
  if (groups['month'] !== undefined)
    return toReference(at, { days: monthAway(at, /上|last/u.test(words) ? -1 : 0) });
  if (groups['week'] !== undefined) {
    const from = mondayOf(at, words.startsWith('上上') ? -2 : -1);
    return toReference(at, { days: { from, to: addDays(from, 7), grain: 'week' } });
  }
  if (groups['year'] !== undefined)
    return toReference(at, { days: yearAway(at, words === '前年' ? -2 : words === '今年' ? 0 : -1) });
  const value = (name: string): string | undefined =>
    ['0', '1', '2'].map((suffix) => groups[name + suffix]).find((found) => found !== undefined);
  const count = value('HNUM') ?? value('ENUM') ?? '';
  const unit = UNITS[value('HUNIT') ?? value('EUNIT') ?? ''] ?? 'day';
  const since = groups['since0'] !== undefined || groups['esince0'] !== undefined;
  return toReference(at, ago(at, numberOf(count), unit), {
    ongoing: groups['lasting'] !== undefined || since,
    approximate: VAGUE.has(count) || /about|around|nearly|almost|多|快/u.test(words),
  });
}

/** `四十`, `十五`, `3`, "a couple of". */
function numberOf(count: string): number {
  const [tens, ones] = count.split('十');
  if (ones === undefined) return NUMBERS[count] ?? Number(count);
  return (tens === '' ? 1 : (NUMBERS[tens ?? ''] ?? 1)) * 10 + (NUMBERS[ones] ?? 0);
}
