import { softmaxInPlace } from './softmax-training';

/** What a trained model has to say of one text. */
export interface Scores {
  /** One a class, in the order of the model's codes, not normalised. */
  readonly logits: Float64Array;
  /** Share of the text's features that the model knows, 0..1. */
  readonly known: number;
}

/** A trained model of either engine. Never throws, whatever the text. */
export interface ScoringModel {
  readonly codes: readonly string[];
  score(text: string): Scores;
}

/** Calibrated probabilities: logits divided by a temperature before the softmax. */
export function probabilities(logits: Float64Array, temperature: number): Float64Array {
  const scaled = Float64Array.from(logits);
  for (let c = 0; c < scaled.length; c++) scaled[c] = (scaled[c] as number) / temperature;
  softmaxInPlace(scaled);
  return scaled;
}
