import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier';
import { calibrateLanguages } from '../../src/nlu/classifier/calibrate';
import { compareModels } from '../../src/nlu/classifier/compare-models';
import { Lexicon } from '../../src/nlu/classifier/lexicon';
import { SparseBayesClassifier, trainNaturalBayes } from '../../src/nlu/classifier/natural-bayes';
import { measureReliability } from '../../src/nlu/classifier/reliability';
import type { ScoringModel } from '../../src/nlu/classifier/scoring-model';
import { seededRandom } from '../../src/nlu/classifier/softmax-training';
import { trainLinear } from '../../src/nlu/classifier/train-linear';

const TEXTS = [
  { code: 'streetlight', text: '가로등이 나갔어요' },
  { code: 'streetlight', text: '골목 가로등이 깜빡거려요' },
  { code: 'streetlight', text: '路灯坏了，晚上很暗' },
  { code: 'streetlight', text: 'the street light is out' },
  { code: 'pothole', text: '도로에 구멍이 났어요' },
  { code: 'pothole', text: '차도에 큰 구멍이 파였습니다' },
  { code: 'pothole', text: '马路上有个大坑' },
  { code: 'pothole', text: 'there is a huge hole in the road' },
];
const words = new Lexicon({
  concepts: [{ id: 'hole', stems: ['구멍', '大坑'], phrases: ['hole', 'pothole'] }],
  regionalWords: { 捷运: '地铁', 快捷运: '快捷运' },
});
const best = (model: ScoringModel, text: string): string | undefined => {
  const { logits } = model.score(text);
  return model.codes[logits.indexOf(Math.max(...logits))];
};

describe('lexicon', () => {
  it('finds the same concept in each language', () => {
    for (const text of ['도로 구 멍', '大坑', 'a pothole here'])
      expect([...words.concepts(words.prepare(text))]).toEqual(['hole']);
  });

  it('reads Taiwanese words as those of the mainland, but not inside another word', () => {
    expect(words.prepare('捷運站')).toBe('地铁站');
    expect(words.prepare('快捷運')).toBe('快捷运');
  });
});

describe('our own model', () => {
  it('learns in three languages at once', () => {
    const model = trainLinear(TEXTS, words);
    expect(['가로등 고장', '坑', 'the light'].map((text) => best(model, text))).toEqual([
      'streetlight',
      'pothole',
      'streetlight',
    ]);
  });

  it('is the same, byte by byte, each time it is trained', () => {
    const [a, b] = [trainLinear(TEXTS, words), trainLinear(TEXTS, words)];
    expect(Buffer.from(a.quantised.buffer).equals(Buffer.from(b.quantised.buffer))).toBe(true);
    expect(a.vocabulary.ids).toEqual(b.vocabulary.ids);
    expect(a.scales).toEqual(b.scales);
  });

  it('knows nothing of a text without a known feature', () => {
    expect(trainLinear(TEXTS, words).score('ՀՁՂ').known).toBe(0);
  });
});

describe('natural’s Bayes made sparse', () => {
  const documents = TEXTS.map(({ code, text }) => ({ code, tokens: text.split(/\s+/) }));

  it('ranks as natural does, by the logarithm of the same values', () => {
    const [plain, sparse] = [new BayesClassifier(undefined, 1), new SparseBayesClassifier(1)];
    for (const classifier of [plain, sparse]) {
      for (const { tokens, code } of documents) classifier.addDocument(tokens, code);
      classifier.train();
    }
    for (const { tokens } of documents) {
      const logs = sparse.getClassifications(tokens);
      plain.getClassifications(tokens).forEach(({ label, value }) => {
        const log = logs.find((entry) => entry.label === label)?.value ?? NaN;
        expect(Math.exp(log)).toBeCloseTo(value, 10);
      });
    }
  });

  it('still tells classes apart where natural’s values have all become 0', () => {
    const model = trainNaturalBayes(TEXTS, words);
    const long = Array.from({ length: 400 }, (_, i) => TEXTS[4 + (i % 4)]?.text ?? '').join(' ');
    expect(best(model, long)).toBe('pothole');
    expect([...model.score(long).logits].every(Number.isFinite)).toBe(true);
  });
});

/** Messages of which a share that equals the model's own certainty is right. */
function honestMessages(count: number, distortion: number) {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, i) => {
    const p = 0.5 + 0.5 * random();
    const right = random() < p;
    const logit = Math.log(p / (1 - p)) * distortion;
    return {
      language: (['ko', 'zh', 'en'] as const)[i % 3] ?? 'ko',
      logits: Float64Array.of(logit, 0),
      labels: [right ? 0 : 1],
    };
  });
}

describe('calibration', () => {
  it('undoes a model’s exaggeration by its temperature', () => {
    const { ko } = calibrateLanguages(honestMessages(6_000, 3), 0.9);
    expect(ko.temperature).toBeGreaterThan(2.6);
    expect(ko.temperature).toBeLessThan(3.4);
  });

  it('accepts only what is right as often as is wanted, on messages it has not seen', () => {
    const { ko, zh, en } = measureReliability(honestMessages(9_000, 2), 0.9);
    for (const { precision, error, messages } of [ko, zh, en]) {
      expect(messages).toBe(3_000);
      expect(precision).toBeGreaterThan(0.88);
      expect(error).toBeLessThan(0.03);
    }
  });

  it('accepts nothing where the target is never met', () => {
    const wrong = honestMessages(300, 1).map((message) => ({
      ...message,
      labels: [1 - (message.labels[0] ?? 0)],
    }));
    expect(calibrateLanguages(wrong, 0.97).ko.thresholds.accept).toBeGreaterThan(1);
  });
});

describe('comparing two models', () => {
  const messages = Array.from({ length: 60 }, (_, i) => ({
    text: `message ${i}`,
    code: 'a',
    alt: [],
    language: i < 30 ? ('ko' as const) : ('en' as const),
  }));
  const saying = (isRight: (i: number) => boolean): ScoringModel => ({
    codes: ['a', 'b'],
    score: (text) => {
      const right = isRight(Number(text.split(' ')[1]));
      return { logits: Float64Array.of(right ? 1 : 0, right ? 0 : 1), known: 1 };
    },
  });

  it('finds the language that got worse, and names the messages that turned', () => {
    const { worse, turned } = compareModels(
      saying(() => true),
      saying((i) => i >= 8),
      messages,
    );
    expect(worse).toEqual(['ko']);
    expect(turned).toHaveLength(8);
    expect(turned[0]).toEqual({ text: 'message 0', language: 'ko', code: 'a', taken: 'b' });
  });

  it('does not mind what chance explains', () => {
    expect(
      compareModels(
        saying((i) => i !== 3),
        saying((i) => i !== 5),
        messages,
      ).worse,
    ).toEqual([]);
  });
});
