import type { Language } from '../../domain/language/language';

/** A button. Pressing it sends `value` as the citizen's message. */
export interface SuggestedAction {
  readonly title: string;
  readonly value: string;
}

/** The subset of a Bot Framework activity that Dadam's channels carry. */
export interface Activity {
  readonly id: string;
  readonly type: 'message' | 'event' | 'conversationUpdate' | 'typing';
  readonly timestamp: string;
  readonly from: { readonly id: string; readonly role: 'user' | 'bot'; readonly name?: string };
  readonly text?: string;
  readonly locale?: string;
  /** Name of an event, e.g. `handoff.initiate`. */
  readonly name?: string;
  readonly value?: unknown;
  readonly suggestedActions?: readonly SuggestedAction[];
  /** Returned to the sender unchanged; carries `clientActivityID`. */
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly replyToId?: string;
}

/** What an activity says before it has an id and a time. */
export type Reply = Pick<Activity, 'type'> &
  Partial<Pick<Activity, 'text' | 'name' | 'value' | 'suggestedActions' | 'locale'>>;

export interface Conversation {
  readonly id: string;
  readonly channel: string;
  readonly userId: string;
  /** The language the citizen is answered in. */
  readonly language: Language;
  /** Who speaks with the citizen. While it is `waiting` or an agent, the bot is silent about services. */
  readonly owner: 'bot' | 'waiting' | 'agent';
  /** What the bot remembers; only the bot reads it. */
  readonly state: unknown;
  /** Position of the last activity the citizen's channel has fetched, where the channel cannot be written to. */
  readonly delivered: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Tells whoever watches a conversation that it has new activities. */
export interface ConversationNotifier {
  changed(conversationId: string): void;
  /** @returns a function that ends the watch */
  watch(conversationId: string, onChange: () => void): () => void;
}
