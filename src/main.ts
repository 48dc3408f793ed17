import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Connector } from './app/ports/connector';
import type { Log } from './app/ports/environment';
import type { Store } from './app/ports/store';
import { outboxLoop } from './app/deliver-outbox';
import { conversationNotifier } from './app/notify-conversations';
import type { ReceiveMessageDeps } from './app/receive-message';
import { directLineAccess } from './channels/direct-line/access';
import { directLineRoutes } from './channels/direct-line/routes';
import { directLineStream } from './channels/direct-line/stream';
import { kakaoRoutes } from './channels/kakao/routes';
import type { Understood } from './compose';
import { complaintDeskBot, systemClock, systemEntropy } from './compose';
import type { Config } from './config/read-config';
import { ownSecrets } from './config/secrets';
import { verifySignature } from './connectors/webhook/sign';
import { webhookConnector } from './connectors/webhook/webhook-connector';
import { startStandInDepartment } from './demo/stand-in-department';
import { consoleRoutes } from './http/console-routes';
import { createApp } from './http/create-app';
import { pages } from './http/pages';
import { hashPassword } from './http/passwords';
import { jsonLog } from './observability/log';
import { knexStore } from './store/knex-store';
import { openDatabase } from './store/open-database';

export interface RunningServer {
  readonly url: string;
  /** Where the first agent's password was written; absent when an agent existed already. */
  readonly passwordFile?: string;
  readonly usesStandIn: boolean;
  stop(): Promise<void>;
}

const OUTBOX_EVERY_MS = 500;
const REQUESTS_PER_MINUTE = 1_200;
const FIRST_AGENT = 'agent';

/** Starts the whole desk: database, outbox, channels, console. */
export async function startServer(
  config: Config,
  understood: Understood,
  publicDir: string,
): Promise<RunningServer> {
  const log = jsonLog(config.logLevel);
  const store = await openStore(config);
  const secrets = ownSecrets(config.dataDir);
  const passwordFile = await firstAgent(store, config.dataDir);
  const { catalogue, phrases, rulesContent } = understood.content;
  await store.keepRulesVersion(catalogue.rules.version, rulesContent, systemClock.now());
  const notifier = conversationNotifier();
  const environment = { clock: systemClock, entropy: systemEntropy, log };
  const bot = complaintDeskBot({ ...understood, ...environment, catalogue, phrases });
  const receiving: ReceiveMessageDeps = { ...environment, store, bot, notifier };
  const out = await connectorsOf(config, secrets.standInSecret, log);
  const outbox = outboxLoop(
    { ...environment, store, catalogue, phrases, notifier, connectors: out.connectors },
    OUTBOX_EVERY_MS,
  );
  const access = directLineAccess({
    ...environment,
    tokenKey: secrets.tokenKey,
    ...(config.directLineSecret !== undefined && { secret: config.directLineSecret }),
  });
  const app = createApp({
    log,
    trustProxy: config.trustProxy,
    requestsPerMinute: REQUESTS_PER_MINUTE,
    routers: [
      directLineRoutes({ ...receiving, access }),
      kakaoRoutes({ ...receiving, log, phrases, settings: config.kakao }),
      consoleRoutes({ store, catalogue, phrases, ...environment }),
      pages(publicDir, phrases),
    ],
  });
  const stream = directLineStream({ access, store, notifier, log });
  const server = createServer(app);
  server.on('upgrade', (request, socket, head) => stream.upgrade(request, socket, head));
  try {
    await listen(server, config);
  } catch (error) {
    await Promise.all([store.close(), out.close()]);
    throw error;
  }
  outbox.start();
  return {
    url: `http://${config.host}:${(server.address() as AddressInfo).port}`,
    ...(passwordFile !== undefined && { passwordFile }),
    usesStandIn: config.webhook === undefined,
    async stop() {
      stream.close();
      await outbox.stop();
      server.closeIdleConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await Promise.all([store.close(), out.close()]);
    },
  };
}

/** @throws Error with an `EACCES`-like code where the data folder cannot be written */
export function ensureDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  accessSync(dataDir, constants.W_OK);
}

/** The database of this configuration, its schema brought up to date. */
export const openStore = async (config: Config): Promise<Store> =>
  knexStore(await openDatabase(databaseOf(config)));

const databaseOf = ({ databaseUrl, dataDir }: Config): { url: string } | { file: string } =>
  databaseUrl === undefined ? { file: join(dataDir, 'dadam.sqlite') } : { url: databaseUrl };

function listen(server: ReturnType<typeof createServer>, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function connectorsOf(
  { webhook }: Config,
  standInSecret: string,
  log: Log,
): Promise<{ connectors: ReadonlyMap<string, Connector>; close(): Promise<void> }> {
  if (webhook) {
    return {
      connectors: new Map([['webhook', webhookConnector(webhook, systemClock)]]),
      close: () => Promise.resolve(),
    };
  }
  const standIn = await startStandInDepartment(
    (signature, body) => verifySignature(standInSecret, signature, body, systemClock.now().getTime() / 1_000),
    log,
  );
  const connector = webhookConnector({ url: standIn.url, secret: standInSecret }, systemClock);
  return { connectors: new Map([['webhook', connector]]), close: () => standIn.close() };
}

/** The first start makes one agent with a password of its own, kept in a file that only the owner can read. */
async function firstAgent(store: Store, dataDir: string): Promise<string | undefined> {
  const file = join(dataDir, 'agent-password.txt');
  if (await store.agent(FIRST_AGENT)) return existsSync(file) ? file : undefined;
  const password = randomBytes(12).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  await store.saveAgent(FIRST_AGENT, await hashPassword(password));
  return file;
}
