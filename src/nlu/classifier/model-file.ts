import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ConceptLexicon } from './concepts';
import type { TrainedClassifier } from './train-classifier';
import { LinearModel } from './linear-model';
import { Vocabulary } from './vocabulary';

/**
 * The file: a line of JSON (codes, calibration, sizes), padded to a multiple of four bytes, then feature ids, idf and
 * class scales as 32-bit values, then the weights as bytes.
 */
interface Header {
  readonly fingerprint: string;
  readonly codes: readonly string[];
  readonly rows: number;
  readonly calibration: TrainedClassifier['calibration'];
  readonly englishWords: readonly string[];
}

/** Writes beside the target and renames: a crash leaves the old model or the new one, never half of one. */
export function writeModel(
  file: string,
  fingerprint: string,
  { model, calibration, englishWords }: TrainedClassifier,
): void {
  const { codes, vocabulary, scales, quantised } = model;
  const header: Header = { fingerprint, codes, rows: vocabulary.size, calibration, englishWords };
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

/** @returns the model, or undefined where there is none that was trained on content with this fingerprint */
export function readModel(
  file: string,
  fingerprint: string,
  lexicon: ConceptLexicon,
): TrainedClassifier | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
    const end = bytes.indexOf('\n') + 1;
    const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header;
    if (header.fingerprint !== fingerprint) return undefined;
    const body = new Uint8Array(bytes.subarray(end)).buffer;
    const { rows, codes, calibration, englishWords } = header;
    const vocabulary = new Vocabulary(new Uint32Array(body, 0, rows), new Float32Array(body, rows * 4, rows));
    const scales = new Float32Array(body, rows * 8, codes.length);
    const quantised = new Int8Array(body, rows * 8 + codes.length * 4, rows * codes.length);
    return {
      model: new LinearModel(codes, vocabulary, lexicon, quantised, scales),
      calibration,
      englishWords,
    };
  } catch {
    return undefined;
  }
}
