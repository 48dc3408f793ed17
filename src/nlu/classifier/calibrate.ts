import type { DecisionThresholds } from '../../domain/service/intent-choice';
import { probabilities } from './linear-model';

/** A text that was scored by a model which had not seen it. */
export interface HeldOut {
  readonly logits: Float64Array;
  /** Every class that is right. */
  readonly labels: readonly number[];
}

/** The temperature under which held-out texts are most likely; found by golden-section search. */
export function fitTemperature(heldOut: readonly HeldOut[]): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = 0.2;
  let high = 5;
  for (let i = 0; i < 25; i++) {
    const a = high - ratio * (high - low);
    const b = low + ratio * (high - low);
    if (loss(heldOut, a) < loss(heldOut, b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

const loss = (heldOut: readonly HeldOut[], temperature: number): number =>
  heldOut.reduce((sum, { logits, labels }) => {
    const p = probabilities(logits, temperature);
    return sum - Math.log(Math.max(1e-12, ...labels.map((label) => p[label] ?? 0)));
  }, 0);

/** At least this share of right first (confirm) or first three (offer) candidates makes asking worth while. */
const WORTH_CONFIRMING = 0.5;
const WORTH_OFFERING = 0.5;
/** A sample without nonsense in it would let anything be offered. */
const LEAST_OFFERED = 0.1;

/** Derives the decision thresholds from held-out texts, so that what is accepted is right `target` of the time. */
export function fitThresholds(
  heldOut: readonly HeldOut[],
  temperature: number,
  target: number,
): DecisionThresholds {
  const ranked = heldOut
    .map(({ logits, labels }) => {
      const p = probabilities(logits, temperature);
      const order = [...p.keys()].sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0));
      return {
        p: p[order[0] ?? 0] ?? 0,
        first: labels.includes(order[0] ?? -1),
        three: order.slice(0, 3).some((c) => labels.includes(c)),
      };
    })
    .sort((a, b) => b.p - a.p);
  const accept = lowestWhere(ranked, ({ first }) => first, target);
  const confirm = Math.min(
    accept,
    lowestLocally(ranked, ({ first }) => first, WORTH_CONFIRMING),
  );
  const offer = Math.min(
    confirm,
    Math.max(
      LEAST_OFFERED,
      lowestLocally(ranked, ({ three }) => three, WORTH_OFFERING),
    ),
  );
  return { accept, confirm, offer };
}

interface Ranked {
  readonly p: number;
  readonly first: boolean;
  readonly three: boolean;
}

/** The lowest probability above which, taken together, the target is met. Never certain of less than 20 texts. */
function lowestWhere(ranked: readonly Ranked[], right: (r: Ranked) => boolean, target: number): number {
  let hits = 0;
  let lowest = 1.01;
  ranked.forEach((entry, i) => {
    if (right(entry)) hits++;
    if (i >= 20 && hits / (i + 1) >= target) lowest = entry.p;
  });
  return lowest;
}

/** The probability around which the share of right ones falls below the wanted one. */
function lowestLocally(ranked: readonly Ranked[], right: (r: Ranked) => boolean, wanted: number): number {
  const window = Math.max(25, Math.floor(ranked.length / 25));
  for (let end = ranked.length; end > window; end -= Math.ceil(window / 4)) {
    const slice = ranked.slice(end - window, end);
    if (slice.filter(right).length / window >= wanted) return slice.at(-1)?.p ?? 1;
  }
  return 1;
}
