import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './folders';

export interface DadamProcess {
  readonly url: string;
  readonly dataDir: string;
  /** Everything it has written to standard output and error. */
  output(): string;
  agentPassword(): string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
}

/** Starts the real program on a free port and waits until it says that it is ready. */
export async function startDadam(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<DadamProcess> {
  const child = spawn('node', [join(projectDir, 'dadam.mjs'), 'serve'], {
    cwd: projectDir,
    env: { ...process.env, PORT: '0', DADAM_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${output}`)));
    child.stdout.on('data', () => {
      const found = /Web chat\s+(http:\S+?)\/\s/.exec(output);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child as ChildProcess, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    dataDir,
    output: () => output,
    agentPassword: () => readFileSync(join(dataDir, 'agent-password.txt'), 'utf8').trim(),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
