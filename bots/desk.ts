import type { Catalogue, Phrases } from '../src/app/ports/catalogue';
import type { Conversation, Reply } from '../src/app/ports/conversation';
import type { Clock, Entropy } from '../src/app/ports/environment';
import type { Transaction } from '../src/app/ports/store';
import type { UnderstandDeps, Understanding } from '../src/app/understand-message';
import type { Memory } from './memory';

/** What the dialogs need of the rest of Dadam. */
export interface Desk extends UnderstandDeps {
  readonly catalogue: Catalogue;
  readonly phrases: Phrases;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

/** One message of a citizen, understood, in the middle of a conversation. */
export interface DialogTurn {
  readonly desk: Desk;
  readonly tx: Transaction;
  readonly conversation: Conversation;
  readonly memory: Memory;
  readonly text: string;
  readonly understanding: Understanding;
}

/** What a dialog answers, and what is to be remembered. */
export interface Outcome {
  readonly memory: Memory;
  readonly replies: readonly Reply[];
  /** The conversation where the dialog changed it (language, owner). */
  readonly conversation?: Conversation;
}

/** Says a sentence in the conversation's language. */
export const say = (
  turn: DialogTurn,
  key: string,
  values?: Readonly<Record<string, string | number>>,
): string => turn.desk.phrases.say(turn.conversation.language, key, values);

/** A message with buttons; what a button sends is its label. */
export function message(turn: DialogTurn, text: string, choices: readonly string[] = []): Reply {
  return {
    type: 'message',
    text,
    locale: turn.conversation.language,
    ...(choices.length > 0 && { suggestedActions: choices.map((title) => ({ title, value: title })) }),
  };
}
