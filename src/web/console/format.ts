/** Says a sentence of the console by its key. */
export type Say = (key: string) => string;

/** `2026-03-12T18:00:00+09:00` -> `03-12 18:00` */
export const shortTime = (iso: string): string => `${iso.slice(5, 10)} ${iso.slice(11, 16)}`;
