import type { TimeReference } from '../../domain/entity/entity';
import type { FoundTime } from './korean-times';
import type { DayPartName } from './time-arithmetic';
import { clockMinute, clockText, DAY_PARTS, toReference } from './time-arithmetic';

type Recurrence = NonNullable<TimeReference['recurrence']>;

const PARTS: Readonly<Record<string, DayPartName>> = {
  凌晨: 'dawn', 半夜: 'night', 深夜: 'night', 夜里: 'night', 夜晚: 'night', 晚上: 'night', 晚: 'night', 夜: 'night',
  早上: 'morning', 早晨: 'morning', 上午: 'morning', 早: 'morning', 中午: 'noon', 下午: 'afternoon', 傍晚: 'evening',
  night: 'night', morning: 'morning', afternoon: 'afternoon', evening: 'evening', dawn: 'dawn', noon: 'noon',
}; // prettier-ignore
const WEEKDAYS: Readonly<Record<string, number>> = {
  日: 0, 天: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6,
  sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6,
}; // prettier-ignore
const HAN_HOURS: Readonly<Record<string, number>> = {
  一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十一: 11, 十二: 12,
}; // prettier-ignore

const HAN_PARTS = Object.keys(PARTS)
  .filter((word) => !/[a-z]/.test(word))
  .join('|');
const HAN_CLOCK = `(?:\\s*(?<hhour>\\d{1,2}|十[一二]?|[一二两三四五六七八九])\\s*(?:点|时)(?<hhalf>半)?(?:钟|多|左右)?(?:以后|之后|后|过后|开始|起)?)?`;
const EN_CLOCK =
  '(?:\\s+(?:after|from|at|around|past)\\s+(?:about\\s+)?(?<ehour>\\d{1,2})(?::(?<eminute>[0-5]\\d))?\\s*(?<meridiem>[ap]\\.?m\\b\\.?)?)?';
const WEEKDAY_NAMES = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday';

const RECURRENCE = new RegExp(
  [
    `(?:每天|每日|天天|每晚|每早|每夜|每到)(?:的|都|到|都到|都在|一到)?\\s*(?<hpart>${HAN_PARTS})?${HAN_CLOCK}`,
    '每?(?:周末|逢周末|个周末)',
    '每(?:周|个?星期|个?礼拜)(?<hweekday>[一二三四五六日天])?',
    '每个?月',
    '平日|工作日',
    `\\b(?:every|each)\\s+(?:single\\s+)?(?:(?<epart>night|morning|afternoon|evening)|(?<eday>${WEEKDAY_NAMES})s?|(?<eunit>day|week|weekend|month|weekday))\\b${EN_CLOCK}`,
    `\\b(?<nightly>nightly|daily|weekly|monthly|all\\s+the\\s+time|day\\s+and\\s+night)\\b`,
    `\\b(?:(?:on|at|in)\\s+(?:the\\s+)?(?=nights|mornings|[a-z]+days))?(?<plural>weekends|weekdays|(?<=(?:on|at|in)\\s(?:the\\s)?)(?:nights|mornings|(?:${WEEKDAY_NAMES})s))\\b${EN_CLOCK.replace(/<(\w+)>/g, '<$12>')}`,
  ].join('|'),
  'giu',
);

/**
 * What repeats, in Chinese and English: "every night after 11", `每晚十一点以后`, "on weekends".
 * @param text folded: lower case, simplified
 */
export function recurrences(text: string, at: Date): FoundTime[] {
  return Array.from(text.matchAll(RECURRENCE), ({ 0: words, index, groups = {} }) => ({
    start: index,
    end: index + words.trimEnd().length,
    value: toReference(at, {}, { recurrence: recurrenceOf(words, groups) }),
  }));
}

type Groups = Readonly<Record<string, string | undefined>>;

function recurrenceOf(words: string, g: Groups): Recurrence {
  const part = partOf(words, g);
  return { every: everyOf(words, g), ...weekdaysOf(words, g), ...hours(part, g) };
}

function everyOf(words: string, { eunit, nightly, eday, hweekday }: Groups): Recurrence['every'] {
  if (/周末|weekend/u.test(words)) return 'weekend';
  if (/平日|工作日|weekday/u.test(words)) return 'weekday';
  if (eday !== undefined || hweekday !== undefined || eunit === 'week' || nightly === 'weekly') return 'week';
  if (/每个?月/u.test(words) || eunit === 'month' || nightly === 'monthly') return 'month';
  return /^每(?:周|个?星期|个?礼拜)|days\b/u.test(words) ? 'week' : 'day';
}

function partOf(words: string, { hpart, epart, nightly, plural }: Groups): DayPartName | undefined {
  if (/^每[晚夜]/u.test(words) || nightly === 'nightly' || plural === 'nights') return 'night';
  if (words.startsWith('每早') || plural === 'mornings') return 'morning';
  return PARTS[hpart ?? epart ?? ''];
}

function weekdaysOf(_words: string, { eday, hweekday, plural }: Groups): Pick<Recurrence, 'weekdays'> {
  const weekday = WEEKDAYS[eday ?? hweekday ?? plural?.replace(/s$/u, '') ?? ''];
  return weekday === undefined ? {} : { weekdays: [weekday] };
}

/** From the hour that was said, or from when the part of the day begins. */
function hours(part: DayPartName | undefined, g: Groups): Pick<Recurrence, 'after' | 'before'> {
  const said = g['hhour'] ?? g['ehour'] ?? g['ehour2'];
  if (said !== undefined) {
    const hour = HAN_HOURS[said] ?? Number(said);
    const minute = g['hhalf'] === undefined ? Number(g['eminute'] ?? g['eminute2'] ?? 0) : 30;
    const meridiem = (g['meridiem'] ?? g['meridiem2'] ?? '').charAt(0);
    const named = meridiem === 'p' ? 'afternoon' : meridiem === 'a' ? 'morning' : part;
    const at = clockMinute(hour, minute, named);
    if (at !== undefined) return { after: clockText(at) };
  }
  if (part === undefined) return {};
  const { from, to } = DAY_PARTS[part];
  return { after: clockText(from), ...(to <= 1_440 && { before: clockText(to) }) };
}
