import type { FeatureCounts } from './feature-counts';
import { FEATURE_KINDS, kindOf } from './feature-counts';

/** A text as the model sees it: rows of the weight matrix with their values, of Euclidean length 1. */
export interface SparseVector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** Share of the text's features that the model knows, 0..1. */
  readonly known: number;
}

/** Spreads ids over the slots (Knuth's multiplicative hashing). */
const GOLDEN_RATIO = 0x9e3779b1;

/** The features a model knows, with their inverse document frequency. */
export class Vocabulary {
  /** Open addressing: row + 1 of the id that hashes here, or of a later one; 0 where nothing is. */
  private readonly slots: Int32Array;
  private readonly shift: number;

  constructor(
    readonly ids: Uint32Array,
    readonly idf: Float32Array,
  ) {
    const bits = Math.max(4, Math.ceil(Math.log2(ids.length * 2 + 1)));
    this.slots = new Int32Array(2 ** bits);
    this.shift = 32 - bits;
    ids.forEach((id, row) => {
      this.slots[this.slotOf(id)] = row + 1;
    });
  }

  private slotOf(id: number): number {
    const { slots, ids } = this;
    let slot = Math.imul(id, GOLDEN_RATIO) >>> this.shift;
    for (;;) {
      const row = slots[slot] as number;
      if (row === 0 || ids[row - 1] === id) return slot;
      slot = slot + 1 === slots.length ? 0 : slot + 1;
    }
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
      const row = (this.slots[this.slotOf(id)] as number) - 1;
      if (row < 0) continue;
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
