/** Korea keeps UTC+9 all year: wall-clock arithmetic needs no time-zone data. */
const OFFSET_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A day in Seoul, `2026-03-12`. */
export type SeoulDate = string;

export interface SeoulTime {
  readonly date: SeoulDate;
  /** Minutes since midnight in Seoul, with fractions. */
  readonly minute: number;
  /** 0 = Sunday. */
  readonly weekday: number;
}

export function toSeoulTime(instant: Date): SeoulTime {
  const shifted = new Date(instant.getTime() + OFFSET_MS);
  return {
    date: shifted.toISOString().slice(0, 10),
    minute: (shifted.getTime() % DAY_MS) / 60_000,
    weekday: shifted.getUTCDay(),
  };
}

/** The instant at which it is `minute` minutes after midnight in Seoul on `date`. */
export const fromSeoulTime = (date: SeoulDate, minute: number): Date =>
  new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET_MS + minute * 60_000);

export const weekdayOf = (date: SeoulDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

export const addDays = (date: SeoulDate, days: number): SeoulDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** ISO 8601 with Seoul's offset and without milliseconds: `2026-03-26T18:00:00+09:00`. */
export const toSeoulIso = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19) + '+09:00';
