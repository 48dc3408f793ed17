import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledUtterance } from './train-classifier';

/** The corrections that the current model has learnt; a later training for new content learns them again. */
const fileIn = (folder: string): string => join(folder, 'corrections.jsonl');

/** @returns none where no model was trained with corrections yet */
export function readCorrections(folder: string): LabelledUtterance[] {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledUtterance);
}

export function writeCorrections(folder: string, corrections: readonly LabelledUtterance[]): void {
  const temporary = `${fileIn(folder)}.${process.pid}.tmp`;
  writeFileSync(temporary, corrections.map((correction) => `${JSON.stringify(correction)}\n`).join(''), {
    mode: 0o600,
  });
  renameSync(temporary, fileIn(folder));
}
