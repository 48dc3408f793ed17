import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's folder. */
export const projectDir = join(__dirname, '..', '..');
const trained = join(projectDir, 'dist', 'test-data', 'model');

/** A fresh folder that is removed after the tests of the calling file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dadam-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A fresh data folder that already holds the trained classifier. */
export function dataFolder(): string {
  const folder = temporaryFolder();
  cpSync(trained, join(folder, 'model'), { recursive: true });
  return folder;
}
