/** Something wrong in the data folders: where it is, what it is, what to do. */
export interface ContentProblem {
  /** Path below the project, e.g. `intents/road/pothole.yaml`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

/** The content cannot be used; nothing of it was loaded. */
export class ContentError extends Error {
  readonly code = 'content-invalid';
  constructor(readonly problems: readonly ContentProblem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}

export const formatProblem = ({ file, line, message, remedy }: ContentProblem): string =>
  `${file}:${line}: ${message}. ${remedy}`;
