import type { Activity, Conversation, Reply } from './conversation';
import type { Transaction } from './store';

/** One message to the bot. */
export interface Turn {
  readonly conversation: Conversation;
  readonly activity: Activity;
  /** Whatever the bot does in this turn commits together with its replies. */
  readonly transaction: Transaction;
}

/** The bot: takes one activity, answers with any number. */
export interface ConversationBot {
  respond(turn: Turn): Promise<{ readonly conversation: Conversation; readonly replies: readonly Reply[] }>;
}
