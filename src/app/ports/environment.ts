/** The time. */
export interface Clock {
  now(): Date;
}

/** Random identifiers and chance. */
export interface Entropy {
  /** An identifier nobody can guess. */
  id(): string;
  /** A number in [0, 1). */
  chance(): number;
}

/** The log. Fields never hold free text of a citizen. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
