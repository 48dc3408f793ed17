/** A code the classifier considers, with its calibrated probability (0..1). */
export interface IntentCandidate {
  readonly code: string;
  readonly probability: number;
}

/**
 * Probabilities above which a decision is taken, per language. Derived by cross-validation from the target
 * precision (`accept`); see the understanding section of the README.
 */
export interface DecisionThresholds {
  /** At or above: filed without a further question about the service. */
  readonly accept: number;
  /** At or above: the citizen is asked whether the first candidate is meant. */
  readonly confirm: number;
  /** At or above: the best three are offered. Below: a person is needed. */
  readonly offer: number;
}

export type Decision = 'accept' | 'confirm' | 'offer' | 'hand-over';

/** What to do with a ranked list of candidates. An empty list needs a person. */
export function chooseIntent(
  candidates: readonly IntentCandidate[],
  thresholds: DecisionThresholds,
): Decision {
  const best = candidates[0]?.probability ?? 0;
  if (best >= thresholds.accept) return 'accept';
  if (best >= thresholds.confirm) return 'confirm';
  return best >= thresholds.offer ? 'offer' : 'hand-over';
}
