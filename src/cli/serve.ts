import { join } from 'node:path';
import { readConfig } from '../config/read-config';
import { startServer } from '../main';
import type { CliContext } from './context';
import { print, understood } from './context';

/** Starts the desk and prints where it is; SIGINT and SIGTERM end it in good order. */
export async function serve(context: CliContext): Promise<void> {
  const config = readConfig(context.projectDir);
  const desk = understood(context);
  const server = await startServer(config, desk, join(context.projectDir, 'dist', 'public'));
  print(`Dadam is ready.
  Web chat      ${server.url}/
  Direct Line   ${server.url}/v3/directline
  Kakao skill   ${server.url}/kakao/skill
  Console       ${server.url}/console${server.passwordFile === undefined ? '' : `   (user: agent, password in ${server.passwordFile})`}`);
  if (server.usesStandIn) {
    print(
      '  Departments   a stand-in of this demo receives the cases; set WEBHOOK_URL and WEBHOOK_SECRET for a real one',
    );
  }
  const end = (): void => {
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
