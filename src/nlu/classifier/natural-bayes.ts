import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier';
import { extractFeatures } from './features';
import type { Lexicon } from './lexicon';
import type { Scores, ScoringModel } from './scoring-model';
import type { LabelledText } from './train-linear';

/** natural's own default; smaller ones favour rare words. */
const SMOOTHING = 0.1;

/**
 * natural's `BayesClassifier`, its classes, documents and counts unchanged, but sparse and in logarithms. As it comes
 * it looks at every known feature of every class for each text, and underflows on texts of some hundred characters:
 * all classes then score 0, and the first wins.
 */
export class SparseBayesClassifier extends BayesClassifier {
  constructor(smoothing = SMOOTHING) {
    super(undefined, smoothing);
    const inner = this.classifier;
    inner.smoothing = smoothing;
    inner.addExample = (tokens, label) => {
      const features = (inner.classFeatures[label] ??= Object.create(null) as Record<string, number>);
      inner.classTotals[label] = (inner.classTotals[label] ?? 1) + 1;
      inner.totalExamples++;
      for (const token of tokens as readonly string[])
        features[token] = (features[token] ?? inner.smoothing) + 1;
    };
    inner.probabilityOfClass = (tokens, label) => {
      const features = inner.classFeatures[label] ?? {};
      const total = inner.classTotals[label] ?? 1;
      let log = Math.log(total / inner.totalExamples);
      for (const token of tokens as readonly string[])
        log += Math.log((features[token] ?? inner.smoothing) / total);
      return log;
    };
  }

  /** The tokens that were seen in training, each once. */
  override textToFeatures(observation: readonly string[]): string[] {
    return [...new Set(observation)].filter((token) => this.features[token] !== undefined);
  }
}

/** natural's Bayes as an engine of the classifier: the values are log probabilities. */
export function trainNaturalBayes(texts: readonly LabelledText[], lexicon: Lexicon): ScoringModel {
  const bayes = new SparseBayesClassifier();
  for (const { text, code } of texts) bayes.addDocument(tokensOf(text, lexicon), code);
  bayes.train();
  // The documents are needed for retraining only.
  bayes.docs = [];
  const codes = Object.keys(bayes.classifier.classFeatures).sort();
  return {
    codes,
    score(text): Scores {
      const tokens = tokensOf(text, lexicon);
      const known = bayes.textToFeatures(tokens);
      const logits = Float64Array.from(codes, (code) => bayes.classifier.probabilityOfClass(known, code));
      return { logits, known: tokens.length === 0 ? 0 : known.length / tokens.length };
    },
  };
}

const tokensOf = (text: string, lexicon: Lexicon): string[] =>
  Array.from(extractFeatures(text, lexicon).ids(), (id) => id.toString(36));
