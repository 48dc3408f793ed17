import { normalise } from '../text/normalise';

/** A meaning with the words for it in each language; see intents/concepts.yaml. */
export interface Concept {
  readonly id: string;
  /** Stems of Korean and Chinese words, found anywhere in a text without its spaces. */
  readonly stems: readonly string[];
  /** English words and phrases, found where a word begins. */
  readonly phrases: readonly string[];
}

/** Finds which concepts a text names. The same concept is found in any language. */
export class ConceptLexicon {
  private readonly stems = new Map<string, { rest: string; id: string }[]>();
  private readonly phrases = new Map<string, { rest: string; id: string }[]>();

  constructor(concepts: readonly Concept[]) {
    for (const { id, stems, phrases } of concepts) {
      for (const stem of stems) index(this.stems, squeeze(normalise(stem)), id, 2);
      for (const phrase of phrases) index(this.phrases, normalise(phrase), id, 3);
    }
  }

  /** @param text in normal form */
  find(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    const dense = squeeze(text);
    for (let i = 0; i < dense.length; i++)
      collect(this.stems.get(dense.slice(i, i + 2)), dense, i + 2, found);
    for (const { index: at } of text.matchAll(/(?<![\p{L}\p{N}])[\p{Script=Latin}\p{N}]/gu)) {
      collect(this.phrases.get(text.slice(at, at + 3)), text, at + 3, found);
    }
    return found;
  }
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

function index(
  into: Map<string, { rest: string; id: string }[]>,
  word: string,
  id: string,
  head: number,
): void {
  if (word.length < head) return;
  const key = word.slice(0, head);
  const entry = { rest: word.slice(head), id };
  const known = into.get(key);
  if (known) known.push(entry);
  else into.set(key, [entry]);
}

function collect(
  entries: readonly { rest: string; id: string }[] | undefined,
  text: string,
  at: number,
  found: Set<string>,
): void {
  for (const { rest, id } of entries ?? []) if (text.startsWith(rest, at)) found.add(id);
}
