import { findPhoneNumbersInText } from 'libphonenumber-js';
import type { TextSpan } from '../../domain/text-span';

export interface FoundPhone extends TextSpan {
  readonly kind: 'phone';
  /** E.164 */
  readonly value: string;
}

/** Shorter runs of digits are 119, 120 and the like. */
const LONG_ENOUGH = /(?:\d[\s().\-–]{0,2}){7}/u;
const MAX_CHARACTERS = 2_000;

/** Phone numbers of Korea, and of anywhere with `+`. @param text folded */
export function phones(text: string): FoundPhone[] {
  if (!LONG_ENOUGH.test(text)) return [];
  return findPhoneNumbersInText(text.slice(0, MAX_CHARACTERS), 'KR').map(({ startsAt, endsAt, number }) => ({
    kind: 'phone',
    value: number.number,
    start: startsAt,
    end: endsAt,
  }));
}
