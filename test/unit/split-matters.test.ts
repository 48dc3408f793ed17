import type { IntentClassifier } from '../../src/app/ports/understanding';
import { clausesOf } from '../../src/nlu/matters/clauses';
import { matterSplitter } from '../../src/nlu/matters/split-matters';

/** Takes a text for what its words say, as surely as they are many. */
const classifier: IntentClassifier = {
  thresholds: () => ({ accept: 0.8, confirm: 0.5, offer: 0.1 }),
  classify(text) {
    const hits = (pattern: RegExp): number => (text.match(pattern) ?? []).length;
    const scores = [
      ['streetlight', hits(/가로등|路灯|light/gu)],
      ['missed-collection', hits(/쓰레기|垃圾|rubbish/gu)],
      ['greeting', hits(/안녕|hello/gu)],
    ] as const;
    const total = scores.reduce((sum, [, n]) => sum + n, 0);
    return scores
      .filter(([, n]) => n > 0)
      .map(([code, n]) => ({ code, probability: (0.95 * n) / total }))
      .sort((a, b) => b.probability - a.probability);
  },
};
const split = (text: string): [string, string | undefined][] =>
  matterSplitter(classifier)
    .split(text, classifier.classify(text))
    .map(({ start, end, candidates }) => [text.slice(start, end), candidates[0]?.code]);

describe('several matters', () => {
  it.each([
    ['가로등도 나갔고 그 옆에 쓰레기도 쌓여 있어요', '가로등도 나갔고', '그 옆에 쓰레기도 쌓여 있어요'],
    ['路灯坏了，还有旁边的垃圾三天没人收', '路灯坏了', '还有旁边的垃圾三天没人收'],
    [
      'The light is out. Also the rubbish is still here',
      'The light is out.',
      'Also the rubbish is still here',
    ],
    ['1. 가로등이 고장났어요 2. 쓰레기가 그대로예요', '1. 가로등이 고장났어요', '2. 쓰레기가 그대로예요'],
  ])('are found in %p', (text, first, second) => {
    expect(split(text)).toEqual([
      [first, 'streetlight'],
      [second, 'missed-collection'],
    ]);
  });

  it('are not made of one matter told in three sentences', () => {
    const text = '가로등이 나갔어요. 아이가 무서워해요. 구청에 두 번이나 전화했는데 가로등은 그대로예요.';
    expect(split(text)).toEqual([[text, 'streetlight']]);
  });

  it('are not made of a greeting and a matter', () => {
    const text = '안녕하세요 반갑습니다. 골목 가로등이 나갔어요';
    expect(split(text)).toHaveLength(1);
  });

  it('are looked for in a few clauses only, however long the message', () => {
    expect(clausesOf('가로등이 나갔어요. '.repeat(500)).length).toBeLessThanOrEqual(8);
  });
});
