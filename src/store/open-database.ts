import knex, { type Knex } from 'knex';
import * as first from './migrations/0001-first';
import * as corrections from './migrations/0002-corrections';

/** In the order they run. Knex refuses a database that has seen a migration this version does not know. */
const MIGRATIONS = [
  { name: '0001-first', ...first },
  { name: '0002-corrections', ...corrections },
];

const migrationSource: Knex.MigrationSource<(typeof MIGRATIONS)[number]> = {
  getMigrations: () => Promise.resolve(MIGRATIONS),
  getMigrationName: ({ name }) => name,
  getMigration: (migration) => Promise.resolve(migration),
};

/** Where the data lies: a SQLite file, or a `postgres://` URL. */
export type DatabaseLocation = { readonly file: string } | { readonly url: string };

/** Connects and brings the schema up to date. @throws where the file cannot be written or the server is not there */
export async function openDatabase(location: DatabaseLocation): Promise<Knex> {
  const database = 'file' in location ? sqlite(location.file) : postgres(location.url);
  try {
    await database.migrate.latest({ migrationSource });
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

/** Knex would print stack traces, and statements with what is in them; whoever catches the error says what is to be said. */
const SILENT = { warn: ignore, error: ignore, deprecate: ignore, debug: ignore };

function ignore(): void {
  // Nothing is printed here.
}

/** One connection: SQLite has one writer, and a second `BEGIN` on the same handle would interleave with the first. */
const sqlite = (file: string): Knex =>
  knex({
    client: 'sqlite3',
    log: SILENT,
    connection: { filename: file },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: { exec(sql: string, done: (error: Error | null) => void): void },
        done: (error: Error | null) => void,
      ) =>
        connection.exec(
          'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000',
          done,
        ),
    },
  });

const postgres = (url: string): Knex =>
  knex({ client: 'pg', log: SILENT, connection: url, pool: { min: 0, max: 10 } });
