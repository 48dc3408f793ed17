import type { SeoulDate } from './seoul-time';
import { addDays, fromSeoulTime, toSeoulTime } from './seoul-time';
import type { WorkingCalendar } from './working-calendar';
import { dayOff } from './working-calendar';

/**
 * A legal period.
 *
 * - `working-hours`: counted within the city's working hours (민원 처리에 관한 법률 §19①: periods of up to five
 *   days are counted in hours, eight hours a day, holidays and Saturdays left out; decree §19: 즉시 = 3 hours).
 * - `working-days`: six days or more, the first day counted, holidays and Saturdays left out (§19②); ends at the
 *   close of its last day.
 * - `clock-hours`: round the clock; the city's own promise for on-site complaints.
 */
export type Period =
  | { readonly unit: 'working-hours'; readonly amount: number; readonly article: string }
  | { readonly unit: 'working-days'; readonly amount: number; readonly article: string }
  | { readonly unit: 'clock-hours'; readonly amount: number; readonly article: string };

export interface Deadline {
  readonly due: Date;
  /** Days between receipt and due time on which the clock stood still. */
  readonly skipped: readonly { readonly date: SeoulDate; readonly why: string }[];
  readonly article: string;
}

/** When a case received at `received` must be done. */
export function deadlineFor(received: Date, period: Period, calendar: WorkingCalendar): Deadline {
  const skipped: { date: SeoulDate; why: string }[] = [];
  const onSkip = (date: SeoulDate, why: string): void => void skipped.push({ date, why });
  const due =
    period.unit === 'clock-hours'
      ? new Date(received.getTime() + period.amount * 3_600_000)
      : period.unit === 'working-hours'
        ? afterWorkingHours(received, period.amount, calendar, onSkip)
        : endOfWorkingDays(received, period.amount, calendar, onSkip);
  return { due, skipped, article: period.article };
}

type OnSkip = (date: SeoulDate, why: string) => void;

function afterWorkingHours(received: Date, hours: number, calendar: WorkingCalendar, onSkip: OnSkip): Date {
  let left = hours * 60;
  const start = toSeoulTime(received);
  for (let date = start.date, now = start.minute; ; date = addDays(date, 1), now = 0) {
    const off = dayOff(calendar, date);
    if (off !== undefined) {
      onSkip(date, off);
      continue;
    }
    for (const { from, to } of calendar.stretches) {
      const begin = Math.max(from, now);
      if (begin >= to) continue;
      if (to - begin >= left) return fromSeoulTime(date, begin + left);
      left -= to - begin;
    }
  }
}

/** What arrives on a day off or after hours still counts that working day as the first, as the Act says. */
function endOfWorkingDays(received: Date, days: number, calendar: WorkingCalendar, onSkip: OnSkip): Date {
  const close = calendar.stretches.at(-1)?.to ?? 18 * 60;
  let left = days;
  for (let date = toSeoulTime(received).date; ; date = addDays(date, 1)) {
    const off = dayOff(calendar, date);
    if (off !== undefined) onSkip(date, off);
    else if (--left === 0) return fromSeoulTime(date, close);
  }
}
