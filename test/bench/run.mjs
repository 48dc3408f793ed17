// Compiles one benchmark and runs it: node test/bench/run.mjs NAME [arguments]
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [name = '', ...rest] = process.argv.slice(2);
const outfile = join(root, 'dist', 'bench', `${name}.js`);
await build({
  absWorkingDir: root,
  entryPoints: [`test/bench/${name}.ts`],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'error',
});
process.argv = [process.argv[0] ?? 'node', outfile, ...rest];
createRequire(import.meta.url)(outfile);
