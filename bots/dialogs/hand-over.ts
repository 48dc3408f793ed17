import type { DialogTurn, Outcome } from '../desk';
import { message, say } from '../desk';
import { forgetDraft } from '../memory';
import { saysWord } from '../words';

/** Gives the conversation to a person. The event bears Bot Framework's name and is not shown to the citizen. */
export function handOver(turn: DialogTurn, reason: string, introduction?: string): Outcome {
  const { conversation, memory } = turn;
  return {
    memory,
    conversation: { ...conversation, owner: 'waiting' },
    replies: [
      ...(introduction === undefined ? [] : [message(turn, introduction)]),
      message(turn, say(turn, 'handover')),
      {
        type: 'event',
        name: 'handoff.initiate',
        value: {
          reason,
          language: conversation.language,
          service: memory.draft?.service ?? null,
          place: memory.draft?.place ?? null,
          answers: memory.draft?.answers ?? {},
        },
      },
    ],
  };
}

/** While a person is awaited or speaks, the bot is silent, unless the citizen wants it back. */
export function whileHandedOver(turn: DialogTurn): Outcome {
  const { conversation, memory, desk, text } = turn;
  if (conversation.owner === 'agent') return { memory, replies: [] };
  if (!saysWord(desk.phrases, 'cancel', text))
    return { memory, replies: [message(turn, say(turn, 'handover.waiting'))] };
  return {
    memory: forgetDraft(memory),
    conversation: { ...conversation, owner: 'bot' },
    replies: [
      message(turn, say(turn, 'handover.back')),
      {
        type: 'event',
        name: 'handoff.status',
        value: { state: 'completed', message: 'taken back by the citizen' },
      },
    ],
  };
}
