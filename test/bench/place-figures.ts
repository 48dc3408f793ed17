import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Understood } from '../../src/compose';

interface PlaceRow {
  readonly text: string;
  readonly lang: string;
  readonly gu: readonly string[];
  readonly outside?: boolean;
}

/** The share of the hand-written mentions whose gu is found, or whose ambiguity is rightly kept. */
export function measurePlaces(root: string, { places }: Understood, print: (line: string) => void): void {
  const rows = readFileSync(join(root, 'test', 'content', 'places.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PlaceRow);
  const answer = (text: string): string => {
    const found = places.resolve(text);
    if (found.kind === 'found') return found.place.gu;
    return found.kind === 'ambiguous' ? joined(found.candidates.map(({ gu }) => gu)) : found.kind;
  };
  const expected = ({ gu, outside }: PlaceRow): string =>
    outside === true ? 'outside' : gu.length === 0 ? 'none' : joined(gu);
  print('\n| places | mentions | right |\n|---|---|---|');
  for (const language of ['ko', 'zh', 'en', '']) {
    const of = rows.filter(({ lang }) => lang.startsWith(language));
    const right = of.filter((row) => answer(row.text) === expected(row));
    print(`| ${language || 'all'} | ${of.length} | ${(right.length / of.length).toFixed(4)} |`);
    if (language === '' && process.argv.includes('--misses')) {
      for (const row of of.filter((r) => !right.includes(r)))
        print(`  ${row.text} | ${expected(row)} | ${answer(row.text)}`);
    }
  }
}

const joined = (gu: readonly string[]): string => [...new Set(gu)].sort().join('+');
