/**
 * Replaces personal data in free text by a label in square brackets.
 *
 * Recognised: resident and alien registration numbers (주민등록번호, 외국인등록번호: 6 + 7 digits with the birth
 * date and century digit checked for form), payment cards (Luhn-valid, 13-19 digits), Korean phone numbers,
 * e-mail addresses, vehicle plates. Full-width digits and odd separators are seen through.
 */
export function maskPersonalData(text: string): string {
  return maskSecrets(text).replace(EMAIL, '[email]').replace(PHONE, '[phone]').replace(PLATE, '[plate]');
}

/**
 * Masks only what no department ever needs: registration and card numbers. Applied before anything is stored;
 * a plate stays in the case, because the officer on site looks for it.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(RESIDENT_NUMBER, '[id-number]')
    .replace(CARD, (found) => (passesLuhn(found) ? '[card]' : found));
}

const D = '[0-9\\uff10-\\uff19]';
const SEPARATOR = '[\\s\\-\\u2010-\\u2015\\u2212\\uff0d._·~]{0,3}';
const RESIDENT_NUMBER = new RegExp(
  `(?<!${D})${D}{2}[0\\uff101\\uff11]${D}[0-3\\uff10-\\uff13]${D}${SEPARATOR}[0-9\\uff10-\\uff19*]${D}{6}(?!${D})`,
  'gu',
);
const CARD = new RegExp(`(?<!${D})${D}(?:${SEPARATOR}${D}){12,18}(?!${D})`, 'gu');
const PHONE = new RegExp(
  `(?<!${D})(?:[+\\uff0b]?\\s?[8\\uff18][2\\uff12]${SEPARATOR}\\(?[0\\uff10]?\\)?${SEPARATOR}[1-7\\uff11-\\uff17]${D}?|\\(?[0\\uff10][1-7\\uff11-\\uff17]${D}?\\)?)${SEPARATOR}${D}{3,4}${SEPARATOR}${D}{4}(?!${D})`,
  'gu',
);
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PLATE = new RegExp(
  `(?<!${D})(?:[서부대인광울세경강충전제][울산구천주종기원북남]\\s?)?${D}{2,3}\\s?[가-힣]\\s?${D}{4}(?!${D})`,
  'gu',
);

function passesLuhn(found: string): boolean {
  const digits = [...found.normalize('NFKC')].filter((c) => c >= '0' && c <= '9').map(Number);
  const sum = digits.reverse().reduce((total, digit, i) => {
    const value = i % 2 === 1 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
