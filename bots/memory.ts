import type { Place } from '../src/domain/place/place';

/** A complaint as far as it is known. */
export interface Draft {
  readonly service: string;
  readonly probability: number;
  /** The citizen's words about the matter, in the order they came. */
  readonly description: string;
  readonly place?: Place;
  /** What the citizen said of the exact spot; empty where they did not know. */
  readonly placeDetail?: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What the bot waits for. Everything entered stays in the draft, whatever the stage. */
export type Stage =
  | { readonly name: 'idle' }
  | { readonly name: 'confirm-service' }
  | { readonly name: 'choose-service'; readonly services: readonly string[] }
  | { readonly name: 'ask-place'; readonly tries: number }
  | { readonly name: 'choose-place'; readonly candidates: readonly Place[]; readonly tries: number }
  | { readonly name: 'ask-place-detail' }
  | { readonly name: 'ask-question'; readonly question: string; readonly tries: number }
  | { readonly name: 'confirm' }
  | { readonly name: 'what-to-change' };

/** What the bot remembers between two messages. */
export interface Memory {
  readonly stage: Stage;
  readonly draft?: Draft;
  /** Messages in a row that were not understood. */
  readonly misunderstood: number;
  /** The citizen has chosen the language; messages no longer change it. */
  readonly languageFixed?: boolean;
}

export const EMPTY_MEMORY: Memory = { stage: { name: 'idle' }, misunderstood: 0 };

/** Back to the beginning, keeping what concerns the whole conversation. */
export const forgetDraft = ({ languageFixed }: Memory): Memory => ({
  ...EMPTY_MEMORY,
  ...(languageFixed === true && { languageFixed }),
});
