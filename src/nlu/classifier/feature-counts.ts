/** Kinds of features. Each kind is brought to the same length before they are put together. */
export const FEATURE_KINDS = [
  'characters',
  'letters',
  'beginnings',
  'words',
  'pairs',
  'skips',
  'concepts',
] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

const KIND_BITS = 3;
const HASH_BITS = 32 - KIND_BITS;
const KIND_BASE = Object.fromEntries(FEATURE_KINDS.map((kind, i) => [kind, i << HASH_BITS])) as Record<
  FeatureKind,
  number
>;

/** The kind of a feature, as an index into `FEATURE_KINDS`, from its id. */
export const kindOf = (id: number): number => id >>> HASH_BITS;

/** A sparse vector: feature ids (three bits of kind, 29 bits of hash) with their counts. */
export class FeatureCounts {
  private readonly counts = new Map<number, number>();

  get size(): number {
    return this.counts.size;
  }

  /** Ids in the order in which they were first met. */
  ids(): MapIterator<number> {
    return this.counts.keys();
  }

  [Symbol.iterator](): MapIterator<[number, number]> {
    return this.counts[Symbol.iterator]();
  }

  add(kind: FeatureKind, feature: string): void {
    let hash = FNV_START;
    for (let i = 0; i < feature.length; i++) hash = mix(hash, feature.charCodeAt(i));
    this.count(KIND_BASE[kind], hash);
  }

  /** Adds every stretch of `text` of `from` to `to` UTF-16 code units. */
  addGrams(kind: FeatureKind, text: string, [from, to]: readonly [number, number]): void {
    const base = KIND_BASE[kind];
    for (let start = 0; start < text.length; start++) {
      let hash = FNV_START;
      const end = Math.min(text.length, start + to);
      for (let i = start; i < end; i++) {
        hash = mix(hash, text.charCodeAt(i));
        if (i - start + 1 >= from) this.count(base, hash);
      }
    }
  }

  private count(base: number, hash: number): void {
    const id = (base | (hash >>> KIND_BITS)) >>> 0;
    this.counts.set(id, (this.counts.get(id) ?? 0) + 1);
  }
}

/** FNV-1a, 32 bits. */
const FNV_START = 0x811c9dc5;
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
