import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../app/ports/environment';

export interface StandIn {
  readonly url: string;
  close(): Promise<void>;
}

const MAX_BODY = 256 * 1024;

/**
 * Stands in for the departments of a city where none are connected: takes cases by webhook as a real system would,
 * checks the signature, honours the idempotency key, and says so in the log. It listens on this machine only.
 */
export function startStandInDepartment(
  verify: (signature: string, body: string) => boolean,
  log: Log,
): Promise<StandIn> {
  const references = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const answer = (status: number, value: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      };
      if (!verify(String(request.headers['x-dadam-signature'] ?? ''), body)) {
        answer(401, { error: 'bad signature' });
        return;
      }
      const key = String(request.headers['idempotency-key'] ?? '');
      const reference = references.get(key) ?? `DEMO-${references.size + 1}`;
      const isNew = !references.has(key);
      references.set(key, reference);
      const { department } = JSON.parse(body) as { department?: string };
      if (isNew) log.info({ department, reference }, 'stand-in department (demo) received a case');
      answer(200, { status: 'accepted', reference });
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}/cases`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}
