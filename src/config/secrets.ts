import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ tokenKey: z.string().min(32), standInSecret: z.string().min(32) });
export type Secrets = z.infer<typeof schema>;

/** Keys that this installation makes for itself on its first start; readable by its owner only. */
export function ownSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const made = { tokenKey: randomBytes(32).toString('hex'), standInSecret: randomBytes(32).toString('hex') };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}
