import type { Activity } from './ports/conversation';
import type { InboundActivity, ReceiveMessageDeps } from './receive-message';
import { receiveMessage } from './receive-message';

/**
 * One request, one answer: for channels that cannot be written to. The answer holds the bot's messages that the
 * citizen has not fetched yet, so that news of a case comes with the next message.
 */
export async function exchangeMessages(
  deps: ReceiveMessageDeps,
  conversationId: string,
  inbound: InboundActivity,
): Promise<readonly Activity[]> {
  await receiveMessage(deps, conversationId, inbound);
  const conversation = await deps.store.conversation(conversationId);
  if (!conversation) return [];
  const entries = await deps.store.activitiesAfter(conversationId, conversation.delivered);
  await deps.store.transaction(async (tx) => {
    const current = await tx.lockConversation(conversationId);
    if (current)
      await tx.saveConversation({ ...current, delivered: entries.at(-1)?.position ?? current.delivered });
  });
  return entries
    .map(({ activity }) => activity)
    .filter(({ from, type }) => from.role === 'bot' && type === 'message');
}
