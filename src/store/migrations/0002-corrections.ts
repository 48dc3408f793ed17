import type { Knex } from 'knex';

/** What agents say complaints were about, to learn from. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('corrections', (t) => {
    t.text('id').primary();
    t.text('case_id').notNullable().references('cases.id');
    t.text('text').notNullable();
    t.text('language').notNullable();
    t.text('from_service').notNullable();
    t.text('to_service').notNullable();
    t.text('agent').notNullable();
    t.text('at').notNullable();
    t.index(['case_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('corrections');
}
