import type { SeoulDate } from './seoul-time';
import { weekdayOf } from './seoul-time';

/** When the city works. */
export interface WorkingCalendar {
  /** Public, substitute and temporary holidays with their Korean name. */
  readonly holidays: ReadonlyMap<SeoulDate, string>;
  /** The working stretches of a day in minutes after midnight: by default 09-12 and 13-18. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
}

/** Why nobody works that day: the holiday's name, `토요일`, `일요일`; undefined on a working day. */
export function dayOff(calendar: WorkingCalendar, date: SeoulDate): string | undefined {
  const holiday = calendar.holidays.get(date);
  if (holiday !== undefined) return holiday;
  const weekday = weekdayOf(date);
  return weekday === 6 ? '토요일' : weekday === 0 ? '일요일' : undefined;
}
