import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { ConversationNotifier } from '../../app/ports/conversation';
import type { Log } from '../../app/ports/environment';
import type { Store } from '../../app/ports/store';
import type { Access } from './access';
import { parseWatermark, toActivitySet } from './codec';

export interface StreamDeps {
  readonly access: Access;
  readonly store: Store;
  readonly notifier: ConversationNotifier;
  readonly log: Log;
}

export interface DirectLineStream {
  /** For the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** The WebSocket side: replays what came after the watermark, then sends what comes. */
export function directLineStream(deps: StreamDeps): DirectLineStream {
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  return {
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const path = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/.exec(url.pathname);
      const claims = path ? deps.access.redeem(url.searchParams.get('t') ?? '') : undefined;
      if (!claims || claims.conversationId !== path?.[1]) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        attach(deps, webSocket, claims.conversationId, parseWatermark(url.searchParams.get('watermark')));
      });
    },
    close() {
      for (const client of server.clients) client.close(1001);
      server.close();
    },
  };
}

function attach(
  { store, notifier, log }: StreamDeps,
  webSocket: WebSocket,
  conversationId: string,
  from: number,
): void {
  let after = from;
  let sending: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    const entries = await store.activitiesAfter(conversationId, after);
    if (entries.length === 0 || webSocket.readyState !== webSocket.OPEN) return;
    const set = toActivitySet(conversationId, entries, after);
    after = entries.at(-1)?.position ?? after;
    webSocket.send(JSON.stringify(set));
  };
  // One after the other: two at once would send the same activities twice.
  const queue = (): void => {
    sending = sending.then(send).catch((error: unknown) => {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'stream failed');
      webSocket.close(1011);
    });
  };
  const unwatch = notifier.watch(conversationId, queue);
  webSocket.on('close', unwatch);
  webSocket.on('error', () => webSocket.terminate());
  // The client pings with empty frames; whatever it sends needs no answer.
  webSocket.on('message', () => undefined);
  queue();
}
