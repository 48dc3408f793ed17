import { resolve } from 'node:path';
import { Command } from 'commander';
import { check } from './check';
import { classify } from './classify';
import type { EvaluateOptions } from './evaluate';
import { evaluate } from './evaluate';
import { explainFailure } from './explain-failure';
import { route } from './route';
import { serve } from './serve';
import { train } from './train';
import type { CliContext } from './context';

const projectDir = resolve(__dirname, '..', '..', '..');

/** Runs a command; whatever fails ends as one clear message and a non-zero exit code. */
function run(command: (context: CliContext) => Promise<void> | void): void {
  Promise.resolve()
    .then(() => command({ projectDir }))
    .catch((error: unknown) => {
      process.stderr.write(`dadam: ${explainFailure(error)}\n`);
      process.exit(1);
    });
}

const program = new Command('dadam').description('The multilingual complaint desk');
program
  .command('serve')
  .description('start the desk (this is `npm start`)')
  .action(() => run(serve));
program
  .command('check')
  .description('validate intents/, routing-rules/ and locales/')
  .action(() => run(check));
program
  .command('classify <text>')
  .description('say which language and service a text is')
  .option('--json', 'print JSON')
  .action((text: string, options: { json?: boolean }) => run((context) => classify(context, text, options)));
program
  .command('route <text>')
  .description('say where a complaint would go, and why')
  .option('--json', 'print JSON')
  .option('--at <time>', 'ISO time of receipt (default: now)')
  .option('--explain', 'print every rule that was looked at')
  .action((text: string, options: { json?: boolean; at?: string; explain?: boolean }) =>
    run((context) => route(context, text, options)),
  );
program
  .command('evaluate <files...>')
  .description('measure the understanding on files of {"text","code","lang"?,"alt"?} lines')
  .option('--json', 'print JSON')
  .option('--html <file>', 'write a report with charts and confusions')
  .action((files: string[], options: EvaluateOptions) => run((context) => evaluate(context, files, options)));
program
  .command('train')
  .description('train the classifier anew; a model that is worse in any language is refused')
  .option('--with-corrections', "learn from the agents' corrections too")
  .option('--force', 'take the new model even if it is worse')
  .action((options: { withCorrections?: boolean; force?: boolean }) =>
    run((context) => train(context, options)),
  );
program
  .command('build')
  .description('compile what has changed')
  .action(() => undefined);
program.parse();
