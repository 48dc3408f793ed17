import { normalise } from '../text/normalise';

/** A meaning with the words for it in each language; see intents/concepts.yaml. */
export interface Concept {
  readonly id: string;
  /** Stems of Korean and Chinese words, found anywhere in a text without its spaces. */
  readonly stems: readonly string[];
  /** English words and phrases, found where a word begins. */
  readonly phrases: readonly string[];
}

/** What the classifier knows of words before it learns. */
export interface WordKnowledge {
  readonly concepts: readonly Concept[];
  /** Words of Taiwan and Hong Kong with the mainland's, in simplified characters; see intents/regional-words.yaml. */
  readonly regionalWords: Readonly<Record<string, string>>;
}

/** Prepares texts for the classifier and finds in them what the word knowledge names. */
export class Lexicon {
  private readonly stems = new Map<string, Entry[]>();
  private readonly phrases = new Map<string, Entry[]>();
  private readonly regional:
    { readonly pattern: RegExp; readonly words: ReadonlyMap<string, string> } | undefined;
  private readonly segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

  constructor({ concepts, regionalWords }: WordKnowledge) {
    for (const { id, stems, phrases } of concepts) {
      for (const stem of stems) index(this.stems, squeeze(normalise(stem)), id, 2);
      for (const phrase of phrases) index(this.phrases, normalise(phrase), id, 3);
    }
    const words = Object.entries(regionalWords).sort(([a], [b]) => b.length - a.length);
    this.regional =
      words.length === 0
        ? undefined
        : { pattern: new RegExp(words.map(([word]) => word).join('|'), 'gu'), words: new Map(words) };
  }

  /** Normal form, with Taiwanese and Hong Kong words in those of the mainland. */
  prepare(text: string): string {
    const normal = normalise(text);
    const { regional } = this;
    if (!regional || !HAN.test(normal)) return normal;
    return normal.replace(regional.pattern, (word) => regional.words.get(word) ?? word);
  }

  /**
   * The concepts that a text names. The same concept is found in any language.
   * @param text as `prepare` returns it
   */
  concepts(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    const dense = squeeze(text);
    for (let i = 0; i < dense.length; i++)
      collect(this.stems.get(dense.slice(i, i + 2)), dense, i + 2, found);
    for (const { index: at } of text.matchAll(/(?<![\p{L}\p{N}])[\p{Script=Latin}\p{N}]/gu)) {
      collect(this.phrases.get(text.slice(at, at + 3)), text, at + 3, found);
    }
    return found;
  }

  /** Cuts Hanzi into words, by the dictionary that comes with Node. */
  chineseWords(run: string): string[] {
    return Array.from(this.segmenter.segment(run), ({ segment }) => segment);
  }
}

const HAN = /\p{Script=Han}/u;
const squeeze = (text: string): string => text.replace(/\s+/gu, '');

interface Entry {
  readonly rest: string;
  readonly id: string;
}

function index(into: Map<string, Entry[]>, word: string, id: string, head: number): void {
  if (word.length < head) return;
  const key = word.slice(0, head);
  const entry = { rest: word.slice(head), id };
  const known = into.get(key);
  if (known) known.push(entry);
  else into.set(key, [entry]);
}

function collect(entries: readonly Entry[] | undefined, text: string, at: number, found: Set<string>): void {
  for (const { rest, id } of entries ?? []) if (text.startsWith(rest, at)) found.add(id);
}
