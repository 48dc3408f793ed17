import type { SparseVector } from './vocabulary';

const SMOOTHING = 0.1;

/**
 * Multinomial naive Bayes as weights of a linear model: `log P(feature | class)`, less the mean over all classes,
 * which no probability depends on. All classes are taken to be as likely.
 * @returns weights, row by row: `weights[row * classes + class]`
 */
export function bayesWeights(
  vectors: readonly SparseVector[],
  labels: Int32Array,
  { classes, rows }: { readonly classes: number; readonly rows: number },
): Float32Array {
  const counts = new Float32Array(rows * classes).fill(SMOOTHING);
  vectors.forEach((vector, i) => {
    const label = labels[i] as number;
    vector.rows.forEach((row, k) => {
      const at = row * classes + label;
      counts[at] = (counts[at] as number) + (vector.values[k] as number);
    });
  });
  const totals = new Float64Array(classes);
  counts.forEach((count, i) => {
    totals[i % classes] = (totals[i % classes] as number) + count;
  });
  const logTotals = totals.map(Math.log);
  for (let row = 0; row < rows; row++) {
    const weights = counts.subarray(row * classes, (row + 1) * classes);
    weights.forEach((count, c) => (weights[c] = Math.log(count) - (logTotals[c] as number)));
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / classes;
    weights.forEach((weight, c) => (weights[c] = weight - mean));
  }
  return counts;
}
