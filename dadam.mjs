#!/usr/bin/env node
/** Launcher: builds what is stale (TypeScript to dist/, browser bundles), then runs the command line. */
import { buildIfStale } from './build.mjs';

try {
  await buildIfStale({ force: process.argv[2] === 'build' });
} catch (error) {
  process.stderr.write(
    `dadam: the build failed: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
if (process.argv[2] !== 'build') await import('./dist/src/cli/main.js');
