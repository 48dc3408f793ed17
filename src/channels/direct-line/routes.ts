import type { Request, Response } from 'express';
import { Router } from 'express';
import type { z } from 'zod';
import type { Conversation } from '../../app/ports/conversation';
import type { Store } from '../../app/ports/store';
import type { ReceiveMessageDeps } from '../../app/receive-message';
import { MAX_TEXT, openConversation, receiveMessage } from '../../app/receive-message';
import type { DirectLineConversation } from '../../contract/direct-line';
import { postActivitySchema, startConversationSchema } from '../../contract/direct-line';
import { Problem } from '../../contract/errors';
import type { Access } from './access';
import { parseWatermark, toActivitySet } from './codec';

export interface DirectLineDeps extends ReceiveMessageDeps {
  readonly access: Access;
  readonly store: Store;
}

/** Direct Line 3.0: the calls that the official client makes, and a token for our own widget. */
export function directLineRoutes(deps: DirectLineDeps): Router {
  const router = Router();
  router.post('/api/web-chat/token', (_request, response) => {
    // A citizen needs no account: whoever opens the page gets a conversation of their own.
    response.json(newGrant(deps, undefined));
  });
  router.post('/v3/directline/tokens/generate', (request, response) => {
    deps.access.requireSecret(request);
    response.json(newGrant(deps, startOf(request).user?.id));
  });
  router.post('/v3/directline/tokens/refresh', (request, response) => {
    const { conversationId, userId } = deps.access.requireToken(request);
    response.json(deps.access.grant(conversationId, userId, 0));
  });
  router.post('/v3/directline/conversations', async (request, response) => start(deps, request, response));
  router.get('/v3/directline/conversations/:id', async (request, response) => {
    const { conversationId, userId } = deps.access.requireConversation(request);
    await existing(deps, conversationId);
    const { watermark } = request.query;
    // Without a watermark the client wants only what is new.
    const after = watermark === undefined ? Number.MAX_SAFE_INTEGER : parseWatermark(watermark);
    response.json(
      withHost(
        request,
        deps.access.grant(conversationId, userId, Math.min(after, await lastPosition(deps, conversationId))),
      ),
    );
  });
  router.get('/v3/directline/conversations/:id/activities', async (request, response) => {
    const { conversationId } = deps.access.requireConversation(request);
    await existing(deps, conversationId);
    const after = parseWatermark(request.query['watermark']);
    response.json(
      toActivitySet(conversationId, await deps.store.activitiesAfter(conversationId, after), after),
    );
  });
  router.post('/v3/directline/conversations/:id/activities', async (request, response) =>
    post(deps, request, response),
  );
  router.post('/v3/directline/conversations/:id/upload', (request) => {
    deps.access.requireConversation(request);
    throw new Problem('AttachmentsNotSupported');
  });
  return router;
}

function startOf(request: Request): z.infer<typeof startConversationSchema> {
  const body = startConversationSchema.safeParse(request.body ?? {});
  if (!body.success) throw new Problem('BadArgument');
  return body.data;
}

const newGrant = ({ access, entropy }: DirectLineDeps, userId: string | undefined): DirectLineConversation =>
  access.grant(entropy.id(), userId ?? `dl_${entropy.id()}`, 0);

async function start(deps: DirectLineDeps, request: Request, response: Response): Promise<void> {
  const { conversationId, userId } = deps.access.requireToken(request);
  const { locale } = startOf(request);
  const known = await deps.store.conversation(conversationId);
  if (!known) {
    await openConversation(deps, {
      id: conversationId,
      channel: 'web',
      userId,
      ...(locale !== undefined && { locale }),
    });
    await receiveMessage(deps, conversationId, { type: 'conversationUpdate' });
  }
  response.status(known ? 200 : 201).json(withHost(request, deps.access.grant(conversationId, userId, 0)));
}

async function post(deps: DirectLineDeps, request: Request, response: Response): Promise<void> {
  const { conversationId } = deps.access.requireConversation(request);
  const parsed = postActivitySchema.safeParse(request.body);
  if (!parsed.success) throw new Problem('BadArgument');
  const { type, text, ...rest } = parsed.data;
  if (text !== undefined && text.length > MAX_TEXT) throw new Problem('TextTooLong');
  await existing(deps, conversationId);
  if (type === 'typing') {
    response.json({ id: deps.entropy.id() });
    return;
  }
  const inbound = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const received = await receiveMessage(deps, conversationId, {
    type,
    ...(text !== undefined && { text }),
    ...inbound,
  });
  if (received.kind === 'no-conversation') throw new Problem('NotFound');
  response.json({ id: received.id });
}

async function existing({ store }: DirectLineDeps, conversationId: string): Promise<Conversation> {
  const conversation = await store.conversation(conversationId);
  if (!conversation) throw new Problem('NotFound');
  return conversation;
}

async function lastPosition({ store }: DirectLineDeps, conversationId: string): Promise<number> {
  return (await store.activitiesAfter(conversationId, 0)).at(-1)?.position ?? 0;
}

/** The client opens `streamUrl` as it stands, so it must be absolute. */
function withHost(request: Request, grant: DirectLineConversation): DirectLineConversation {
  const scheme = request.protocol === 'https' ? 'wss' : 'ws';
  return { ...grant, streamUrl: `${scheme}://${request.headers.host ?? 'localhost'}${grant.streamUrl}` };
}
