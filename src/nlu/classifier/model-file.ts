import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { WordKnowledge } from './lexicon';
import { Lexicon } from './lexicon';
import { LinearModel } from './linear-model';
import type { TrainedClassifier } from './train-classifier';
import { TRAINER_VERSION } from './train-classifier';
import { Vocabulary } from './vocabulary';

/**
 * The file: a line of JSON, padded to a multiple of four bytes, then feature ids, idf and class scales as 32-bit
 * values, then the weights as bytes. The words that the model knows are part of it: an old model goes on to
 * understand as it did when they change.
 */
interface Header extends Omit<TrainedClassifier, 'model'> {
  readonly trainer: number;
  readonly fingerprint: string;
  readonly codes: readonly string[];
  readonly rows: number;
  readonly words: WordKnowledge;
}

/** A model with the hash of what it was trained on. */
export interface StoredClassifier extends TrainedClassifier {
  readonly model: LinearModel;
  readonly fingerprint: string;
}

/** Writes beside the target and renames: a crash leaves the old model or the new one, never half of one. */
export function writeModel(
  file: string,
  { model, ...trained }: StoredClassifier,
  { concepts, regionalWords }: WordKnowledge,
): void {
  const { codes, vocabulary, scales, quantised } = model;
  const words = { concepts, regionalWords };
  const header: Header = { trainer: TRAINER_VERSION, codes, rows: vocabulary.size, words, ...trained };
  const json = JSON.stringify(header);
  const padding = 4 - ((Buffer.byteLength(json) + 1) % 4);
  const head = Buffer.from(`${json}${' '.repeat(padding % 4)}\n`);
  const part = (array: Uint32Array | Float32Array | Int8Array): Buffer =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(
    temporary,
    Buffer.concat([head, part(vocabulary.ids), part(vocabulary.idf), part(scales), part(quantised)]),
  );
  renameSync(temporary, file);
}

/** @returns the model, or undefined where there is none, or none that this program can read */
export function readModel(file: string): StoredClassifier | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n') + 1;
    const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header;
    if (header.trainer !== TRAINER_VERSION) return undefined;
    const { rows, codes, words, fingerprint, calibration, reliability, englishWords } = header;
    const body = bytes.buffer.slice(bytes.byteOffset + end, bytes.byteOffset + bytes.length);
    const vocabulary = new Vocabulary(new Uint32Array(body, 0, rows), new Float32Array(body, rows * 4, rows));
    const scales = new Float32Array(body, rows * 8, codes.length);
    const quantised = new Int8Array(body, rows * 8 + codes.length * 4, rows * codes.length);
    const model = new LinearModel(codes, vocabulary, new Lexicon(words), quantised, scales);
    return { model, fingerprint, calibration, reliability, englishWords };
  } catch {
    return undefined;
  }
}
