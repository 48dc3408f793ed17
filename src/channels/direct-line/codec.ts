import type { Activity } from '../../app/ports/conversation';
import type { ActivitySet, DirectLineActivity } from '../../contract/direct-line';

/** Events between bot and desk, and the opening of the conversation, are nothing for the citizen's eyes. */
const isForCitizen = ({ type, name }: Activity): boolean =>
  type !== 'conversationUpdate' && !(type === 'event' && (name ?? '').startsWith('handoff.'));

export const toDirectLine = (conversationId: string, activity: Activity): DirectLineActivity & object => {
  const { suggestedActions, ...rest } = activity;
  return {
    ...rest,
    channelId: 'directline',
    conversation: { id: conversationId },
    ...(suggestedActions && {
      suggestedActions: {
        actions: suggestedActions.map(({ title, value }) => ({ type: 'imBack', title, value })),
      },
    }),
  } as DirectLineActivity;
};

/** A set whose watermark moves past what the citizen does not see, too: it never goes backwards. */
export function toActivitySet(
  conversationId: string,
  entries: readonly { readonly position: number; readonly activity: Activity }[],
  after: number,
): ActivitySet {
  return {
    activities: entries
      .filter(({ activity }) => isForCitizen(activity))
      .map(({ activity }) => toDirectLine(conversationId, activity)),
    watermark: String(entries.at(-1)?.position ?? after),
  };
}

/** A watermark is a position; empty, absent or malformed ones mean the beginning. */
export const parseWatermark = (watermark: unknown): number =>
  typeof watermark === 'string' && /^\d{1,9}$/.test(watermark) ? Number(watermark) : 0;
