import { bayesWeights } from './bayes-weights';
import { extractFeatures } from './features';
import type { Lexicon } from './lexicon';
import { LinearModel } from './linear-model';
import { trainSoftmax } from './softmax-training';
import { Vocabulary } from './vocabulary';

export interface LabelledText {
  readonly code: string;
  readonly text: string;
}

const EPOCHS = 8;
const RATE = 0.5;
const DROPOUT = 0.4;
const MARGIN = 4;
/**
 * Weight of naive Bayes beside the softmax's 1. It is steadier where each class has many texts, and wrong about the
 * finer distinctions where classes are many.
 */
const bayesShare = (classes: number): number => Math.min(0.5, 30 / classes);
/** Keeps the file of a model below 12 MB: a weight is a byte. */
const MOST_WEIGHTS = 10_700_000;
const SEED = 120;

/**
 * Trains our own model: softmax regression and naive Bayes over the same features. Both are linear, so their sum is
 * one matrix and costs no more than either. Deterministic.
 */
export function trainLinear(
  texts: readonly LabelledText[],
  lexicon: Lexicon,
  onProgress?: (done: number) => void,
): LinearModel {
  const codes = [...new Set(texts.map(({ code }) => code))].sort();
  const labelOf = new Map(codes.map((code, i) => [code, i]));
  const features = texts.map(({ text }) => extractFeatures(text, lexicon));
  const vocabulary = Vocabulary.of(features, Math.floor(MOST_WEIGHTS / codes.length));
  const vectors = features.map((counts) => vocabulary.vectorOf(counts));
  const labels = Int32Array.from(texts, ({ code }) => labelOf.get(code) ?? 0);
  const size = { classes: codes.length, rows: vocabulary.size };
  const weights = trainSoftmax(vectors, labels, {
    ...size,
    epochs: EPOCHS,
    rate: RATE,
    dropout: DROPOUT,
    margin: MARGIN,
    seed: SEED,
    onEpoch: (epoch) => onProgress?.(epoch / (EPOCHS + 1)),
  });
  const bayes = bayesWeights(vectors, labels, size);
  const share = bayesShare(codes.length);
  weights.forEach((weight, i) => (weights[i] = weight + share * (bayes[i] as number)));
  return LinearModel.quantise(codes, vocabulary, lexicon, weights);
}
