import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepModel } from '../../src/nlu/classifier/keep-model';
import { readModel } from '../../src/nlu/classifier/model-file';
import type { TrainingContent } from '../../src/nlu/classifier/train-classifier';
import { temporaryFolder } from '../support/folders';

const WORDS = { light: ['lamp', 'light', 'bulb', 'dark'], hole: ['hole', 'pit', 'crater', 'asphalt'] };
const sentences = Object.entries(WORDS).flatMap(([code, words]) =>
  words.flatMap((word) =>
    ['there is a', 'please look at the', 'again this', 'near my house a', 'what about the'].map((before) => ({
      code,
      language: 'en' as const,
      text: `${before} ${word}`,
    })),
  ),
);
const content: TrainingContent = {
  utterances: sentences,
  calibration: sentences.map((sentence) => ({ ...sentence, text: `${sentence.text} here`, alt: [] })),
  concepts: [],
  regionalWords: {},
};
/** Half of the sentences under the wrong name. */
const spoilt: TrainingContent = {
  ...content,
  utterances: sentences.map((sentence, i) => ({ ...sentence, code: i % 2 ? 'light' : 'hole' })),
};

describe('keeping a model', () => {
  const settings = () => ({
    engine: 'linear' as const,
    targetPrecision: 0.9,
    folder: join(temporaryFolder(), 'model'),
  });
  const first = settings();
  const second = settings();
  const third = settings();
  const fourth = settings();

  it('trains once and keeps what it has, byte by byte', () => {
    expect(keepModel(content, first).kind).toBe('replaced');
    const bytes = readFileSync(join(first.folder, 'current.bin'));
    expect(keepModel(content, first).kind).toBe('unchanged');
    expect(keepModel(content, { ...first, again: true }).kind).toBe('replaced');
    expect(readFileSync(join(first.folder, 'current.bin')).equals(bytes)).toBe(true);
  });

  it('refuses a worse model, goes on with the old one, and takes the new one by force', () => {
    keepModel(content, second);
    const refused = keepModel(spoilt, second);
    expect(refused).toMatchObject({ kind: 'refused', comparison: { worse: ['en'] } });
    expect(refused.trained.model.score('a lamp').logits).toEqual(
      keepModel(content, second).trained.model.score('a lamp').logits,
    );
    expect(keepModel(spoilt, second).kind).toBe('refused');
    expect(keepModel(spoilt, { ...second, again: true, force: true }).kind).toBe('replaced');
  });

  it('learns corrections, and learns them again when the content changes', () => {
    const corrections = Array.from({ length: 10 }, () => ({
      code: 'hole',
      language: 'en' as const,
      text: 'the gully swallowed my wheel',
    }));
    keepModel(content, { ...third, again: true, corrections });
    const grown = { ...content, calibration: content.calibration.slice(1) };
    const { trained } = keepModel(grown, third);
    const { logits, known } = trained.model.score('gully');
    expect(known).toBeGreaterThan(0);
    expect(trained.model.codes[(logits[0] ?? 0) > (logits[1] ?? 0) ? 0 : 1]).toBe('hole');
  });

  it('trains anew where the file is broken or of another version', () => {
    keepModel(content, fourth);
    const file = join(fourth.folder, 'current.bin');
    writeFileSync(file, readFileSync(file).subarray(0, 200));
    expect(readModel(file)).toBeUndefined();
    expect(keepModel(content, fourth).kind).toBe('replaced');
    expect(existsSync(join(fourth.folder, 'refused.json'))).toBe(false);
  });
});
