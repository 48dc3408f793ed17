import type { Understood } from '../compose';
import { prepareUnderstanding } from '../compose';
import { readConfig } from '../config/read-config';
import { ensureDataDir } from '../main';
import { trainingProgress } from './progress';

export interface CliContext {
  /** The folder of package.json. */
  readonly projectDir: string;
}

/** The content and the classifier, trained first if need be. */
export function understood({ projectDir }: CliContext): Understood {
  const config = readConfig(projectDir);
  ensureDataDir(config.dataDir);
  return prepareUnderstanding({ ...config, onProgress: trainingProgress() });
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));
