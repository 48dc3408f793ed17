import type { Language } from '../domain/language/language';
import { LANGUAGES } from '../domain/language/language';
import type { ContentProblem } from './problem';
import { readYaml } from './read-yaml';
import { localeSchema } from './schemas';

export interface Locale {
  readonly sentences: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export type Locales = ReadonlyMap<Language, Locale>;

/** Reads locales/: the same keys, with the same placeholders, in each language. */
export function loadLocales(root: string, problems: ContentProblem[]): Locales {
  const files = LANGUAGES.map((language) => ({
    language,
    read: readYaml(root, `locales/${language}.yaml`, localeSchema, problems),
  }));
  const reference = files[0]?.read;
  for (const { read } of files) {
    if (!read || !reference || read === reference) continue;
    for (const part of ['sentences', 'words'] as const) {
      compareKeys(
        read.file,
        Object.keys(read.data[part]),
        reference.file,
        Object.keys(reference.data[part]),
        problems,
      );
    }
    for (const [key, sentence] of Object.entries(read.data.sentences)) {
      const expected = placeholders(reference.data.sentences[key] ?? sentence);
      if (expected === placeholders(sentence)) continue;
      problems.push({
        file: read.file,
        line: read.lineOf(['sentences', key]),
        message: `${key} has the placeholders "${placeholders(sentence)}" but ${reference.file} has "${expected}"`,
        remedy: 'Use the same placeholders in each language',
      });
    }
  }
  return new Map(files.flatMap(({ language, read }) => (read ? [[language, read.data] as const] : [])));
}

const placeholders = (sentence: string): string =>
  [...new Set([...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name))].sort().join(' ');

function compareKeys(
  file: string,
  keys: string[],
  reference: string,
  expected: string[],
  problems: ContentProblem[],
): void {
  for (const key of expected.filter((name) => !keys.includes(name))) {
    problems.push({ file, line: 1, message: `${key} is missing`, remedy: `Translate it from ${reference}` });
  }
  for (const key of keys.filter((name) => !expected.includes(name))) {
    problems.push({
      file,
      line: 1,
      message: `${key} is not in ${reference}`,
      remedy: 'Add it there or remove it here',
    });
  }
}
