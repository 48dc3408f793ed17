import fc from 'fast-check';
import { parseReceiptNumber, receiptNumber } from '../../src/domain/case/receipt-number';

describe('receipt number', () => {
  it('reads back what it has written, however people set it', () => {
    const written = receiptNumber('2026-03-12', 42);
    expect(written).toMatch(/^2026-0312-00042-\d$/);
    for (const typed of [
      written,
      written.replaceAll('-', ' '),
      written.replaceAll('-', ''),
      `접수번호 ${written}입니다`,
    ]) {
      expect(parseReceiptNumber(typed)).toBe(written);
    }
  });

  it('notices every single wrong digit', () => {
    const written = receiptNumber('2026-03-12', 42);
    const counterAt = written.indexOf('00042');
    for (let i = counterAt; i < counterAt + 5; i++) {
      for (let digit = 0; digit < 10; digit++) {
        const wrong = written.slice(0, i) + String(digit) + written.slice(i + 1);
        expect(parseReceiptNumber(wrong)).toBe(wrong === written ? written : undefined);
      }
    }
  });

  it('notices two swapped neighbours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }), (counter, i) => {
        const written = receiptNumber('2026-11-23', counter);
        const at = written.length - 7 + i;
        const swapped = written.slice(0, at) + written[at + 1]! + written[at]! + written.slice(at + 2);
        return swapped === written || parseReceiptNumber(swapped) === undefined;
      }),
      { seed: 120 },
    );
  });

  it('refuses a counter that does not fit', () => {
    expect(() => receiptNumber('2026-03-12', 100_000)).toThrow(RangeError);
  });
});
