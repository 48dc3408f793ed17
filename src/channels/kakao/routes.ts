import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { Router } from 'express';
import { exchangeMessages } from '../../app/exchange-messages';
import type { Phrases } from '../../app/ports/catalogue';
import type { Log } from '../../app/ports/environment';
import type { ReceiveMessageDeps } from '../../app/receive-message';
import { MAX_TEXT, openConversation } from '../../app/receive-message';
import { Problem } from '../../contract/errors';
import { toSkillResponse } from './codec';
import type { SkillResponse } from './schema';
import { skillRequestSchema } from './schema';
import type { KakaoSettings } from './verify-request';
import { isFromKakao } from './verify-request';

export interface KakaoDeps extends ReceiveMessageDeps {
  readonly phrases: Phrases;
  readonly log: Log;
  readonly settings: KakaoSettings;
}

/** Kakao gives up after five seconds and shows its own error. */
const ANSWER_WITHIN_MS = 4_300;

/** The KakaoTalk skill, version 2.0. What Kakao sent in good form is always answered with 200 and a valid body. */
export function kakaoRoutes(deps: KakaoDeps): Router {
  const router = Router();
  router.post('/kakao/skill', async (request, response) => answer(deps, request, response));
  return router;
}

async function answer(deps: KakaoDeps, request: Request, response: Response): Promise<void> {
  if (!isFromKakao(request, deps.settings)) throw new Problem('Unauthorized');
  const parsed = skillRequestSchema.safeParse(request.body);
  if (!parsed.success) throw new Problem('BadArgument');
  const { userRequest, bot } = parsed.data;
  const { botId } = deps.settings;
  // The development channel's bot id ends with an exclamation mark.
  if (botId !== undefined && bot?.id.replace(/!$/, '') !== botId) throw new Problem('Forbidden');
  const say = (key: string): SkillResponse => toSkillResponse([{ text: deps.phrases.say('ko', key) }]);
  if (userRequest.chat) {
    response.json(say('group-chat'));
    return;
  }
  const utterance = userRequest.utterance.replace(/\n$/, '');
  if (utterance.length > MAX_TEXT) {
    response.json(say('too-long'));
    return;
  }
  response.json(await withinTime(deps, converse(deps, userRequest.user.id, utterance), say('failed')));
}

async function converse(deps: KakaoDeps, userId: string, utterance: string): Promise<SkillResponse> {
  // Kakao's key for a user is personal data; the conversation's id need not give it away.
  const id = `kakao-${createHash('sha256').update(userId).digest('hex').slice(0, 32)}`;
  await openConversation(deps, { id, channel: 'kakao', userId: id });
  return toSkillResponse(await exchangeMessages(deps, id, { type: 'message', text: utterance }));
}

async function withinTime(
  deps: KakaoDeps,
  work: Promise<SkillResponse>,
  late: SkillResponse,
): Promise<SkillResponse> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<SkillResponse>((resolve) => {
    timer = setTimeout(() => resolve(late), ANSWER_WITHIN_MS);
  });
  const guarded = work.catch((error: unknown) => {
    deps.log.error(
      { channel: 'kakao', error: error instanceof Error ? error.name : 'unknown' },
      'turn failed',
    );
    return late;
  });
  try {
    return await Promise.race([guarded, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
