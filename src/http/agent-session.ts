import { createHash, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Clock } from '../app/ports/environment';
import type { Store } from '../app/ports/store';
import { loginSchema } from '../contract/console';
import { Problem } from '../contract/errors';
import { hashPassword, isPassword } from './passwords';

export interface SessionDeps {
  readonly store: Store;
  readonly clock: Clock;
}

const COOKIE = 'dadam_session';
const SESSION_MS = 9 * 60 * 60 * 1_000;
/** Compared with when no such agent exists, so that both answers take as long. */
const NOBODY = hashPassword(randomBytes(16).toString('hex'));

export async function login(
  { store, clock }: SessionDeps,
  request: Request,
  response: Response,
): Promise<void> {
  const body = loginSchema.safeParse(request.body);
  if (!body.success) throw new Problem('BadArgument');
  const agent = await store.agent(body.data.name);
  const matches = await isPassword(body.data.password, agent?.passwordHash ?? (await NOBODY));
  if (!agent || !matches) throw new Problem('Unauthorized');
  const token = randomBytes(32).toString('base64url');
  await store.addAgentSession(hash(token), agent.name, new Date(clock.now().getTime() + SESSION_MS));
  response.cookie(COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: SESSION_MS,
    path: '/',
  });
  response.json({ name: agent.name });
}

export async function logout({ store }: SessionDeps, request: Request, response: Response): Promise<void> {
  await store.endAgentSession(hash(sessionToken(request)));
  response.clearCookie(COOKIE, { path: '/' }).status(204).end();
}

/** Lets only agents who are logged in pass. */
export function requireAgent({ store, clock }: SessionDeps): RequestHandler {
  return async (request, response, next) => {
    const agent = await store.agentOfSession(hash(sessionToken(request)), clock.now());
    if (agent === undefined) throw new Problem('Unauthorized');
    response.locals['agent'] = agent;
    next();
  };
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

const sessionToken = (request: Request): string =>
  /(?:^|;\s*)dadam_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
