import fc from 'fast-check';
import { foldText } from '../../src/nlu/text/fold-text';

describe('folded text', () => {
  it('knows where in the original each character came from', () => {
    const original = `ＡＢ ${'강남'.normalize('NFD')} ﬁ 永登浦區`;
    const { text, original: at } = foldText(original);
    expect(text).toBe('ab 강남 fi 永登浦区'.normalize('NFC'));
    expect(original.slice(at(text.indexOf('강남')), at(text.indexOf('강남') + 2)).normalize('NFC')).toBe(
      '강남',
    );
    expect(original.slice(at(text.indexOf('永')), at(text.length))).toBe('永登浦區');
  });

  it('never points backwards or beyond the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (original) => {
        const { text, original: at } = foldText(original);
        let last = 0;
        for (let i = 0; i <= text.length; i++) {
          expect(at(i)).toBeGreaterThanOrEqual(last);
          expect(at(i)).toBeLessThanOrEqual(original.length);
          last = at(i);
        }
      }),
      { seed: 120 },
    );
  });
});
