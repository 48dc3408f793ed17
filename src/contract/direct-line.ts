import { z } from 'zod';

/** Direct Line 3.0 as far as Dadam speaks it. */
export const startConversationSchema = z.object({
  user: z.object({ id: z.string().max(200).optional() }).optional(),
  locale: z.string().max(35).optional(),
});

export const postActivitySchema = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().optional(),
  locale: z.string().max(35).optional(),
  name: z.string().max(100).optional(),
  value: z.unknown().optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
});

export interface DirectLineConversation {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly streamUrl: string;
}

export interface DirectLineActivity {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly from: { readonly id: string; readonly role?: string; readonly name?: string };
  readonly text?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly channelData?: unknown;
  readonly replyToId?: string;
  readonly suggestedActions?: { readonly actions: readonly { type: string; title: string; value: string }[] };
}

export interface ActivitySet {
  readonly activities: readonly DirectLineActivity[];
  readonly watermark: string;
}
