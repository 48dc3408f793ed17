import type { ConversationNotifier } from './ports/conversation';

/** Tells watchers in this process. */
export function conversationNotifier(): ConversationNotifier {
  const watchers = new Map<string, Set<() => void>>();
  return {
    changed(conversationId) {
      for (const onChange of [...(watchers.get(conversationId) ?? [])]) onChange();
    },
    watch(conversationId, onChange) {
      const mine = watchers.get(conversationId) ?? new Set();
      watchers.set(conversationId, mine.add(onChange));
      return () => {
        mine.delete(onChange);
        if (mine.size === 0) watchers.delete(conversationId);
      };
    },
  };
}
