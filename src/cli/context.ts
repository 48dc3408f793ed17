import type { Understood, UnderstandingSettings } from '../compose';
import { prepareUnderstanding } from '../compose';
import { readConfig } from '../config/read-config';
import { ensureDataDir } from '../main';
import { trainingProgress } from './progress';

export interface CliContext {
  /** The folder of package.json. */
  readonly projectDir: string;
}

/** The content and the classifier, trained first if need be. */
export function understood(
  { projectDir }: CliContext,
  settings: Pick<UnderstandingSettings, 'again' | 'force' | 'corrections'> = {},
): Understood {
  const config = readConfig(projectDir);
  ensureDataDir(config.dataDir);
  const ready = prepareUnderstanding({ ...config, ...settings, onProgress: trainingProgress() });
  if (ready.model.kind === 'refused' && settings.again !== true) {
    process.stderr.write(
      'WARNING: the classifier does not know the newest content: trained on it, it understood a language worse ' +
        'than before, so the old one stays. `npx dadam train` says which messages turned.\n',
    );
  }
  return ready;
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));
