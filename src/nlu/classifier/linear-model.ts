import { extractFeatures } from './features';
import type { Lexicon } from './lexicon';
import type { Scores, ScoringModel } from './scoring-model';
import type { Vocabulary } from './vocabulary';

/** A linear model over n-gram features with weights in eight bits: `weight = scale[class] * q / 127`. */
export class LinearModel implements ScoringModel {
  constructor(
    readonly codes: readonly string[],
    readonly vocabulary: Vocabulary,
    private readonly lexicon: Lexicon,
    readonly quantised: Int8Array,
    readonly scales: Float32Array,
  ) {}

  static quantise(
    codes: readonly string[],
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    weights: Float32Array,
  ): LinearModel {
    const classes = codes.length;
    const scales = new Float32Array(classes);
    weights.forEach((weight, i) => {
      const c = i % classes;
      scales[c] = Math.max(scales[c] ?? 0, Math.abs(weight));
    });
    const quantised = new Int8Array(weights.length);
    weights.forEach((weight, i) => {
      quantised[i] = Math.round((weight / (scales[i % classes] || 1)) * 127);
    });
    return new LinearModel(codes, vocabulary, lexicon, quantised, scales);
  }

  score(text: string): Scores {
    const { rows, values, known } = this.vocabulary.vectorOf(extractFeatures(text, this.lexicon));
    const { quantised, scales } = this;
    const classes = scales.length;
    const logits = new Float64Array(classes);
    for (let k = 0; k < rows.length; k++) {
      const base = (rows[k] as number) * classes;
      const value = values[k] as number;
      for (let c = 0; c < classes; c++)
        logits[c] = (logits[c] as number) + value * (quantised[base + c] as number);
    }
    for (let c = 0; c < classes; c++) logits[c] = ((logits[c] as number) * (scales[c] as number)) / 127;
    return { logits, known };
  }
}
