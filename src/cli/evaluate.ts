import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Evaluation, LabelledText } from '../app/evaluate-understanding';
import { evaluateUnderstanding } from '../app/evaluate-understanding';
import { systemClock } from '../compose';
import { readConfig } from '../config/read-config';
import type { CliContext } from './context';
import { print, printJson, understood } from './context';
import { evaluationReport } from './evaluation-report';

const rowSchema = z.object({
  text: z.string(),
  code: z.string(),
  lang: z.string().optional(),
  alt: z.array(z.string()).default([]),
});

export interface EvaluateOptions {
  readonly json?: boolean;
  /** Where the report is written. */
  readonly html?: string;
}

export function evaluate(context: CliContext, files: readonly string[], options: EvaluateOptions): void {
  const rows = files.flatMap(readRows);
  const desk = understood(context);
  const evaluation = evaluateUnderstanding({ ...desk, clock: systemClock }, rows);
  if (options.html !== undefined) {
    const { targetPrecision } = readConfig(context.projectDir);
    writeFileSync(
      options.html,
      evaluationReport(evaluation, {
        targetPrecision,
        accept: (language) => desk.classifier.thresholds(language).accept,
        nameOf: (code) => desk.content.catalogue.services.get(code)?.names.en ?? code,
      }),
    );
  }
  if (options.json === true) {
    printJson({ byLanguage: evaluation.byLanguage });
    return;
  }
  printFigures(evaluation);
  if (options.html !== undefined) print(`report: ${options.html}`);
}

function printFigures({ byLanguage }: Evaluation): void {
  print('language    rows   top-1   top-3    auto  auto right  reliability error');
  for (const [language, figures] of Object.entries(byLanguage)) {
    const cells = [figures.top1, figures.top3, figures.auto, figures.autoCorrect].map((v) =>
      `${(v * 100).toFixed(1)} %`.padStart(7),
    );
    print(
      `${language.padEnd(10)} ${String(figures.rows).padStart(5)} ${cells.join(' ')} ${figures.reliabilityError.toFixed(3).padStart(22)}`,
    );
  }
}

function readRows(file: string): LabelledText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => parseRow(file, line, number));
}

function parseRow(file: string, line: string, number: number): LabelledText {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch {
    throw new Error(`${file}:${number}: not a row like {"text":"…","code":"pothole"}`);
  }
}
