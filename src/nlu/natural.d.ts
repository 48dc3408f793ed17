// The package's own entry loads database clients; its parts are loaded one by one and have no types of their own.
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
declare module 'natural/lib/natural/classifiers/bayes_classifier' {
  /** The classifier of the package `apparatus` that natural's classifier wraps. */
  interface ApparatusBayes {
    classFeatures: Record<string, Record<string, number>>;
    classTotals: Record<string, number>;
    totalExamples: number;
    smoothing: number;
    addExample(observation: unknown, label: string): void;
    probabilityOfClass(observation: unknown, label: string): number;
    getClassifications(observation: unknown): { label: string; value: number }[];
  }
  class BayesClassifier {
    constructor(stemmer?: { tokenizeAndStem(text: string): string[] }, smoothing?: number);
    classifier: ApparatusBayes;
    features: Record<string, number>;
    docs: unknown[];
    addDocument(tokens: readonly string[] | string, label: string): void;
    textToFeatures(observation: readonly string[]): unknown;
    train(): void;
    classify(observation: readonly string[] | string): string;
    getClassifications(observation: readonly string[] | string): { label: string; value: number }[];
  }
  export = BayesClassifier;
}
declare module 'natural/lib/natural/distance/levenshtein_distance' {
  /** Edits from one text to the other; neighbours that changed places count as one. */
  export function DamerauLevenshteinDistance(
    a: string,
    b: string,
    options?: { restricted?: boolean },
  ): number;
}
