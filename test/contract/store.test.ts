import { join } from 'node:path';
import type { Activity, Conversation } from '../../src/app/ports/conversation';
import type { Store, Transaction } from '../../src/app/ports/store';
import type { Case } from '../../src/domain/case/case';
import { receiptNumber } from '../../src/domain/case/receipt-number';
import { knexStore } from '../../src/store/knex-store';
import { openDatabase } from '../../src/store/open-database';
import { temporaryFolder } from '../support/folders';
import { startPostgres } from '../support/postgres';

const now = new Date('2026-03-12T01:00:00Z');
const later = new Date('2026-03-12T01:10:00Z');

const conversation = (id: string): Conversation => ({
  id,
  channel: 'web',
  userId: 'citizen',
  language: 'zh-Hant',
  owner: 'bot',
  state: { stage: { name: 'idle' } },
  delivered: 0,
  createdAt: now,
  updatedAt: now,
});

const activity = (id: string, clientActivityID?: string): Activity => ({
  id,
  type: 'message',
  timestamp: now.toISOString(),
  from: { id: 'citizen', role: 'user' },
  text: '路燈壞了 "quoted" \u{1F6B2}',
  ...(clientActivityID !== undefined && { channelData: { clientActivityID } }),
});

const filed = (id: string, counter: number, conversationId: string): Case => ({
  id,
  receipt: receiptNumber('2026-03-12', counter),
  conversationId,
  channel: 'web',
  language: 'ko',
  service: 'streetlight',
  probability: 0.93,
  description: '가로등이 나갔어요',
  place: { gu: '용산구', label: '이태원역', precision: 'spot' },
  answers: { count: '2' },
  status: 'assigned',
  department: 'yongsan-gu.road',
  coDepartments: [],
  due: later,
  rule: 'streetlight',
  rulesVersion: 'v1',
  trace: {
    version: 'v1',
    at: now.toISOString(),
    because: 'because.gu',
    considered: [],
    facts: {
      service: 'streetlight',
      probability: 0.93,
      language: 'ko',
      channel: 'web',
      hour: 10,
      weekday: 4,
      holiday: false,
      answers: {},
    },
  },
  receivedAt: now,
  updatedAt: now,
});

const outboxRow = (id: string, caseId: string) => ({
  id,
  caseId,
  department: 'yongsan-gu.road',
  connector: 'webhook',
  payload: { service_code: 'streetlight' },
});

/** The promises of the store; every implementation keeps them. */
function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  let counter = 0;
  const fresh = (): string => `id-${++counter}`;
  const inStore = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => store.transaction(work);

  async function withCase(): Promise<{ conversationId: string; caseId: string; receipt: Case['receipt'] }> {
    const conversationId = fresh();
    const one = filed(fresh(), counter, conversationId);
    await inStore(async (tx) => {
      await tx.createConversation(conversation(conversationId));
      await tx.addCase(one);
    });
    return { conversationId, caseId: one.id, receipt: one.receipt };
  }

  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('gives back a conversation as it was saved', async () => {
    const id = fresh();
    await inStore((tx) => tx.createConversation(conversation(id)));
    const changed = { ...conversation(id), owner: 'waiting' as const, state: { stage: { name: 'confirm' } } };
    await inStore((tx) => tx.saveConversation(changed));
    expect(await store.conversation(id)).toEqual(changed);
    expect(await store.conversation('nobody')).toBeUndefined();
  });

  it('numbers the activities of each conversation from one, without gaps', async () => {
    const [a, b] = [fresh(), fresh()];
    await inStore(async (tx) => {
      for (const id of [a, b]) await tx.createConversation(conversation(id));
      expect(await tx.appendActivity(a, activity('1'))).toBe(1);
      expect(await tx.appendActivity(b, activity('2'))).toBe(1);
      expect(await tx.appendActivity(a, activity('3'))).toBe(2);
    });
    expect(await store.activitiesAfter(a, 0)).toEqual([
      { position: 1, activity: activity('1') },
      { position: 2, activity: activity('3') },
    ]);
    expect(await store.activitiesAfter(a, 1)).toHaveLength(1);
  });

  it('finds a message again by the id its client gave it, and never keeps it twice', async () => {
    const id = fresh();
    await inStore(async (tx) => {
      await tx.createConversation(conversation(id));
      await tx.appendActivity(id, activity('1', 'from-client'));
      expect(await tx.findByClientActivityId(id, 'from-client')).toMatchObject({ id: '1' });
      expect(await tx.findByClientActivityId(id, 'other')).toBeUndefined();
    });
    await expect(inStore((tx) => tx.appendActivity(id, activity('2', 'from-client')))).rejects.toThrow();
  });

  it('writes all of a unit of work or nothing of it', async () => {
    const id = fresh();
    const work = inStore(async (tx) => {
      await tx.createConversation(conversation(id));
      await tx.addCase(filed(fresh(), 900, id));
      throw new Error('crash');
    });
    await expect(work).rejects.toThrow('crash');
    expect(await store.conversation(id)).toBeUndefined();
    expect(await store.caseByReceipt(receiptNumber('2026-03-12', 900))).toBeUndefined();
  });

  it('counts the receipts of each day by themselves, also when many come at once', async () => {
    const counted = await Promise.all(
      Array.from({ length: 20 }, () => inStore((tx) => tx.nextReceiptCounter('2026-05-01'))),
    );
    expect([...counted].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await inStore((tx) => tx.nextReceiptCounter('2026-05-02'))).toBe(1);
  });

  it('gives back a case as it was filed, by id, number, conversation and list', async () => {
    const { conversationId, caseId, receipt } = await withCase();
    const found = await store.case(caseId);
    expect(found).toMatchObject({ receipt, place: { gu: '용산구' }, due: later, answers: { count: '2' } });
    expect(await store.caseByReceipt(receipt)).toEqual(found);
    expect(await inStore((tx) => tx.casesOfConversation(conversationId))).toEqual([found]);
    expect((await store.cases({ limit: 100, status: 'assigned' })).map(({ id }) => id)).toContain(caseId);
    expect(await store.cases({ limit: 100, before: receipt })).not.toContainEqual(found);
  });

  it('changes a status only from the one that is expected', async () => {
    const { caseId } = await withCase();
    expect(await inStore((tx) => tx.setCaseStatus(caseId, 'assigned', 'acknowledged', later))).toBe(true);
    expect(await inStore((tx) => tx.setCaseStatus(caseId, 'assigned', 'withdrawn', later))).toBe(false);
    expect(await store.case(caseId)).toMatchObject({ status: 'acknowledged', updatedAt: later });
  });

  it('keeps the events of a case in their order', async () => {
    const { caseId } = await withCase();
    await inStore(async (tx) => {
      await tx.addCaseEvent(caseId, {
        at: now,
        type: 'received',
        actor: 'citizen',
        detail: { channel: 'web' },
      });
      await tx.addCaseEvent(caseId, { at: now, type: 'assigned', actor: 'dadam', detail: {} });
    });
    expect((await store.caseEvents(caseId)).map(({ type }) => type)).toEqual(['received', 'assigned']);
  });

  it('hands each waiting delivery to one claimant, and to another when the claim has run out', async () => {
    const { caseId } = await withCase();
    const id = fresh();
    await inStore((tx) => tx.addOutboxRow(outboxRow(id, caseId), now));
    const claims = await Promise.all([store.claimOutbox(now, later, 50), store.claimOutbox(now, later, 50)]);
    expect(claims.flat().filter((row) => row.id === id)).toEqual([{ ...outboxRow(id, caseId), attempts: 0 }]);
    expect((await store.claimOutbox(later, later, 50)).map((row) => row.id)).toContain(id);
  });

  it('does not hand out what is finished, refused or not due', async () => {
    const { caseId } = await withCase();
    const [done, refused, postponed] = [fresh(), fresh(), fresh()];
    await inStore(async (tx) => {
      for (const id of [done, refused, postponed]) await tx.addOutboxRow(outboxRow(id, caseId), now);
      await tx.finishOutboxRow(done, now);
      await tx.buryOutboxRow(refused, 1, now, 'HTTP 400');
      await tx.postponeOutboxRow(postponed, 3, later, 'HTTP 503');
    });
    const ids = [done, refused, postponed];
    const claimed = async (at: Date) =>
      (await store.claimOutbox(at, later, 50)).filter(({ id }) => ids.includes(id));
    expect(await claimed(now)).toEqual([]);
    expect(await claimed(later)).toMatchObject([{ id: postponed, attempts: 3 }]);
  });

  it('knows an agent’s session until it ends', async () => {
    await store.saveAgent('kim', 'hash-1');
    await store.saveAgent('kim', 'hash-2');
    expect(await store.agent('kim')).toEqual({ name: 'kim', passwordHash: 'hash-2' });
    await store.addAgentSession('token', 'kim', later);
    expect(await store.agentOfSession('token', now)).toBe('kim');
    expect(await store.agentOfSession('token', later)).toBeUndefined();
    await store.endAgentSession('token');
    expect(await store.agentOfSession('token', now)).toBeUndefined();
  });

  it('gives back corrections, of several for one case the latest', async () => {
    const one = await withCase();
    const other = await withCase();
    const correction = (caseId: string, to: string, at: Date) => ({
      id: fresh(),
      caseId,
      text: '가로등이 나갔어요',
      language: 'ko' as const,
      from: 'streetlight',
      to,
      agent: 'kim',
      at,
    });
    const [wrong, right, last] = [
      correction(one.caseId, 'pothole', now),
      correction(one.caseId, 'sinkhole', later),
      correction(other.caseId, 'graffiti', later),
    ];
    await inStore(async (tx) => {
      for (const each of [wrong, right, last]) await tx.addCorrection(each);
    });
    const kept = (await store.corrections()).filter(({ caseId }) =>
      [one.caseId, other.caseId].includes(caseId),
    );
    expect(kept).toEqual([right, last]);
  });

  it('keeps a rules version once', async () => {
    await store.keepRulesVersion('v1', '{}', now);
    await expect(store.keepRulesVersion('v1', '{}', later)).resolves.toBeUndefined();
  });
}

describe('store on SQLite', () => {
  const folder = temporaryFolder();
  storeContract(async () => knexStore(await openDatabase({ file: join(folder, 'store.sqlite') })));
});

describe('store on PostgreSQL', () => {
  let stop: (() => Promise<void>) | undefined;
  storeContract(async () => {
    const postgres = await startPostgres();
    stop = postgres.stop;
    return knexStore(await openDatabase({ url: postgres.url }));
  });
  afterAll(() => stop?.());
});

describe('opening a database', () => {
  const folder = temporaryFolder();

  it('refuses one that a newer version has changed', async () => {
    const file = join(folder, 'newer.sqlite');
    const database = await openDatabase({ file });
    await database('knex_migrations').insert({
      name: '9999-from-the-future',
      batch: 9,
      migration_time: new Date(),
    });
    await database.destroy();
    await expect(openDatabase({ file })).rejects.toThrow(/9999-from-the-future/);
  });
});
