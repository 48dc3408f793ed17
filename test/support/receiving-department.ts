import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifySignature } from '../../src/connectors/webhook/sign';

export interface ReceivingDepartment {
  readonly url: string;
  readonly secret: string;
  /** Cases in the order they came, each once, as a receiver keeps them that honours the idempotency key. */
  readonly cases: Map<string, Readonly<Record<string, unknown>>>;
  /** Attempts that did not bear a valid signature. */
  readonly forged: string[];
  /** The status to answer with from now on. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

/** A department's system: a real HTTP server that checks signatures. */
export function startDepartment(): Promise<ReceivingDepartment> {
  const secret = 'a-secret-only-for-this-test';
  const cases = new Map<string, Readonly<Record<string, unknown>>>();
  const forged: string[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const signature = String(request.headers['x-dadam-signature']);
      if (!verifySignature(secret, signature, body, Date.now() / 1_000)) forged.push(body);
      else if (status < 300) cases.set(String(request.headers['idempotency-key']), JSON.parse(body));
      response.writeHead(status).end(JSON.stringify({ reference: 'D-1' }));
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}/cases`,
        secret,
        cases,
        forged,
        answerWith: (next) => {
          status = next;
        },
        close: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
      });
    });
  });
}
