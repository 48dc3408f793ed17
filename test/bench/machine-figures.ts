import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { understandMessage } from '../../src/app/understand-message';
import type { Understood } from '../../src/compose';
import { trainClassifier } from '../../src/nlu/classifier/train-classifier';

/** Loads the model in a process of its own and says how long it took and how much memory it added. */
const LOADER = `
  const file = process.argv[1], reader = process.argv[2];
  const { readModel } = require(reader);
  globalThis.gc();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const model = readModel(file);
  const ms = performance.now() - started;
  model.model.score('가로등이 나갔어요');
  globalThis.gc();
  console.log(JSON.stringify({ ms, mb: (process.memoryUsage().rss - before) / 2 ** 20 }));
`;

/** Time of the whole pipeline, and what the model costs. */
export function measureMachine(root: string, desk: Understood, print: (line: string) => void): void {
  const texts = (['ko', 'zh', 'en'] as const).flatMap((language) =>
    readFileSync(join(root, 'test', 'content', `fresh-${language}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
  const times: number[] = [];
  const at = new Date('2026-03-12T10:00:00+09:00');
  for (let round = 0; round < 4; round++) {
    for (const text of texts) {
      const started = performance.now();
      understandMessage(desk, text, at);
      if (round > 0) times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  const long = texts.join(' ').slice(0, 10_000);
  const longTimes = Array.from({ length: 5 }, () => {
    const started = performance.now();
    understandMessage(desk, long, at);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const started = performance.now();
  trainClassifier(desk.content.training, { engine: 'linear', targetPrecision: 0.97 });
  const trained = (performance.now() - started) / 1_000;
  const file = join(root, 'dist', 'bench-data', 'model', 'current.bin');
  const reader = join(root, 'dist', 'src', 'nlu', 'classifier', 'model-file.js');
  const loads = Array.from(
    { length: 5 },
    () =>
      JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', '-e', LOADER, file, reader], { encoding: 'utf8' }),
      ) as { ms: number; mb: number },
  ).sort((a, b) => a.ms - b.ms);
  const timeAt = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
  print(`
| what | figure |
|---|---|
| whole pipeline, one message, p50 / p99 ms (${times.length} messages) | ${timeAt(0.5)} / ${timeAt(0.99)} |
| whole pipeline, 10,000 characters, median ms | ${(longTimes[2] ?? 0).toFixed(1)} |
| train everything, s | ${trained.toFixed(1)} |
| load the model, median ms | ${(loads[2]?.ms ?? 0).toFixed(0)} |
| model on disk, MB | ${(statSync(file).size / 1e6).toFixed(1)} |
| memory added by the model, median MB | ${(loads[2]?.mb ?? 0).toFixed(0)} |`);
}
