import type { SeoulDate } from '../deadline/seoul-time';

declare const receiptBrand: unique symbol;
/** `2026-0312-00042-7`: day of receipt in Seoul, the day's counter, check digit. */
export type ReceiptNumber = string & { readonly [receiptBrand]: true };

/** Makes the number of the `counter`-th complaint of a day. @throws RangeError beyond 99,999 a day. */
export function receiptNumber(date: SeoulDate, counter: number): ReceiptNumber {
  if (!Number.isInteger(counter) || counter < 1 || counter > 99_999)
    throw new RangeError(`counter ${counter}`);
  const [year = '', month = '', day = ''] = date.split('-');
  const body = `${year}-${month}${day}-${String(counter).padStart(5, '0')}`;
  return `${body}-${dammDigit(body)}` as ReceiptNumber;
}

/** Reads a receipt number as people type it: spaces, dots, other dashes, full-width digits, or none between. */
export function parseReceiptNumber(text: string): ReceiptNumber | undefined {
  const found = /(?<!\d)(20\d\d)[-\s.]?([01]\d[0-3]\d)[-\s.]?(\d{5})[-\s.]?(\d)(?!\d)/.exec(
    text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-'),
  );
  if (!found) return undefined;
  const body = `${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`;
  return dammDigit(body) === Number(found[4]) ? (`${body}-${found[4] ?? ''}` as ReceiptNumber) : undefined;
}

/** H. Michael Damm's quasigroup (2004): finds every single wrong digit and every swap of neighbours. */
const DAMM = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
]; // prettier-ignore

function dammDigit(body: string): number {
  return [...body.replace(/\D/g, '')].reduce((row, digit) => Number(DAMM[row]?.[Number(digit)]), 0);
}
