import { mayChange } from '../domain/case/status';
import { retryDelay } from '../domain/delivery/retry-delay';
import type { Catalogue, Phrases } from './ports/catalogue';
import type { Connector, DeliveryOutcome } from './ports/connector';
import type { ConversationNotifier } from './ports/conversation';
import type { Clock, Entropy, Log } from './ports/environment';
import type { OutboxRow, Store, Transaction } from './ports/store';
import { appendNotice } from './receive-message';

export interface DeliverOutboxDeps {
  readonly store: Store;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly catalogue: Catalogue;
  readonly phrases: Phrases;
  readonly notifier: ConversationNotifier;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
}

/** A claim that outlives its process is free again after this long. Longer than any connector's time-out. */
const CLAIM_MS = 60_000;
const BATCH = 20;

/**
 * Hands over every case that is due for an attempt.
 * @returns how many attempts were made
 */
export async function deliverOutbox(deps: DeliverOutboxDeps): Promise<number> {
  const now = deps.clock.now();
  const rows = await deps.store.claimOutbox(now, new Date(now.getTime() + CLAIM_MS), BATCH);
  await Promise.all(rows.map((row) => deliverRow(deps, row)));
  return rows.length;
}

async function deliverRow(deps: DeliverOutboxDeps, row: OutboxRow): Promise<void> {
  const outcome = await attempt(deps, row);
  const attempts = row.attempts + 1;
  deps.log.info(
    { delivery: row.id, department: row.department, attempts, outcome: outcome.kind },
    'delivery attempt',
  );
  if (outcome.kind === 'accepted') return acknowledge(deps, row, outcome.reference);
  const now = deps.clock.now();
  await deps.store.transaction(async (tx) => {
    if (outcome.kind === 'refused') {
      await tx.buryOutboxRow(row.id, attempts, now, outcome.error);
    } else {
      const notBefore = new Date(now.getTime() + retryDelay(attempts, deps.entropy.chance()));
      await tx.postponeOutboxRow(row.id, attempts, notBefore, outcome.error);
    }
    await tx.addCaseEvent(row.caseId, {
      at: now,
      type: 'delivery-failed',
      actor: 'dadam',
      detail: { department: row.department, attempts, outcome: outcome.kind, error: outcome.error },
    });
  });
}

async function attempt(deps: DeliverOutboxDeps, row: OutboxRow): Promise<DeliveryOutcome> {
  const connector = deps.connectors.get(row.connector);
  if (!connector) return { kind: 'unreachable', error: `no connector ${row.connector}` };
  try {
    return await connector.deliver({
      idempotencyKey: row.id,
      department: row.department,
      payload: row.payload,
    });
  } catch (error) {
    return { kind: 'unreachable', error: error instanceof Error ? error.name : 'unknown' };
  }
}

async function acknowledge(
  deps: DeliverOutboxDeps,
  row: OutboxRow,
  reference: string | undefined,
): Promise<void> {
  const conversationId = await deps.store.transaction(async (tx) => {
    const now = deps.clock.now();
    await tx.finishOutboxRow(row.id, now);
    await tx.addCaseEvent(row.caseId, {
      at: now,
      type: 'acknowledged',
      actor: row.department,
      detail: reference === undefined ? {} : { reference },
    });
    return tellCitizen(deps, tx, row, now);
  });
  if (conversationId !== undefined) deps.notifier.changed(conversationId);
}

/** The citizen hears once, when the department in charge has the case. */
async function tellCitizen(
  deps: DeliverOutboxDeps,
  tx: Transaction,
  row: OutboxRow,
  now: Date,
): Promise<string | undefined> {
  const filed = await tx.getCase(row.caseId);
  if (!filed || filed.department !== row.department || !mayChange(filed.status, 'acknowledged'))
    return undefined;
  if (!(await tx.setCaseStatus(filed.id, filed.status, 'acknowledged', now))) return undefined;
  const text = deps.phrases.say(filed.language, 'case.acknowledged', {
    receipt: filed.receipt,
    department: deps.catalogue.departments.get(filed.department)?.names[filed.language] ?? filed.department,
  });
  await appendNotice(deps, tx, filed.conversationId, { type: 'message', text, locale: filed.language });
  return filed.conversationId;
}

/** Delivers again and again until stopped; `stop` waits for the running pass. */
export function outboxLoop(
  deps: DeliverOutboxDeps,
  everyMs: number,
): { start(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = true;
  const pass = async (): Promise<void> => {
    let busy = false;
    try {
      busy = (await deliverOutbox(deps)) > 0;
    } catch (error) {
      deps.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'outbox pass failed');
    }
    if (!stopped) timer = setTimeout(() => void (running = pass()), busy ? 0 : everyMs);
  };
  return {
    start: () => {
      stopped = false;
      running = pass();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
