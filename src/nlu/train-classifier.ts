import type { UtteranceLanguage } from '../domain/language/language';
import { UTTERANCE_LANGUAGES } from '../domain/language/language';
import type { DecisionThresholds } from '../domain/service/intent-choice';
import type { HeldOut } from './calibrate';
import { fitTemperature, fitThresholds } from './calibrate';
import type { FeatureCounts } from './features';
import { extractFeatures } from './features';
import { LinearModel } from './linear-model';
import { trainSoftmax } from './softmax-training';
import type { SparseVector } from './vocabulary';
import { Vocabulary } from './vocabulary';

/** A labelled sentence. */
export interface TrainingUtterance {
  readonly code: string;
  readonly language: UtteranceLanguage;
  readonly text: string;
}

export interface LanguageCalibration {
  readonly temperature: number;
  readonly thresholds: DecisionThresholds;
}

export interface TrainedClassifier {
  readonly model: LinearModel;
  readonly calibration: Readonly<Record<UtteranceLanguage, LanguageCalibration>>;
  /** Lower-case words that English utterances use more than once. */
  readonly englishWords: readonly string[];
}

export interface TrainingSettings {
  /** Share of the accepted that must be right, e.g. 0.97. */
  readonly targetPrecision: number;
  /** Called with the share that is done, 0..1. */
  readonly onProgress?: (done: number) => void;
}

/** Counted up whenever training the same utterances would give another model. */
export const TRAINER_VERSION = 1;

const FOLDS = 3;
const EPOCHS = 8;
const RATE = 1;
const MINIMUM_TEXTS = 2;
const MOST_FEATURES = 76_000;
const SEED = 120;

/**
 * Trains the classifier and finds its temperatures and thresholds by cross-validation. Deterministic. Yields to the
 * event loop between epochs' worth of work only through `onProgress`: it is meant for start-up and the command line.
 */
export function trainClassifier(utterances: readonly TrainingUtterance[], settings: TrainingSettings): TrainedClassifier {
  const codes = [...new Set(utterances.map(({ code }) => code))].sort();
  const labelOf = new Map(codes.map((code, i) => [code, i]));
  const features = utterances.map(({ text }) => extractFeatures(text));
  const labels = Int32Array.from(utterances, ({ code }) => labelOf.get(code) ?? 0);
  let done = 0;
  const onEpoch = (): void => settings.onProgress?.(++done / ((FOLDS + 1) * EPOCHS));
  const heldOut = new Map<number, HeldOut>();
  for (let fold = 0; fold < FOLDS; fold++) {
    // Utterances of one service stand together, so counting round spreads each service over the folds.
    const learn = [...utterances.keys()].filter((i) => i % FOLDS !== fold);
    const model = fit(codes, learn.map((i) => features[i] as FeatureCounts), learn.map((i) => labels[i] as number), onEpoch);
    utterances.forEach(({ text }, i) => {
      if (i % FOLDS === fold) heldOut.set(i, { logits: model.score(text).logits, label: labels[i] ?? 0 });
    });
  }
  const model = fit(codes, features, [...labels], onEpoch);
  return {
    model,
    calibration: calibrate(utterances, heldOut, settings.targetPrecision),
    englishWords: wordsOf(utterances.filter(({ language }) => language === 'en')),
  };
}

function fit(codes: readonly string[], features: readonly FeatureCounts[], labels: number[], onEpoch: () => void): LinearModel {
  const vocabulary = Vocabulary.of(features, MINIMUM_TEXTS, MOST_FEATURES);
  const vectors: SparseVector[] = features.map((counts) => vocabulary.vectorOf(counts));
  const weights = trainSoftmax(vectors, Int32Array.from(labels), {
    classes: codes.length,
    rows: vocabulary.size,
    epochs: EPOCHS,
    rate: RATE,
    seed: SEED,
    onEpoch,
  });
  return LinearModel.quantise(codes, vocabulary, weights);
}

function calibrate(
  utterances: readonly TrainingUtterance[],
  heldOut: ReadonlyMap<number, HeldOut>,
  target: number,
): TrainedClassifier['calibration'] {
  const of = (language: UtteranceLanguage): LanguageCalibration => {
    const mine = [...heldOut].filter(([i]) => utterances[i]?.language === language).map(([, entry]) => entry);
    const temperature = fitTemperature(mine);
    return { temperature, thresholds: fitThresholds(mine, temperature, target) };
  };
  return Object.fromEntries(UTTERANCE_LANGUAGES.map((language) => [language, of(language)])) as TrainedClassifier['calibration'];
}

function wordsOf(utterances: readonly TrainingUtterance[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of utterances) {
    for (const word of new Set(text.toLowerCase().match(/\p{Script=Latin}+(?:'\p{Script=Latin}+)?/gu) ?? [])) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count > 1).map(([word]) => word).sort();
}
