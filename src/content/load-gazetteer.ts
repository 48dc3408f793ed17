import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Localized } from '../domain/language/language';
import type { ContentProblem } from './problem';

export interface GuEntry {
  readonly code: string;
  readonly slug: string;
  readonly names: Localized;
}

export interface DongEntry {
  /** Ten digits (법정동코드). */
  readonly code: string;
  readonly gu: string;
  readonly ko: string;
  readonly names: Localized;
}

/** A station or landmark. `gu` lists every district it lies in; `outside` names a city beyond Seoul. */
export interface SpotEntry {
  readonly kind: string;
  readonly names: Localized;
  readonly aliases: readonly string[];
  readonly gu: readonly string[];
  readonly dong?: string;
  readonly outside?: string;
  /** Exits that lie in another district than the station. */
  readonly exits: ReadonlyMap<number, string>;
}

/** The names of places in Seoul, as routing-rules/gazetteer/ has them. */
export interface Gazetteer {
  readonly gu: readonly GuEntry[];
  readonly legalDong: readonly DongEntry[];
  /** `en` is empty where no romanisation is known. */
  readonly administrativeDong: readonly { readonly gu: string; readonly ko: string; readonly en: string }[];
  readonly spots: readonly SpotEntry[];
  /** Cities and districts beyond Seoul by what they are called. */
  readonly elsewhere: readonly { readonly ko: string; readonly names: readonly string[] }[];
  /** Shapes of the legal dong as TopoJSON, read when they are first needed. */
  readonly shapes: () => unknown;
}

type Row = Readonly<Record<string, string>>;

/** Reads routing-rules/gazetteer/. */
export function loadGazetteer(root: string, problems: ContentProblem[]): Gazetteer {
  const table = (name: string, columns: readonly string[]): Row[] => readTable(root, name, columns, problems);
  const gu = table('gu', ['code', 'slug', 'ko', 'en', 'zh-Hans', 'zh-Hant']).map((row) => ({
    code: cell(row, 'code'),
    slug: cell(row, 'slug'),
    names: namesOf(row),
  }));
  const known = new Set(gu.map(({ names }) => names.ko));
  const checkGu = (file: string, row: Row, line: number): string[] => {
    const named = list(cell(row, 'gu'));
    for (const name of named) {
      if (known.has(name) || name.startsWith('outside:')) continue;
      problems.push({
        file,
        line,
        message: `${name} is no gu of Seoul`,
        remedy: 'Write the Korean name of one of the 25',
      });
    }
    return named;
  };
  const dongs = table('legal-dong', ['code', 'gu', 'ko', 'en', 'zh-Hant', 'zh-Hans']).map((row, i) => {
    const [home = ''] = checkGu(path('legal-dong'), row, i + 2);
    return { code: cell(row, 'code'), gu: home, ko: cell(row, 'ko'), names: namesOf(row) };
  });
  const administrative = table('administrative-dong', ['code', 'gu', 'ko', 'en']).map((row) => ({
    gu: cell(row, 'gu'),
    ko: cell(row, 'ko'),
    en: cell(row, 'en'),
  }));
  const spots = ['stations', 'landmarks'].flatMap((name) =>
    table(name, ['ko', 'en', 'zh-Hans', 'zh-Hant', 'gu', 'dong', 'aliases']).map((row, i) =>
      toSpot(row, checkGu(path(name), row, i + 2), name === 'stations' ? 'station' : cell(row, 'kind')),
    ),
  );
  const elsewhere = table('elsewhere', ['ko', 'names']).map((row) => ({
    ko: cell(row, 'ko'),
    names: list(cell(row, 'names')),
  }));
  return {
    gu,
    legalDong: dongs,
    administrativeDong: administrative,
    spots,
    elsewhere,
    shapes: () => JSON.parse(readFileSync(join(root, SHAPES), 'utf8')) as unknown,
  };
}

const SHAPES = 'routing-rules/gazetteer/legal-dong-shapes.topo.json';
const path = (name: string): string => `routing-rules/gazetteer/${name}.csv`;
const cell = (row: Row, column: string): string => (row[column] ?? '').trim();
const list = (text: string): string[] =>
  text
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);
const namesOf = (row: Row): Localized => ({
  ko: cell(row, 'ko'),
  en: cell(row, 'en'),
  'zh-Hans': cell(row, 'zh-Hans'),
  'zh-Hant': cell(row, 'zh-Hant'),
});

function readTable(
  root: string,
  name: string,
  columns: readonly string[],
  problems: ContentProblem[],
): Row[] {
  const file = path(name);
  let rows: Row[];
  try {
    rows = parse(readFileSync(join(root, file), 'utf8'), { columns: true, skip_empty_lines: true });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    const message = error instanceof Error ? error.message : 'not readable';
    problems.push({ file, line, message, remedy: 'Mend the CSV (RFC 4180, UTF-8)' });
    return [];
  }
  const missing = columns.filter((column) => rows[0] && !(column in rows[0]));
  if (missing.length > 0 || rows.length === 0) {
    problems.push({
      file,
      line: 1,
      message: `columns missing: ${missing.join(', ') || 'all'}`,
      remedy: 'Add them',
    });
    return [];
  }
  return rows;
}

function toSpot(row: Row, gu: readonly string[], kind: string): SpotEntry {
  const outside = gu.find((name) => name.startsWith('outside:'))?.slice('outside:'.length);
  const dong = cell(row, 'dong');
  return {
    kind,
    names: namesOf(row),
    aliases: list(cell(row, 'aliases')),
    gu: outside === undefined ? gu : [],
    ...(dong !== '' && { dong }),
    ...(outside !== undefined && { outside }),
    exits: new Map(list(cell(row, 'exits')).flatMap(exitRange)),
  };
}

/** `5-10:서초구` -> [[5, 서초구], ... [10, 서초구]] */
function exitRange(text: string): [number, string][] {
  const [range = '', gu = ''] = text.split(':');
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, gu]);
}
