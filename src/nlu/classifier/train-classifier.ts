import type { Reliability } from '../../app/ports/understanding';
import type { UtteranceLanguage } from '../../domain/language/language';
import type { LanguageCalibration } from './calibrate';
import { calibrateLanguages } from './calibrate';
import { measureReliability } from './reliability';
import type { WordKnowledge } from './lexicon';
import { Lexicon } from './lexicon';
import { trainNaturalBayes } from './natural-bayes';
import type { ScoringModel } from './scoring-model';
import { trainLinear } from './train-linear';

/** The engines of the classifier: our own linear model, or the Bayes of the package natural. */
export const ENGINES = ['linear', 'natural'] as const;
export type Engine = (typeof ENGINES)[number];

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
export interface TrainingContent extends WordKnowledge {
  readonly utterances: readonly LabelledUtterance[];
  readonly calibration: readonly CalibrationMessage[];
}

export interface TrainedClassifier {
  readonly model: ScoringModel;
  readonly calibration: Readonly<Record<UtteranceLanguage, LanguageCalibration>>;
  /** How far the probabilities may be believed, on messages that neither model nor calibration had seen. */
  readonly reliability: Readonly<Record<UtteranceLanguage, Reliability>>;
  /** Lower-case words that English utterances use more than once. */
  readonly englishWords: readonly string[];
}

export interface TrainingSettings {
  readonly engine: Engine;
  /** Share of the accepted that must be right, e.g. 0.97. */
  readonly targetPrecision: number;
  /** Called with the share that is done, 0..1. */
  readonly onProgress?: (done: number) => void;
}

/** Counted up whenever training the same content would give another model. */
export const TRAINER_VERSION = 6;

/**
 * Trains the classifier on the utterances, then finds its temperatures and thresholds on the calibration messages,
 * which it has not seen. The utterances themselves would not do: they are hard cases on purpose, and a model
 * measured on them believes itself worse than it is. Deterministic.
 */
export function trainClassifier(content: TrainingContent, settings: TrainingSettings): TrainedClassifier {
  const { utterances, calibration } = content;
  const lexicon = new Lexicon(content);
  const model =
    settings.engine === 'natural'
      ? trainNaturalBayes(utterances, lexicon)
      : trainLinear(utterances, lexicon, settings.onProgress);
  const heldOut = calibration.map(({ text, code, alt, language }) => ({
    language,
    logits: model.score(text).logits,
    labels: [code, ...alt].map((label) => model.codes.indexOf(label)),
  }));
  const trained = {
    model,
    calibration: calibrateLanguages(heldOut, settings.targetPrecision),
    reliability: measureReliability(heldOut, settings.targetPrecision),
    englishWords: wordsOf(utterances.filter(({ language }) => language === 'en')),
  };
  settings.onProgress?.(1);
  return trained;
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
