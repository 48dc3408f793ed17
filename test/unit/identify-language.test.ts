import fc from 'fast-check';
import { languageIdentifier } from '../../src/nlu/language/identify-language';
import { normalise } from '../../src/nlu/text/normalise';

const words = new Set(
  'the is street light out in front of please everywhere and broken smells bad'.split(' '),
);
const { identify } = languageIdentifier(words);

describe('language', () => {
  it.each([
    ['가로등이 나갔어요', 'ko', 'Hang'],
    ['路灯坏了没人修', 'zh-Hans', 'Hans'],
    ['路燈壞了沒人修', 'zh-Hant', 'Hant'],
    ['你好', 'zh-Hans', 'Hani'],
    ['the street light is out', 'en', 'Latn'],
    ['asdfgh', 'undetermined', 'Latn'],
    ['sseuregi', 'undetermined', 'Latn'],
    ['ㅠㅠㅠ', 'undetermined', 'Hang'],
    ['123-45', 'undetermined', 'Zyyy'],
    ['😀🔥', 'undetermined', 'Zyyy'],
    ['外国人登録どこですか', 'undetermined', 'Zyyy'],
    ['', 'undetermined', 'Zyyy'],
  ])('takes %p for %s', (text, language, script) => {
    expect(identify(text)).toEqual({ language, script });
  });

  it('gives an answer for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(identify(text).language).toBeDefined();
        expect(typeof normalise(text)).toBe('string');
      }),
      { seed: 120 },
    );
  });

  it('normalises width, case, repetition, invisible characters and traditional script', () => {
    expect(normalise('ＡＢＣ　도로가ㅠㅠㅠㅠㅠ\u200b 壞了!!!!')).toBe(
      'abc 도로가ㅠㅠ 坏了!!'.normalize('NFKC'),
    );
  });
});
