import { z } from 'zod';

/** The parts of a Kakao skill request (version 2.0) that Dadam reads; the rest may be anything. */
export const skillRequestSchema = z.object({
  userRequest: z.object({
    utterance: z.string(),
    user: z.object({ id: z.string().min(1).max(200) }),
    /** Present in group chats only. */
    chat: z.object({ id: z.string() }).optional(),
  }),
  bot: z.object({ id: z.string() }).optional(),
});

export interface SkillResponse {
  readonly version: '2.0';
  readonly template: {
    readonly outputs: readonly { readonly simpleText: { readonly text: string } }[];
    readonly quickReplies?: readonly {
      readonly label: string;
      readonly action: 'message';
      readonly messageText: string;
    }[];
  };
}
