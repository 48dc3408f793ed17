import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem } from './problem';

/** A parsed file that still knows on which line each of its parts stands. */
export interface YamlFile<T> {
  readonly file: string;
  readonly text: string;
  readonly data: T;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads and validates one YAML file; what is wrong goes to `problems` and the result is undefined. */
export function readYaml<T>(
  root: string,
  file: string,
  schema: z.ZodType<T>,
  problems: ContentProblem[],
): YamlFile<T> | undefined {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    problems.push({
      file,
      line: 1,
      message: 'the file cannot be read',
      remedy: 'Put it back or allow reading it',
    });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const message = `not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''}`;
      problems.push({ file, line: lines.linePos(error.pos[0]).line, message, remedy: 'Mend the YAML' });
    }
    return undefined;
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, text, data: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const where = issue.path.join('.') || 'the file';
    problems.push({
      file,
      line: lineOf(issue.path),
      message: `${where}: ${issue.message}`,
      remedy: `Correct ${where}`,
    });
  }
  return undefined;
}
