import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Before all tests: compiles what is stale and trains the classifier once; tests copy the model from there. */
export default function buildOnce(): void {
  execFileSync('node', [join(root, 'dadam.mjs'), 'classify', '--json', '안녕하세요'], {
    cwd: root,
    env: { ...process.env, DADAM_DATA_DIR: join(root, 'dist', 'test-data') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
