import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Understood } from '../../src/compose';

const rowsOf = <T>(root: string, name: string): T[] =>
  readFileSync(join(root, 'test', 'content', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

const share = (right: number, of: number): string => (right / Math.max(1, of)).toFixed(4);

interface LanguageRow {
  readonly text: string;
  readonly language: string;
  /** Written alike in both scripts of Chinese. */
  readonly either?: boolean;
  readonly spans?: readonly { readonly text: string; readonly language: string }[];
}

/** The language of short messages, and of each stretch of mixed ones. */
export function measureLanguages(
  root: string,
  { languages }: Understood,
  print: (line: string) => void,
): void {
  const rows = rowsOf<LanguageRow>(root, 'languages');
  const isRight = ({ text, language, either }: LanguageRow): boolean => {
    const guess = languages.identify(text).language;
    return guess === language || (either === true && guess.startsWith('zh'));
  };
  const mixed = rows.filter(({ spans }) => spans !== undefined);
  const spansRight = mixed.filter(({ text, spans }) => {
    const found = languages
      .spans(text)
      .map(({ start, end, language }) => ({ text: text.slice(start, end), language }));
    return JSON.stringify(found) === JSON.stringify(spans);
  });
  print('\n| language of | messages | right |\n|---|---|---|');
  for (const kind of ['ko', 'zh-Hans', 'zh-Hant', 'en', 'undetermined']) {
    const of = rows.filter(({ language, spans }) => language === kind && spans === undefined);
    print(`| ${kind} | ${of.length} | ${share(of.filter(isRight).length, of.length)} |`);
  }
  print(
    `| mixed: language to answer in | ${mixed.length} | ${share(mixed.filter(isRight).length, mixed.length)} |`,
  );
  print(`| mixed: every stretch | ${mixed.length} | ${share(spansRight.length, mixed.length)} |`);
}

interface MatterRow {
  readonly text: string;
  readonly lang: string;
  readonly codes: readonly string[];
}

/** One matter kept whole, several cut into as many parts, and those parts understood. */
export function measureMatters(root: string, desk: Understood, print: (line: string) => void): void {
  const rows = rowsOf<MatterRow>(root, 'matters').map((row) => ({
    ...row,
    found: desk.matters
      .split(row.text, desk.classifier.classify(row.text, 5))
      .map(({ candidates: [best] }) => best?.code),
  }));
  print(
    '\n| matters | one, kept whole | several, cut into as many | and each understood |\n|---|---|---|---|',
  );
  for (const language of ['ko', 'zh', 'en']) {
    const of = rows.filter(({ lang }) => lang.startsWith(language));
    const one = of.filter(({ codes }) => codes.length === 1);
    const several = of.filter(({ codes }) => codes.length > 1);
    const cut = several.filter(({ codes, found }) => found.length === codes.length);
    const understood = cut.filter(({ codes, found }) => found.join() === codes.join());
    const whole = one.filter(({ found }) => found.length === 1);
    print(
      `| ${language} | ${whole.length} of ${one.length} | ${cut.length} of ${several.length} | ${understood.length} of ${several.length} |`,
    );
  }
}

interface TimeRow {
  readonly text: string;
  readonly lang: string;
  readonly at: string;
  readonly from: string | null;
  readonly ongoing: boolean;
  readonly every: string | null;
  readonly after: string | null;
}

/** One time among those found agrees wholly: beginning, whether it goes on, how often, after what hour. */
export function measureTimes(root: string, { entities }: Understood, print: (line: string) => void): void {
  const rows = rowsOf<TimeRow>(root, 'times-test');
  const isRight = ({ text, at, from, ongoing, every, after }: TimeRow): boolean => {
    const times = entities
      .find(text, new Date(at))
      .flatMap((found) => (found.kind === 'time' ? [found.value] : []));
    if (times.length === 0) return from === null && every === null;
    return times.some(
      (time) =>
        (time.from ?? null) === from &&
        time.ongoing === ongoing &&
        (time.recurrence?.every ?? null) === every &&
        (time.recurrence?.after ?? null) === after,
    );
  };
  print('\n| times | messages | right |\n|---|---|---|');
  for (const language of ['ko', 'zh', 'en']) {
    const of = rows.filter(({ lang }) => lang.startsWith(language));
    print(`| ${language} | ${of.length} | ${of.filter(isRight).length} |`);
  }
}
