import type { TimeReference } from '../../domain/entity/entity';
import type { SeoulDate } from '../../domain/deadline/seoul-time';
import { addDays, fromSeoulTime, toSeoulIso, toSeoulTime, weekdayOf } from '../../domain/deadline/seoul-time';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** A part of the day in minutes after midnight; `to` beyond 1440 reaches into the next morning. */
export interface DayPart {
  readonly from: number;
  readonly to: number;
}

export const DAY_PARTS = {
  dawn: { from: 0, to: 360 },
  morning: { from: 360, to: 720 },
  noon: { from: 690, to: 810 },
  afternoon: { from: 720, to: 1080 },
  evening: { from: 1080, to: 1260 },
  night: { from: 1260, to: 1620 },
} as const satisfies Readonly<Record<string, DayPart>>;
export type DayPartName = keyof typeof DAY_PARTS;

/** A point in time as far as it was said. */
export interface Moment {
  readonly date?: SeoulDate;
  /** Minutes after midnight; beyond 1440 on the day after `date`. */
  readonly minute?: number;
  readonly part?: DayPartName;
  /** A stretch of days: first day, and the day after the last. */
  readonly days?: {
    readonly from: SeoulDate;
    readonly to: SeoulDate;
    readonly grain: 'week' | 'month' | 'year';
  };
}

export const today = (at: Date): SeoulDate => toSeoulTime(at).date;

const pad = (n: number): string => String(n).padStart(2, '0');

/** `HH:MM` */
export const clockText = (minute: number): string =>
  `${pad(Math.floor(minute / 60) % 24)}:${pad(Math.floor(minute) % 60)}`;

/** A date if the calendar has it. */
export function dateOf(year: number, month: number, day: number): SeoulDate | undefined {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The latest such day of the year that is not in the future. */
export function pastDate(at: Date, month: number, day: number): SeoulDate | undefined {
  const now = today(at);
  const year = Number(now.slice(0, 4));
  const date = dateOf(year, month, day);
  return date !== undefined && date <= now ? date : dateOf(year - 1, month, day);
}

/** The latest such weekday, today included. 0 = Sunday. */
export const pastWeekday = (at: Date, weekday: number): SeoulDate =>
  addDays(today(at), -((weekdayOf(today(at)) - weekday + 7) % 7));

/** The Monday of the week that is `weeks` away. */
export const mondayOf = (at: Date, weeks: number): SeoulDate =>
  addDays(today(at), -((weekdayOf(today(at)) + 6) % 7) + 7 * weeks);

/** The month that is `months` away, as days. */
export function monthAway(at: Date, months: number): NonNullable<Moment['days']> {
  const [year = 0, month = 0] = today(at).split('-').map(Number);
  const first = (index: number): SeoulDate =>
    `${Math.floor(index / 12)}-${pad((((index % 12) + 12) % 12) + 1)}-01`;
  const index = year * 12 + month - 1 + months;
  return { from: first(index), to: first(index + 1), grain: 'month' };
}

export function yearAway(at: Date, years: number): NonNullable<Moment['days']> {
  const year = Number(today(at).slice(0, 4)) + years;
  return { from: `${year}-01-01`, to: `${year + 1}-01-01`, grain: 'year' };
}

/** A point `count` units ago: to the minute, or the day. */
export function ago(at: Date, count: number, unit: Unit): Moment {
  if (unit === 'minute' || unit === 'hour') {
    const { date, minute } = toSeoulTime(
      new Date(at.getTime() - count * (unit === 'hour' ? 3_600_000 : 60_000)),
    );
    return {
      date,
      minute: Math.floor(minute),
    };
  }
  if (unit === 'day' || unit === 'week')
    return { date: addDays(today(at), -Math.round(count * (unit === 'week' ? 7 : 1))) };
  const [year = 0, month = 0, day = 0] = today(at).split('-').map(Number);
  const index = year * 12 + month - 1 - Math.round(count * (unit === 'year' ? 12 : 1));
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  for (let d = day; d > 27; d--) {
    const date = dateOf(y, m, d);
    if (date !== undefined) return { date };
  }
  return { date: dateOf(y, m, Math.min(day, 28)) ?? today(at) };
}

export interface Circumstances {
  readonly ongoing?: boolean;
  readonly approximate?: boolean;
  readonly recurrence?: TimeReference['recurrence'];
  /** What the stretch ends with. */
  readonly until?: Moment;
}

/** Puts what was said together. An hour or a part of the day without a day is the last one that has begun. */
export function toReference(
  at: Date,
  moment: Moment,
  { ongoing = false, approximate = false, recurrence, until }: Circumstances = {},
): TimeReference {
  const stretch = stretchOf(at, moment);
  const end = until && (stretchOf(at, until)?.to ?? stretchOf(at, until)?.from);
  const to = end ? laterThan(end, stretch?.from) : ongoing ? undefined : stretch?.to;
  return {
    ...(stretch && { from: toSeoulIso(stretch.from) }),
    ...(to && { to: toSeoulIso(to) }),
    grain: grainOf(moment),
    ongoing,
    approximate,
    ...(recurrence && { recurrence }),
  };
}

/** An end without a day lies after its beginning. */
function laterThan(end: Date, from: Date | undefined): Date {
  const late = new Date(end);
  while (from && late <= from) late.setTime(late.getTime() + 86_400_000);
  return late;
}

function grainOf({ days, minute, part }: Moment): TimeReference['grain'] {
  if (days) return days.grain;
  if (minute !== undefined) return minute % 60 === 0 ? 'hour' : 'minute';
  return part === undefined ? 'day' : 'part-of-day';
}

function stretchOf(at: Date, { date, minute, part, days }: Moment): { from: Date; to?: Date } | undefined {
  if (days) return { from: fromSeoulTime(days.from, 0), to: fromSeoulTime(days.to, 0) };
  if (minute !== undefined) {
    const from = fromSeoulTime(date ?? today(at), minute);
    return { from: date === undefined && from > at ? fromSeoulTime(addDays(today(at), -1), minute) : from };
  }
  if (part !== undefined) {
    const { from, to } = DAY_PARTS[part];
    const begun = date ?? (fromSeoulTime(today(at), from) > at ? addDays(today(at), -1) : today(at));
    return { from: fromSeoulTime(begun, from), to: fromSeoulTime(begun, to) };
  }
  return date === undefined ? undefined : { from: fromSeoulTime(date, 0), to: fromSeoulTime(date, 1_440) };
}

/**
 * An hour on a twelve-hour clock, in minutes after midnight of the day it is said of.
 * @param part as said: `밤 1시` of a day lies in the night that follows it
 */
export function clockMinute(hour: number, minute: number, part: DayPartName | undefined): number | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const plain = hour * 60 + minute;
  switch (part) {
    case 'night':
      if (hour === 12) return 1_440 + minute;
      return hour < 6 ? 1_440 + plain : hour < 12 ? plain + 720 : plain;
    case 'afternoon':
    case 'evening':
      return hour < 12 ? plain + 720 : plain;
    case 'noon':
      return hour < 6 ? plain + 720 : plain;
    case 'dawn':
    case 'morning':
      return hour === 12 ? minute : plain;
    case undefined:
      return plain;
  }
}

/** An hour without a part of the day: of its two readings the last one that is past; with a day, the likelier one. */
export function likelyMinute(at: Date, minute: number, date: SeoulDate | undefined): number {
  if (minute >= 780 || minute === 0) return minute;
  if (date !== undefined) return minute < 420 && minute >= 60 ? minute + 720 : minute;
  const now = toSeoulTime(at).minute;
  return minute + 720 <= now || minute > now ? (minute + 720) % 1_440 : minute;
}
