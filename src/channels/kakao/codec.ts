import type { Activity } from '../../app/ports/conversation';
import type { SkillResponse } from './schema';

/** Kakao's limits; beyond the last one the whole answer is not delivered. */
export const LIMITS = { outputs: 3, text: 1_000, quickReplies: 10, label: 14, bytes: 30_720 } as const;

const shorten = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : characters.slice(0, most - 1).join('') + '…';
};

/** The bot's messages as a skill response within Kakao's limits; the newest message is never the one left out. */
export function toSkillResponse(
  messages: readonly Pick<Activity, 'text' | 'suggestedActions'>[],
): SkillResponse {
  const texts = messages.map(({ text }) => text ?? '').filter((text) => text !== '');
  const recent = texts.slice(-LIMITS.outputs);
  const earlier = texts.slice(0, -LIMITS.outputs);
  const [first = '…', ...others] = recent;
  const joined = [...earlier, first].join('\n\n');
  const outputs = [[...joined].length <= LIMITS.text ? joined : first, ...others].map((text) => ({
    simpleText: { text: shorten(text, LIMITS.text) },
  }));
  const actions = messages.at(-1)?.suggestedActions ?? [];
  const quickReplies = actions.slice(0, LIMITS.quickReplies).map(({ title, value }) => ({
    label: shorten(title, LIMITS.label),
    action: 'message' as const,
    messageText: value,
  }));
  return { version: '2.0', template: { outputs, ...(quickReplies.length > 0 && { quickReplies }) } };
}
