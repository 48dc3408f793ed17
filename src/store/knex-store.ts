import type { Knex } from 'knex';
import type { Store } from '../app/ports/store';
import { isPostgres, knexTransaction } from './knex-transaction';
import type { CaseEventRow, CaseRow, ConversationRow, CorrectionRow, OutboxTableRow } from './rows';
import { toActivity, toCase, toCaseEvent, toConversation, toCorrection, toOutboxRow } from './rows';

/** The store on SQLite or PostgreSQL. */
export function knexStore(knex: Knex): Store {
  return {
    transaction: (work) => knex.transaction((trx) => work(knexTransaction(trx))),
    close: () => knex.destroy(),
    ...conversationReads(knex),
    ...caseReads(knex),
    ...agentWork(knex),
    async claimOutbox(now, claimUntil, limit) {
      // A claim is a date in `not_before`: whoever dies with it lets it run out.
      const due = knex('outbox')
        .select('id')
        .where('state', 'waiting')
        .where('not_before', '<=', now.toISOString())
        .orderBy(['not_before', 'id'])
        .limit(limit);
      const rows = await knex<OutboxTableRow>('outbox')
        .whereIn('id', isPostgres(knex) ? due.forUpdate().skipLocked() : due)
        .update('not_before' as never, claimUntil.toISOString() as never)
        .returning(['id', 'case_id', 'department', 'connector', 'payload', 'attempts']);
      return rows.map(toOutboxRow);
    },
    async corrections() {
      const rows = await knex<CorrectionRow>('corrections').orderBy(['at', 'id']);
      return [...new Map(rows.map((row) => [row.case_id, toCorrection(row)])).values()];
    },
    async keepRulesVersion(version, content, at) {
      await knex('rule_versions')
        .insert({ version, content, first_used_at: at.toISOString() })
        .onConflict('version')
        .ignore();
    },
  };
}

const conversationReads = (knex: Knex): Pick<Store, 'conversation' | 'activitiesAfter'> => ({
  async conversation(id) {
    const row = await knex<ConversationRow>('conversations').where({ id }).first();
    return row && toConversation(row);
  },
  async activitiesAfter(conversationId, after) {
    const rows = await knex<{ position: number; body: string }>('activities')
      .where('conversation_id' as never, conversationId as never)
      .where('position', '>', after)
      .orderBy('position');
    return rows.map(({ position, body }) => ({ position, activity: toActivity(body) }));
  },
});

const caseReads = (knex: Knex): Pick<Store, 'case' | 'caseByReceipt' | 'cases' | 'caseEvents'> => ({
  async case(id) {
    const row = await knex<CaseRow>('cases').where({ id }).first();
    return row && toCase(row);
  },
  async caseByReceipt(receipt) {
    const row = await knex<CaseRow>('cases').where({ receipt }).first();
    return row && toCase(row);
  },
  async cases({ status, limit, before }) {
    const query = knex<CaseRow>('cases').orderBy('receipt', 'desc').limit(limit);
    if (status !== undefined) void query.where({ status });
    if (before !== undefined) void query.where('receipt', '<', before);
    return (await query).map(toCase);
  },
  async caseEvents(caseId) {
    const rows = await knex<CaseEventRow & { id: number }>('case_events')
      .where({ case_id: caseId })
      .orderBy('id');
    return rows.map(toCaseEvent);
  },
});

const agentWork = (
  knex: Knex,
): Pick<Store, 'agent' | 'saveAgent' | 'addAgentSession' | 'agentOfSession' | 'endAgentSession'> => ({
  async agent(name) {
    const row = await knex<{ name: string; password_hash: string }>('agents').where({ name }).first();
    return row && { name: row.name, passwordHash: row.password_hash };
  },
  async saveAgent(name, passwordHash) {
    await knex('agents').insert({ name, password_hash: passwordHash }).onConflict('name').merge();
  },
  async addAgentSession(tokenHash, agent, until) {
    await knex('agent_sessions').insert({ token_hash: tokenHash, agent, until: until.toISOString() });
  },
  async agentOfSession(tokenHash, now) {
    const row = await knex<{ agent: string; until: string }>('agent_sessions')
      .where('token_hash' as never, tokenHash as never)
      .where('until', '>', now.toISOString())
      .first();
    return row?.agent;
  },
  async endAgentSession(tokenHash) {
    await knex('agent_sessions').where({ token_hash: tokenHash }).delete();
  },
});
