import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const stampFile = join(root, 'dist', '.stamp');

function* sourceFiles(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.(tsx?|css|html)$/.test(entry.name)) yield path;
  }
}

/** One line a source file: name, size, time of change. Equal stamps mean there is nothing to build. */
const stampOf = (files) =>
  files
    .map((file) => {
      const { size, mtimeMs } = statSync(join(root, file));
      return `${file} ${size} ${mtimeMs}`;
    })
    .join('\n');

/** Compiles src/ and bots/ to dist/ and bundles the browser code, unless dist/ is up to date. */
export async function buildIfStale({ force = false } = {}) {
  const files = [...sourceFiles('src'), ...sourceFiles('bots'), 'package-lock.json', 'build.mjs'].sort();
  const stamp = stampOf(files);
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const { build } = await import('esbuild');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: files.filter((f) => f.endsWith('.ts') && !f.startsWith(join('src', 'web'))),
    outdir: 'dist',
    outbase: '.',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'linked',
    logLevel: 'error',
  });
  await build({
    absWorkingDir: root,
    entryPoints: { widget: 'src/web/widget/main.tsx', console: 'src/web/console/main.tsx' },
    outdir: 'dist/public',
    bundle: true,
    minify: true,
    target: ['es2020'],
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  // dist/ is CommonJS whatever surrounds it.
  writeFileSync(join(root, 'dist', 'package.json'), '{"type":"commonjs"}\n');
  writeFileSync(stampFile, stamp);
}
