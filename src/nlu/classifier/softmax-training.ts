import type { SparseVector } from './vocabulary';

export interface TrainingOptions {
  readonly classes: number;
  readonly rows: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
  /** Share of a text's features that are left out at each step, so that no single one is relied upon. */
  readonly dropout: number;
  /** By how much the right class must lead in score before a text counts as learnt. */
  readonly margin: number;
  readonly onEpoch?: (epoch: number) => void;
}

/** Errors below this do not move a weight noticeably. */
const NEGLIGIBLE = 1e-3;

/**
 * Multinomial logistic regression by AdaGrad, one text at a time, in a seeded order: the same input gives the same
 * weights, bit by bit.
 * @returns weights, row by row: `weights[row * classes + class]`
 */
export function trainSoftmax(
  vectors: readonly SparseVector[],
  labels: Int32Array,
  options: TrainingOptions,
): Float32Array {
  const { classes, rows, epochs, rate, margin, dropout } = options;
  const weights = new Float32Array(rows * classes);
  const squares = new Float32Array(rows * classes).fill(0.01);
  const order = Uint32Array.from(vectors.keys());
  const random = seededRandom(options.seed);
  const scores = new Float64Array(classes);
  const balance = classBalance(labels, classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const vector = vectors[i];
      if (!vector) continue;
      const seen = thinned(vector, dropout, random);
      step(seen, labels[i] ?? 0, scores, { weights, squares, balance, classes, rate, margin });
    }
    options.onEpoch?.(epoch + 1);
  }
  return weights;
}

interface Features {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** The vector without a random share of its features; the others grow, so that the sum stays the same on average. */
function thinned({ rows, values }: SparseVector, dropout: number, random: () => number): Features {
  const kept: { rows: number[]; values: number[] } = { rows: [], values: [] };
  for (let k = 0; k < rows.length; k++) {
    if (random() < dropout) continue;
    kept.rows.push(rows[k] as number);
    kept.values.push((values[k] as number) / (1 - dropout));
  }
  return kept;
}

/** Frequent classes count less a text, by the root of their share: off-topic talk must not swallow rare services. */
function classBalance(labels: Int32Array, classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  const mean = labels.length / classes;
  return counts.map((count) => Math.min(1.5, Math.sqrt(mean / Math.max(1, count))));
}

interface StepState {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly balance: Float64Array;
  readonly classes: number;
  readonly rate: number;
  readonly margin: number;
}

function step(vector: Features, label: number, scores: Float64Array, state: StepState): void {
  const { weights, squares, balance, classes, rate, margin } = state;
  const { rows, values } = vector;
  scores.fill(0);
  for (let k = 0; k < rows.length; k++) {
    const base = (rows[k] as number) * classes;
    const value = values[k] as number;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + value * (weights[base + c] as number);
  }
  scores[label] = (scores[label] as number) - margin;
  softmaxInPlace(scores);
  scores[label] = scores[label] - 1;
  const active = activeClasses(scores, balance[label] as number);
  for (let k = 0; k < rows.length; k++) {
    const base = (rows[k] as number) * classes;
    const value = values[k] as number;
    // Row by row, because a row of weights lies together in memory.
    for (const c of active) {
      const at = base + c;
      const gradient = (scores[c] as number) * value;
      const square = (squares[at] as number) + gradient * gradient;
      squares[at] = square;
      weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square);
    }
  }
}

/** Weighs the errors by the class's balance; the classes whose error is worth a step. */
function activeClasses(errors: Float64Array, weight: number): number[] {
  const active: number[] = [];
  for (let c = 0; c < errors.length; c++) {
    const error = weight * (errors[c] as number);
    errors[c] = error;
    if (Math.abs(error) >= NEGLIGIBLE) active.push(c);
  }
  return active;
}

/** Scores to probabilities, safe against overflow. */
export function softmaxInPlace(scores: Float64Array): void {
  let max = -Infinity;
  for (const score of scores) if (score > max) max = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp((scores[c] as number) - max);
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
}

/** mulberry32 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const other = order[j] as number;
    order[j] = order[i] as number;
    order[i] = other;
  }
}
