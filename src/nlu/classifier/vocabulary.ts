import type { FeatureCounts } from './feature-counts';
import { FEATURE_KINDS, kindOf } from './feature-counts';

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

  /** Keeps the `limit` features that the most texts hold; order is deterministic. */
  static of(texts: readonly FeatureCounts[], limit: number): Vocabulary {
    const frequency = new Map<number, number>();
    for (const counts of texts) {
      for (const id of counts.ids()) frequency.set(id, (frequency.get(id) ?? 0) + 1);
    }
    const kept = [...frequency].sort(([a, m], [b, n]) => n - m || a - b).slice(0, limit);
    const idf = kept.map(([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1);
    return new Vocabulary(Uint32Array.from(kept.map(([id]) => id)), Float32Array.from(idf));
  }

  /** Each kind of feature has the same weight in a text, however many features of it there are. */
  vectorOf(counts: FeatureCounts): SparseVector {
    const rows: number[] = [];
    const values: number[] = [];
    const kinds: number[] = [];
    const squares = new Float64Array(FEATURE_KINDS.length);
    for (const [id, count] of counts) {
      const row = this.index.get(id);
      if (row === undefined) continue;
      const value = (1 + Math.log(count)) * (this.idf[row] as number);
      const kind = kindOf(id);
      rows.push(row);
      values.push(value);
      kinds.push(kind);
      squares[kind] = (squares[kind] as number) + value * value;
    }
    const present = squares.reduce((n, square) => n + Number(square > 0), 0);
    const lengths = squares.map((square) => Math.sqrt(square * present) || 1);
    return {
      rows: Int32Array.from(rows),
      values: Float32Array.from(values, (value, i) => value / (lengths[kinds[i] as number] as number)),
      known: counts.size === 0 ? 0 : rows.length / counts.size,
    };
  }
}
