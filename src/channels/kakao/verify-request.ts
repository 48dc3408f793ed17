import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export interface KakaoSettings {
  /** The header or `key` parameter registered with the skill; absent: only this machine may call. */
  readonly skillToken?: string;
  readonly botId?: string;
}

/** Kakao signs nothing: the skill's URL carries a key, or a header registered in the skill's settings does. */
export function isFromKakao(request: Request, { skillToken }: KakaoSettings): boolean {
  if (skillToken === undefined)
    return isLoopback(request.socket.remoteAddress) && !request.headers['x-forwarded-for'];
  const given = request.get('x-skill-token') ?? request.query['key'];
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(skillToken));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isLoopback = (address = ''): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address);
