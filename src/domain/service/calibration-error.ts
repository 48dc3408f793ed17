/** What was said of a text, and whether it was right. */
export interface Judgement {
  /** Of the first candidate, 0..1. */
  readonly probability: number;
  readonly right: boolean;
}

/** Judgements of about the same probability. */
export interface ReliabilityBin {
  readonly count: number;
  /** Mean stated probability. */
  readonly said: number;
  /** Share that was right. */
  readonly right: number;
}

/** Bins of (nearly) as many judgements each, from the least to the most probable. */
export function reliabilityBins(judgements: readonly Judgement[], bins = 10): ReliabilityBin[] {
  const sorted = judgements.toSorted((a, b) => a.probability - b.probability);
  return Array.from({ length: bins }, (_, bin) => {
    const part = sorted.slice((bin * sorted.length) / bins, ((bin + 1) * sorted.length) / bins);
    const count = Math.max(1, part.length);
    return {
      count: part.length,
      said: part.reduce((sum, { probability }) => sum + probability, 0) / count,
      right: part.filter((judgement) => judgement.right).length / count,
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error: the mean distance between what is said and what is right, 0..1. */
export function calibrationError(judgements: readonly Judgement[]): number {
  const error = reliabilityBins(judgements).reduce(
    (sum, { count, said, right }) => sum + count * Math.abs(said - right),
    0,
  );
  return judgements.length === 0 ? 0 : error / judgements.length;
}
