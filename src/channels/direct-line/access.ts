import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Clock, Entropy } from '../../app/ports/environment';
import type { DirectLineConversation } from '../../contract/direct-line';
import { Problem } from '../../contract/errors';
import type { TokenClaims } from './tokens';
import { tokenSigner } from './tokens';

export interface AccessDeps {
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Signs tokens and stream tickets. */
  readonly tokenKey: string;
  /** Lets a city's own server make tokens for its pages; absent: nobody may. */
  readonly secret?: string;
}

const TOKEN_SECONDS = 1_800;
const TICKET_MS = 60_000;

export interface Access {
  grant(conversationId: string, userId: string, watermark: number): DirectLineConversation;
  /** @throws {Problem} Unauthorized, TokenExpired */
  requireToken(request: Request): TokenClaims;
  /** @throws {Problem} Forbidden where the token belongs to another conversation */
  requireConversation(request: Request): TokenClaims;
  requireSecret(request: Request): void;
  /** Redeems a stream ticket; each works once. */
  redeem(ticket: string): TokenClaims | undefined;
}

export function directLineAccess({ clock, entropy, tokenKey, secret }: AccessDeps): Access {
  const signer = tokenSigner(tokenKey);
  const used = new Map<string, number>();
  const access: Access = {
    grant(conversationId, userId, watermark) {
      const now = clock.now().getTime();
      const token = signer.sign({
        purpose: 'conversation',
        conversationId,
        userId,
        expires: now + TOKEN_SECONDS * 1_000,
      });
      const nonce = entropy.id();
      const ticket = signer.sign({
        purpose: 'stream',
        conversationId,
        userId,
        expires: now + TICKET_MS,
        nonce,
      });
      return {
        conversationId,
        token,
        expires_in: TOKEN_SECONDS,
        streamUrl: `/v3/directline/conversations/${conversationId}/stream?watermark=${watermark}&t=${ticket}`,
      };
    },
    requireToken(request) {
      const checked = signer.check(bearer(request), clock.now());
      if (checked.kind === 'expired') throw new Problem('TokenExpired');
      if (checked.kind === 'invalid' || checked.claims.purpose !== 'conversation')
        throw new Problem('Unauthorized');
      return checked.claims;
    },
    requireConversation(request) {
      const claims = access.requireToken(request);
      if (claims.conversationId !== request.params['id']) throw new Problem('Forbidden');
      return claims;
    },
    requireSecret(request) {
      if (secret === undefined || !sameSecret(bearer(request), secret)) throw new Problem('Unauthorized');
    },
    redeem(ticket) {
      const now = clock.now();
      const checked = signer.check(ticket, now);
      if (checked.kind !== 'valid' || checked.claims.purpose !== 'stream') return undefined;
      for (const [nonce, expires] of used) if (expires <= now.getTime()) used.delete(nonce);
      const { nonce = '', expires } = checked.claims;
      if (used.has(nonce)) return undefined;
      used.set(nonce, expires);
      return checked.claims;
    },
  };
  return access;
}

const bearer = (request: Request): string =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** Compares hashes, so that neither content nor length shows in the time taken. */
const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
