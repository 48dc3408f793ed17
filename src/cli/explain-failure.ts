import { ConfigError } from '../config/read-config';
import { ContentError, formatProblem } from '../content/problem';

const BY_CODE: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  EADDRINUSE: ({ message }) =>
    `${portOf(message)} is in use. Stop the other program or set PORT to another number.`,
  EACCES: ({ path, message }) =>
    `${path ?? message} cannot be written. Allow it, or set DADAM_DATA_DIR to another folder.`,
  EROFS: ({ path, message }) => `${path ?? message} cannot be written. Set DADAM_DATA_DIR to another folder.`,
  EEXIST: ({ path }) => `${path ?? 'the data folder'} is not a folder. Set DADAM_DATA_DIR to another one.`,
  ENOTDIR: ({ path }) => `${path ?? 'the data folder'} is not a folder. Set DADAM_DATA_DIR to another one.`,
  EADDRNOTAVAIL: ({ message }) => `cannot listen there (${message}). Set HOST to an address of this machine.`,
  ENOENT: ({ path }) => `${path ?? 'a file'} does not exist.`,
  SQLITE_CANTOPEN: () => 'the database file cannot be opened. Is the data folder writable?',
  SQLITE_READONLY: () =>
    'the database file cannot be written. Allow it, or set DADAM_DATA_DIR to another folder.',
  ECONNREFUSED: () => 'no database answers at DATABASE_URL.',
};

/** What went wrong in words for the person at the terminal. */
export function explainFailure(error: unknown): string {
  if (error instanceof ContentError) {
    const list = error.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
    return `the content has ${error.problems.length} problem(s); nothing was loaded (content-invalid)\n${list}`;
  }
  if (error instanceof ConfigError) return `a setting is wrong: ${error.message} (config-invalid)`;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const explain = code === undefined ? undefined : BY_CODE[code];
  return explain ? explain(error) : error.message;
}

const portOf = (message: string): string => /(\S+:\d+)\s*$/.exec(message)?.[1] ?? 'the port';
