import type { UtteranceLanguage } from '../../domain/language/language';
import { UTTERANCE_LANGUAGES } from '../../domain/language/language';
import type { DecisionThresholds } from '../../domain/service/intent-choice';
import { fitTemperature, fitThresholds } from './calibrate';
import type { Concept } from './concepts';
import { ConceptLexicon } from './concepts';
import { extractFeatures } from './features';
import { LinearModel } from './linear-model';
import { trainSoftmax } from './softmax-training';
import { Vocabulary } from './vocabulary';

/** A labelled sentence. */
export interface LabelledUtterance {
  readonly code: string;
  readonly language: UtteranceLanguage;
  readonly text: string;
}

/** An ordinary message that the model does not learn from; any of `alt` is as right. */
export interface CalibrationMessage extends LabelledUtterance {
  readonly alt: readonly string[];
}

/** All that a model is made of. */
export interface TrainingContent {
  readonly utterances: readonly LabelledUtterance[];
  readonly calibration: readonly CalibrationMessage[];
  readonly concepts: readonly Concept[];
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

/** Counted up whenever training the same content would give another model. */
export const TRAINER_VERSION = 4;

const EPOCHS = 5;
const RATE = 1;
const MINIMUM_TEXTS = 2;
const MOST_FEATURES = 80_000;
const SEED = 120;

/**
 * Trains the classifier on the utterances, then finds its temperatures and thresholds on the calibration messages,
 * which it has not seen. The utterances themselves would not do: they are hard cases on purpose, and a model
 * measured on them believes itself worse than it is. Deterministic.
 */
export function trainClassifier(content: TrainingContent, settings: TrainingSettings): TrainedClassifier {
  const { utterances, calibration } = content;
  const model = fit(content, settings);
  const heldOut = calibration.map(({ text, code, alt, language }) => ({
    language,
    logits: model.score(text).logits,
    labels: [code, ...alt].map((label) => model.codes.indexOf(label)),
  }));
  const temperature = fitTemperature(heldOut);
  const common = fitThresholds(heldOut, temperature, settings.targetPrecision);
  // A language whose sample happens to be easy is trusted no more than all of them together.
  const of = (language: UtteranceLanguage): LanguageCalibration => {
    const own = heldOut.filter((message) => message.language === language);
    const fitted = Math.max(temperature, fitTemperature(own));
    return {
      temperature: fitted,
      thresholds: strictest(common, fitThresholds(own, fitted, settings.targetPrecision)),
    };
  };
  return {
    model,
    calibration: Object.fromEntries(
      UTTERANCE_LANGUAGES.map((l) => [l, of(l)]),
    ) as TrainedClassifier['calibration'],
    englishWords: wordsOf(utterances.filter(({ language }) => language === 'en')),
  };
}

const strictest = (a: DecisionThresholds, b: DecisionThresholds): DecisionThresholds => ({
  accept: Math.max(a.accept, b.accept),
  confirm: Math.max(a.confirm, b.confirm),
  offer: Math.max(a.offer, b.offer),
});

function fit({ utterances, concepts }: TrainingContent, { onProgress }: TrainingSettings): LinearModel {
  const lexicon = new ConceptLexicon(concepts);
  const codes = [...new Set(utterances.map(({ code }) => code))].sort();
  const labelOf = new Map(codes.map((code, i) => [code, i]));
  const features = utterances.map(({ text }) => extractFeatures(text, lexicon));
  const vocabulary = Vocabulary.of(features, MINIMUM_TEXTS, MOST_FEATURES);
  const weights = trainSoftmax(
    features.map((counts) => vocabulary.vectorOf(counts)),
    Int32Array.from(utterances, ({ code }) => labelOf.get(code) ?? 0),
    {
      classes: codes.length,
      rows: vocabulary.size,
      epochs: EPOCHS,
      rate: RATE,
      seed: SEED,
      onEpoch: (epoch) => onProgress?.(epoch / EPOCHS),
    },
  );
  return LinearModel.quantise(codes, vocabulary, lexicon, weights);
}

/** Words written in lower case: a name at the beginning of a sentence must not pass for English. */
function wordsOf(utterances: readonly LabelledUtterance[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of utterances) {
    for (const word of new Set(text.match(/\p{Script=Latin}+(?:'\p{Script=Latin}+)?/gu) ?? [])) {
      if (word === word.toLowerCase()) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([word]) => word)
    .sort();
}
