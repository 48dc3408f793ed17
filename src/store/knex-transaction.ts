import type { Knex } from 'knex';
import type { Activity, Conversation } from '../app/ports/conversation';
import type { Transaction } from '../app/ports/store';
import type { Case, CaseEvent } from '../domain/case/case';
import type { CaseRow, ConversationRow } from './rows';
import { fromCase, fromConversation, fromCorrection, toActivity, toCase, toConversation } from './rows';

/** One unit of work on SQLite or PostgreSQL. */
export function knexTransaction(trx: Knex.Transaction): Transaction {
  return { ...conversationWork(trx), ...caseWork(trx), ...outboxWork(trx) };
}

type ConversationWork = Pick<
  Transaction,
  'lockConversation' | 'createConversation' | 'saveConversation' | 'appendActivity' | 'findByClientActivityId'
>;

const conversationWork = (trx: Knex.Transaction): ConversationWork => ({
  async lockConversation(id) {
    // SQLite has one writer and ignores FOR UPDATE; on PostgreSQL the row lock orders the turns.
    const query = trx<ConversationRow>('conversations').where({ id });
    const row = await (isPostgres(trx) ? query.forUpdate() : query).first();
    return row && toConversation(row);
  },
  async createConversation(conversation: Conversation) {
    await trx('conversations').insert(fromConversation(conversation));
  },
  async saveConversation(conversation: Conversation) {
    const { id, ...columns } = fromConversation(conversation);
    await trx('conversations').where({ id }).update(columns);
  },
  async appendActivity(conversationId: string, activity: Activity) {
    const [row] = await trx<ConversationRow>('conversations')
      .where({ id: conversationId })
      .increment('last_position', 1)
      .returning('last_position');
    if (!row) throw new Error('activity for a conversation that does not exist');
    const clientId = activity.channelData?.['clientActivityID'];
    await trx('activities').insert({
      conversation_id: conversationId,
      position: row.last_position,
      client_activity_id: typeof clientId === 'string' && activity.from.role === 'user' ? clientId : null,
      body: JSON.stringify(activity),
    });
    return row.last_position;
  },
  async findByClientActivityId(conversationId, clientActivityId) {
    const row = await trx<{ body: string; conversation_id: string; client_activity_id: string }>('activities')
      .where({ conversation_id: conversationId, client_activity_id: clientActivityId })
      .first();
    return row && toActivity(row.body);
  },
});

type CaseWork = Pick<
  Transaction,
  | 'nextReceiptCounter'
  | 'addCase'
  | 'addCaseEvent'
  | 'getCase'
  | 'caseByReceipt'
  | 'casesOfConversation'
  | 'setCaseStatus'
  | 'addCorrection'
>;

const caseWork = (trx: Knex.Transaction): CaseWork => ({
  async nextReceiptCounter(day) {
    const [row] = await trx<{ day: string; last: number }>('receipt_counters')
      .insert({ day, last: 1 })
      .onConflict('day')
      .merge({ last: trx.raw('receipt_counters.last + 1') as unknown as number })
      .returning('last');
    if (!row) throw new Error('the receipt counter did not count');
    return row.last;
  },
  async addCase(filed: Case) {
    await trx('cases').insert(fromCase(filed));
  },
  async addCaseEvent(caseId: string, event: CaseEvent) {
    await trx('case_events').insert({
      case_id: caseId,
      at: event.at.toISOString(),
      type: event.type,
      actor: event.actor,
      detail: JSON.stringify(event.detail),
    });
  },
  async getCase(id) {
    const row = await trx<CaseRow>('cases').where({ id }).first();
    return row && toCase(row);
  },
  async caseByReceipt(receipt) {
    const row = await trx<CaseRow>('cases').where({ receipt }).first();
    return row && toCase(row);
  },
  async casesOfConversation(conversationId) {
    const rows = await trx<CaseRow>('cases')
      .where({ conversation_id: conversationId })
      .orderBy('receipt', 'desc')
      .limit(20);
    return rows.map(toCase);
  },
  async setCaseStatus(id, from, to, at) {
    const changed = await trx('cases')
      .where({ id, status: from })
      .update({ status: to, updated_at: at.toISOString() });
    return changed === 1;
  },
  async addCorrection(correction) {
    await trx('corrections').insert(fromCorrection(correction));
  },
});

type OutboxWork = Pick<
  Transaction,
  'addOutboxRow' | 'finishOutboxRow' | 'postponeOutboxRow' | 'buryOutboxRow'
>;

const outboxWork = (trx: Knex.Transaction): OutboxWork => ({
  async addOutboxRow(row, notBefore) {
    await trx('outbox').insert({
      id: row.id,
      case_id: row.caseId,
      department: row.department,
      connector: row.connector,
      payload: JSON.stringify(row.payload),
      state: 'waiting',
      not_before: notBefore.toISOString(),
    });
  },
  async finishOutboxRow(id, at) {
    await trx('outbox').where({ id }).update({ state: 'delivered', finished_at: at.toISOString() });
  },
  async postponeOutboxRow(id, attempts, notBefore, error) {
    await trx('outbox')
      .where({ id })
      .update({ attempts, not_before: notBefore.toISOString(), last_error: error });
  },
  async buryOutboxRow(id, attempts, at, error) {
    await trx('outbox')
      .where({ id })
      .update({ state: 'refused', attempts, finished_at: at.toISOString(), last_error: error });
  },
});

export const isPostgres = (knex: Knex): boolean =>
  (knex.client as { config: { client: string } }).config.client === 'pg';
