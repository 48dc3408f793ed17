import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token allows: speaking in one conversation as one user, or opening one stream of it. */
export interface TokenClaims {
  readonly purpose: 'conversation' | 'stream';
  readonly conversationId: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Makes a stream ticket one of its kind. */
  readonly nonce?: string;
}

export type TokenCheck =
  | { readonly kind: 'valid'; readonly claims: TokenClaims }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

/** Signs and checks tokens: `base64url(claims).base64url(HMAC-SHA256)`. Nothing is stored. */
export function tokenSigner(key: string): {
  sign(claims: TokenClaims): string;
  check(token: string, now: Date): TokenCheck;
} {
  const mac = (payload: string): Buffer => createHmac('sha256', key).update(payload).digest();
  return {
    sign(claims) {
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      return `${payload}.${mac(payload).toString('base64url')}`;
    },
    check(token, now) {
      const [payload = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = mac(payload);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'invalid' };
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as TokenClaims;
      return claims.expires <= now.getTime() ? { kind: 'expired' } : { kind: 'valid', claims };
    },
  };
}
