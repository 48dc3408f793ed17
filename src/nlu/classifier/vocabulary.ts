import type { FeatureCounts } from './features';

/** A text as the model sees it: rows of the weight matrix with their values, of Euclidean length 1. */
export interface SparseVector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** Share of the text's features that the model knows, 0..1. */
  readonly known: number;
}

/** The features a model knows, with their inverse document frequency. */
export class Vocabulary {
  private readonly index = new Map<number, number>();

  constructor(
    readonly ids: Uint32Array,
    readonly idf: Float32Array,
  ) {
    ids.forEach((id, row) => this.index.set(id, row));
  }

  get size(): number {
    return this.ids.length;
  }

  /** Keeps features seen in at least `minimum` texts, the `limit` most frequent ones; order is deterministic. */
  static of(texts: readonly FeatureCounts[], minimum: number, limit: number): Vocabulary {
    const frequency = new Map<number, number>();
    for (const counts of texts) {
      for (const id of counts.keys()) frequency.set(id, (frequency.get(id) ?? 0) + 1);
    }
    const kept = [...frequency]
      .filter(([, count]) => count >= minimum)
      .sort(([a, m], [b, n]) => n - m || a - b)
      .slice(0, limit);
    const idf = kept.map(([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1);
    return new Vocabulary(Uint32Array.from(kept.map(([id]) => id)), Float32Array.from(idf));
  }

  vectorOf(counts: FeatureCounts): SparseVector {
    const rows: number[] = [];
    const values: number[] = [];
    let squares = 0;
    for (const [id, count] of counts) {
      const row = this.index.get(id);
      if (row === undefined) continue;
      const value = (1 + Math.log(count)) * (this.idf[row] ?? 0);
      rows.push(row);
      values.push(value);
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    return {
      rows: Int32Array.from(rows),
      values: Float32Array.from(values, (value) => value / length),
      known: counts.size === 0 ? 0 : rows.length / counts.size,
    };
  }
}
