import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { evaluateUnderstanding } from '../app/evaluate-understanding';
import type { CliContext } from './context';
import { print, printJson, understood } from './context';

const rowSchema = z.object({
  text: z.string(),
  code: z.string(),
  lang: z.string().optional(),
  alt: z.array(z.string()).default([]),
});

export function evaluate(context: CliContext, file: string, { json }: { json?: boolean }): void {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => parseRow(file, line, number));
  const report = evaluateUnderstanding(understood(context), rows);
  if (json === true) {
    printJson(report);
    return;
  }
  print('language    rows   top-1   top-3    auto  auto right');
  for (const [language, figures] of Object.entries(report.byLanguage)) {
    const cells = [figures.top1, figures.top3, figures.auto, figures.autoCorrect].map((v) =>
      `${(v * 100).toFixed(1)} %`.padStart(7),
    );
    print(`${language.padEnd(10)} ${String(figures.rows).padStart(5)} ${cells.join(' ')}`);
  }
}

function parseRow(file: string, line: string, number: number): z.infer<typeof rowSchema> {
  try {
    return rowSchema.parse(JSON.parse(line));
  } catch {
    throw new Error(`${file}:${number}: not a row like {"text":"…","code":"pothole"}`);
  }
}
