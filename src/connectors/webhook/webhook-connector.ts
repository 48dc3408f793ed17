import type { Connector, DeliveryOutcome } from '../../app/ports/connector';
import type { Clock } from '../../app/ports/environment';
import { signatureHeader } from './sign';

export interface WebhookSettings {
  /** The only address this connector ever calls. */
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs?: number;
}

const MAX_REFERENCE = 100;

/**
 * Posts a case as JSON. The receiver checks `X-Dadam-Signature` over the raw body and answers 2xx with
 * `{"reference": "..."}`, and answers the same again for an `Idempotency-Key` it has seen.
 */
export function webhookConnector(
  { url, secret, timeoutMs = 10_000 }: WebhookSettings,
  clock: Clock,
): Connector {
  return {
    async deliver({ idempotencyKey, department, payload }) {
      const body = JSON.stringify({ department, ...payload });
      const timestamp = Math.floor(clock.now().getTime() / 1_000);
      try {
        const response = await fetch(url, {
          method: 'POST',
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'idempotency-key': idempotencyKey,
            'x-dadam-signature': signatureHeader(secret, timestamp, body),
          },
        });
        return await outcomeOf(response);
      } catch (error) {
        return { kind: 'unreachable', error: error instanceof Error ? error.name : 'unknown' };
      }
    },
  };
}

/** Statuses that say "not now" rather than "no". */
const LATER = [408, 425, 429];

async function outcomeOf(response: Response): Promise<DeliveryOutcome> {
  if (response.ok) {
    const reply: unknown = await response.json().catch(() => null);
    const reference = (reply as { reference?: unknown } | null)?.reference;
    return typeof reference === 'string'
      ? { kind: 'accepted', reference: reference.slice(0, MAX_REFERENCE) }
      : { kind: 'accepted' };
  }
  await response.body?.cancel();
  const error = `HTTP ${response.status}`;
  const final = response.status >= 400 && response.status < 500 && !LATER.includes(response.status);
  return final ? { kind: 'refused', error } : { kind: 'unreachable', error };
}
