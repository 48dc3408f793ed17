import { isLanguage } from '../domain/language/language';
import { maskSecrets } from '../domain/privacy/mask-personal-data';
import type { ConversationBot } from './ports/conversation-bot';
import type { Activity, Conversation, ConversationNotifier, Reply } from './ports/conversation';
import type { Clock, Entropy } from './ports/environment';
import type { Store, Transaction } from './ports/store';

export interface ReceiveMessageDeps {
  readonly store: Store;
  readonly bot: ConversationBot;
  readonly notifier: ConversationNotifier;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

/** What a channel hands in. */
export interface InboundActivity {
  readonly type: Activity['type'];
  readonly text?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export type Received =
  | {
      readonly kind: 'received';
      readonly id: string;
      readonly replies: readonly Activity[];
      readonly position: number;
    }
  | { readonly kind: 'no-conversation' };

/** Longest message that is kept; a client is refused beyond it. */
export const MAX_TEXT = 10_000;

/** Starts a conversation, or finds the one that has this id already. */
export async function openConversation(
  deps: Pick<ReceiveMessageDeps, 'store' | 'clock'>,
  start: { id: string; channel: string; userId: string; locale?: string },
): Promise<Conversation> {
  const now = deps.clock.now();
  return deps.store.transaction(async (tx) => {
    const known = await tx.lockConversation(start.id);
    if (known) return known;
    const conversation: Conversation = {
      id: start.id,
      channel: start.channel,
      userId: start.userId,
      language: languageOfLocale(start.locale),
      owner: 'bot',
      state: null,
      delivered: 0,
      createdAt: now,
      updatedAt: now,
    };
    await tx.createConversation(conversation);
    return conversation;
  });
}

/**
 * Takes a citizen's activity, lets the bot answer, and commits the activity, the bot's memory, its replies and
 * whatever it filed in one transaction. A message sent twice under the same `clientActivityID` is answered once.
 */
export async function receiveMessage(
  deps: ReceiveMessageDeps,
  conversationId: string,
  inbound: InboundActivity,
): Promise<Received> {
  const received = await deps.store.transaction(async (tx): Promise<Received> => {
    const conversation = await tx.lockConversation(conversationId);
    if (!conversation) return { kind: 'no-conversation' };
    const clientId = inbound.channelData?.['clientActivityID'];
    if (typeof clientId === 'string') {
      const known = await tx.findByClientActivityId(conversationId, clientId);
      if (known) return { kind: 'received', id: known.id, replies: [], position: conversation.delivered };
    }
    const activity = stamp(deps, conversation, inbound);
    let position = await tx.appendActivity(conversationId, activity);
    const turn = await deps.bot.respond({ conversation, activity, transaction: tx });
    const replies = turn.replies.map((reply) => botActivity(deps, reply, activity.id));
    for (const reply of replies) position = await tx.appendActivity(conversationId, reply);
    await tx.saveConversation({ ...turn.conversation, updatedAt: deps.clock.now() });
    return { kind: 'received', id: activity.id, replies, position };
  });
  if (received.kind === 'received') deps.notifier.changed(conversationId);
  return received;
}

/** Appends something Dadam has to say by itself. The caller calls `notifier.changed` after the commit. */
export async function appendNotice(
  deps: Pick<ReceiveMessageDeps, 'clock' | 'entropy'>,
  tx: Transaction,
  conversationId: string,
  reply: Reply,
): Promise<void> {
  await tx.appendActivity(conversationId, botActivity(deps, reply));
}

function stamp(deps: ReceiveMessageDeps, conversation: Conversation, inbound: InboundActivity): Activity {
  const { text, ...rest } = inbound;
  return {
    ...rest,
    ...(text !== undefined && { text: maskSecrets(storable(text).slice(0, MAX_TEXT)) }),
    id: deps.entropy.id(),
    timestamp: deps.clock.now().toISOString(),
    from: { id: conversation.userId, role: 'user' },
  };
}

function botActivity(
  deps: Pick<ReceiveMessageDeps, 'clock' | 'entropy'>,
  reply: Reply,
  replyToId?: string,
): Activity {
  return {
    ...reply,
    id: deps.entropy.id(),
    timestamp: deps.clock.now().toISOString(),
    from: { id: 'dadam', name: 'Dadam', role: 'bot' },
    ...(replyToId !== undefined && { replyToId }),
  };
}

/** PostgreSQL refuses NUL, and lone surrogates do not survive UTF-8. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

function languageOfLocale(locale: string | undefined): Conversation['language'] {
  if (locale === undefined) return 'ko';
  if (isLanguage(locale)) return locale;
  const lower = locale.toLowerCase();
  if (lower.startsWith('zh')) return /hant|tw|hk|mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
  return lower.startsWith('ko') ? 'ko' : 'en';
}
