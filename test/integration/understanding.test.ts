import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { understandMessage } from '../../src/app/understand-message';
import { prepareUnderstanding } from '../../src/compose';
import { dataFolder, projectDir } from '../support/folders';

const settings = { contentDir: projectDir, dataDir: dataFolder(), targetPrecision: 0.97 };
const desk = prepareUnderstanding({ ...settings, classifier: 'linear' });
const at = new Date('2026-03-12T10:00:00+09:00');
const real = ['ko', 'zh', 'en'].flatMap((language) =>
  readFileSync(join(projectDir, 'test', 'content', `fresh-${language}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text),
);

function expectValid(text: string): void {
  const { candidates, matters, place, entities, decision } = understandMessage(desk, text, at);
  let sum = 0;
  for (const { code, probability } of candidates) {
    expect(code).not.toBe('');
    expect(probability).toBeGreaterThanOrEqual(0);
    sum += probability;
  }
  expect(sum).toBeLessThanOrEqual(1 + 1e-9);
  expect(['accept', 'confirm', 'offer', 'hand-over']).toContain(decision);
  expect(matters.length).toBeGreaterThanOrEqual(1);
  for (const { start, end } of [...matters, ...entities, ...('spans' in place ? place.spans : [])]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(end).toBeGreaterThanOrEqual(start);
  }
}

describe('understanding', () => {
  it('gives a valid result for any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), expectValid), { seed: 120 });
  });

  it('gives a valid result for real texts cut anywhere and mixed with each other', () => {
    const text = fc.constantFrom(...real);
    const mixed = fc
      .tuple(text, text, fc.nat(200), fc.nat(200))
      .map(([a, b, i, j]) => a.slice(i % (a.length + 1)) + b.slice(0, j) + a.slice(0, i));
    fc.assert(fc.property(mixed, expectValid), { seed: 120, numRuns: 300 });
  });

  it('takes about ten times as long for ten times the text', () => {
    const timeOf = (characters: number): number => {
      const text = real.join(' ').slice(0, characters);
      const times = Array.from({ length: 7 }, () => {
        const started = performance.now();
        understandMessage(desk, text, at);
        return performance.now() - started;
      });
      return Math.min(...times);
    };
    timeOf(4_000);
    // Quadratic time would be a hundred times as much; texts are read up to 4,000 characters.
    expect(timeOf(4_000) / timeOf(400)).toBeLessThan(50);
  });

  it('understands by natural’s engine too, where that is chosen', () => {
    const natural = prepareUnderstanding({ ...settings, classifier: 'natural' });
    const { candidates } = understandMessage(natural, '집 앞 가로등이 나갔어요', at);
    expect(candidates[0]?.code).toBe('streetlight');
    expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('knows how far its probabilities may be believed', () => {
    for (const { error, messages } of Object.values(desk.model.trained.reliability)) {
      expect(messages).toBeGreaterThan(500);
      expect(error).toBeLessThanOrEqual(0.05);
    }
  });
});
