import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Understood } from '../../src/compose';
import { prepareUnderstanding } from '../../src/compose';
import { measureLanguages, measureMatters, measureTimes } from './content-figures';
import type { BenchEngine, Example } from './engines';
import { BENCH_ENGINES, NO_WORDS } from './engines';
import { measureMachine } from './machine-figures';
import { measurePlaces } from './place-figures';

/**
 * Classifier quality on public sets and on our own content, beside the baselines, in one run:
 * `npm run bench:understanding -- --data FOLDER [--engines ours,@nlpjs]`
 *
 * FOLDER holds clinc150-en.jsonl, ynat-ko.jsonl and thucnews-zh.jsonl with rows {"text","label","split"}; without it
 * only our own content is measured.
 */
interface Task {
  readonly name: string;
  readonly train: readonly Example[];
  readonly test: readonly (Example & { readonly alt: readonly string[] })[];
  readonly outOfScope: readonly Example[];
  readonly words: typeof NO_WORDS;
}

const root = join(__dirname, '..', '..');
const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (line: string): void => void process.stderr.write(`${line}\n`);

const rowsOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

function publicTask(name: string, file: string, language: Example['language']): Task {
  const rows = rowsOf<{ text: string; label: string; split: string }>(file);
  const of = (split: string): Example[] =>
    rows.filter((row) => row.split === split).map(({ text, label }) => ({ text, code: label, language }));
  return {
    name,
    train: of('train'),
    test: of('test').map((row) => ({ ...row, alt: [] })),
    outOfScope: of('oos_test'),
    words: NO_WORDS,
  };
}

const trainedDesk = (): Understood =>
  prepareUnderstanding({
    contentDir: root,
    dataDir: join(root, 'dist', 'bench-data'),
    targetPrecision: 0.97,
    classifier: 'linear',
  });

function ownTasks({ content }: Understood): Task[] {
  return (['ko', 'zh', 'en'] as const).map((language) => ({
    name: `124 services, ${language}`,
    train: content.training.utterances,
    test: rowsOf<{ text: string; code: string; alt?: string[] }>(
      join(root, 'test', 'content', `fresh-${language}.jsonl`),
    ).map((row) => ({ alt: [], ...row, language })),
    outOfScope: [],
    words: content.training,
  }));
}

interface Result {
  readonly accuracy: number;
  readonly auroc?: number;
  readonly trainSeconds: number;
  readonly msPerText: number;
}

async function run(engine: BenchEngine, task: Task): Promise<Result | undefined> {
  const started = performance.now();
  const classify = await engine.train(task.train, task.words);
  const trainSeconds = (performance.now() - started) / 1_000;
  if (!classify) return undefined;
  const from = performance.now();
  const answers = [];
  for (const { text, language } of task.test) answers.push(await classify(text, language));
  const msPerText = (performance.now() - from) / task.test.length;
  const right = answers.filter(({ code }, i) => {
    const row = task.test[i];
    return row !== undefined && [row.code, ...row.alt].includes(code);
  });
  const strange = [];
  for (const { text, language } of task.outOfScope) strange.push((await classify(text, language)).sure);
  const inScope = answers.map(({ sure }) => sure);
  return {
    accuracy: right.length / task.test.length,
    ...(strange.length > 0 && { auroc: auroc(inScope, strange) }),
    trainSeconds,
    msPerText,
  };
}

/** The chance that a text in scope is believed more than one out of scope; equal counts half. */
function auroc(inScope: readonly number[], outOfScope: readonly number[]): number {
  const sorted = Float64Array.from(outOfScope).sort();
  const below = (value: number, orEqual: boolean): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] as number;
      if (orEqual ? at <= value : at < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = inScope.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return wins / (inScope.length * outOfScope.length);
}

async function main(): Promise<void> {
  const desk = trainedDesk();
  const folder = argument('data');
  const wanted = argument('engines')?.split(',');
  const engines = BENCH_ENGINES.filter(({ name }) => wanted?.includes(name) ?? true);
  const files: [string, string, Example['language']][] = [
    ['CLINC150, en', 'clinc150-en.jsonl', 'en'],
    ['YNAT, ko', 'ynat-ko.jsonl', 'ko'],
    ['THUCNews titles, zh', 'thucnews-zh.jsonl', 'zh'],
  ];
  const tasks = [
    ...(folder === undefined
      ? []
      : files
          .filter(([, file]) => existsSync(join(folder, file)))
          .map(([name, file, language]) => publicTask(name, join(folder, file), language))),
    ...ownTasks(desk),
  ];
  print('| set | engine | accuracy | out-of-scope AUROC | train s | ms a text |\n|---|---|---|---|---|---|');
  for (const task of tasks) {
    for (const engine of engines) {
      note(`${task.name}: ${engine.name} ...`);
      const result = await run(engine, task);
      const cells = result
        ? [
            result.accuracy.toFixed(4),
            result.auroc?.toFixed(4) ?? '',
            result.trainSeconds.toFixed(1),
            result.msPerText.toFixed(3),
          ]
        : ['drops these texts', '', '', ''];
      print(`| ${[task.name, engine.name, ...cells].join(' | ')} |`);
    }
  }
  measurePlaces(root, desk, print);
  measureLanguages(root, desk, print);
  measureMatters(root, desk, print);
  measureTimes(root, desk, print);
  measureMachine(root, desk, print);
}

void main();
