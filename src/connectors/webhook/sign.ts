import { createHmac, timingSafeEqual } from 'node:crypto';

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`: the form that Stripe made common. */
export const signatureHeader = (secret: string, timestamp: number, body: string): string =>
  `t=${timestamp},v1=${mac(secret, timestamp, body).toString('hex')}`;

const TOLERANCE_SECONDS = 300;

/** For receivers: whether a body was signed with `secret` not long before `now` (unix seconds). */
export function verifySignature(secret: string, header: string, body: string, now: number): boolean {
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (t === undefined || v1 === undefined || Math.abs(now - Number(t)) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(Buffer.from(v1, 'hex'), mac(secret, Number(t), body));
}

const mac = (secret: string, timestamp: number, body: string): Buffer =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest();
