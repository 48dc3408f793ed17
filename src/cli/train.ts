import { readConfig } from '../config/read-config';
import { ensureDataDir, openStore } from '../main';
import type { Understood } from '../compose';
import type { CliContext } from './context';
import { print, understood } from './context';

export interface TrainOptions {
  readonly withCorrections?: boolean;
  readonly force?: boolean;
}

const MOST_SHOWN = 30;

/** Trains, prints what came of it, and ends with an error where the new model was refused. */
export async function train(context: CliContext, { withCorrections, force }: TrainOptions): Promise<void> {
  const corrections = withCorrections === true ? await readCorrections(context) : undefined;
  if (corrections) print(`${corrections.length} corrections by agents`);
  const started = Date.now();
  const { model } = understood(context, {
    again: true,
    force: force === true,
    ...(corrections && { corrections }),
  });
  print(`trained in ${((Date.now() - started) / 1_000).toFixed(1)} s`);
  printReliability(model);
  printComparison(model);
  if (model.kind === 'refused')
    throw new Error('the new model is worse and was refused; --force takes it all the same');
}

async function readCorrections({
  projectDir,
}: CliContext): Promise<{ code: string; language: 'ko' | 'zh' | 'en'; text: string }[]> {
  const config = readConfig(projectDir);
  ensureDataDir(config.dataDir);
  const store = await openStore(config);
  try {
    return (await store.corrections()).map(({ to, language, text }) => ({ code: to, language, text }));
  } finally {
    await store.close();
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(7);

function printReliability({ trained }: Understood['model']): void {
  print('language  messages  reliability error  accept from  accepted  of those right (cross-validated)');
  for (const [language, { messages, error, accepted, precision }] of Object.entries(trained.reliability)) {
    const { accept } = trained.calibration[language as 'ko' | 'zh' | 'en'].thresholds;
    print(
      `${language.padEnd(8)} ${String(messages).padStart(9)} ${error.toFixed(3).padStart(18)} ` +
        `${accept.toFixed(3).padStart(12)}   ${percent(accepted)}   ${percent(precision)}`,
    );
  }
}

function printComparison(model: Understood['model']): void {
  if (model.kind === 'unchanged' || !model.comparison) return;
  const { byLanguage, worse, turned } = model.comparison;
  print('language  right before  right now  messages');
  for (const [language, { before, after, messages }] of Object.entries(byLanguage)) {
    print(
      `${language.padEnd(8)} ${String(before).padStart(13)} ${String(after).padStart(10)} ${String(messages).padStart(9)}` +
        ((worse as readonly string[]).includes(language) ? '  worse than chance explains' : ''),
    );
  }
  if (turned.length > 0) print(`understood before, not now (${turned.length}):`);
  for (const { language, text, code, taken } of turned.slice(0, MOST_SHOWN))
    print(`  ${language} ${code} -> ${taken}: ${text}`);
}
