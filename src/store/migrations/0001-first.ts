import type { Knex } from 'knex';

/** Each table from a builder of its own: one builder would run all that it was told before. Times are ISO 8601 in UTC, so that text order is time order on both databases. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('conversations', (t) => {
    t.text('id').primary();
    t.text('channel').notNullable();
    t.text('user_id').notNullable();
    t.text('language').notNullable();
    t.text('owner').notNullable();
    t.text('state').notNullable();
    t.integer('last_position').notNullable().defaultTo(0);
    t.integer('delivered').notNullable().defaultTo(0);
    t.text('created_at').notNullable();
    t.text('updated_at').notNullable();
  });
  await knex.schema.createTable('activities', (t) => {
    t.text('conversation_id').notNullable().references('conversations.id');
    t.integer('position').notNullable();
    t.text('client_activity_id');
    t.text('body').notNullable();
    t.primary(['conversation_id', 'position']);
    t.unique(['conversation_id', 'client_activity_id']);
  });
  await knex.schema.createTable('rule_versions', (t) => {
    t.text('version').primary();
    t.text('content').notNullable();
    t.text('first_used_at').notNullable();
  });
  await knex.schema.createTable('receipt_counters', (t) => {
    t.text('day').primary();
    t.integer('last').notNullable();
  });
  await createCaseTables(knex);
  await knex.schema.createTable('agents', (t) => {
    t.text('name').primary();
    t.text('password_hash').notNullable();
  });
  await knex.schema.createTable('agent_sessions', (t) => {
    t.text('token_hash').primary();
    t.text('agent').notNullable().references('agents.name');
    t.text('until').notNullable();
  });
}

async function createCaseTables(knex: Knex): Promise<void> {
  await knex.schema.createTable('cases', (t) => {
    t.text('id').primary();
    t.text('receipt').notNullable().unique();
    t.text('conversation_id').notNullable().references('conversations.id');
    t.text('status').notNullable();
    t.text('service').notNullable();
    t.text('department').notNullable();
    t.text('gu');
    t.text('due').notNullable();
    t.text('received_at').notNullable();
    t.text('updated_at').notNullable();
    t.text('body').notNullable();
    t.index(['conversation_id', 'receipt']);
    t.index(['status', 'receipt']);
  });
  await knex.schema.createTable('case_events', (t) => {
    t.increments('id');
    t.text('case_id').notNullable().references('cases.id');
    t.text('at').notNullable();
    t.text('type').notNullable();
    t.text('actor').notNullable();
    t.text('detail').notNullable();
    t.index(['case_id', 'id']);
  });
  await knex.schema.createTable('outbox', (t) => {
    t.text('id').primary();
    t.text('case_id').notNullable().references('cases.id');
    t.text('department').notNullable();
    t.text('connector').notNullable();
    t.text('payload').notNullable();
    t.text('state').notNullable();
    t.integer('attempts').notNullable().defaultTo(0);
    t.text('not_before').notNullable();
    t.text('finished_at');
    t.text('last_error');
    t.index(['state', 'not_before']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'agent_sessions', 'agents', 'outbox', 'case_events', 'cases',
    'receipt_counters', 'rule_versions', 'activities', 'conversations',
  ]) {
    await knex.schema.dropTable(table);
  } // prettier-ignore
}
