import type { ActivitySet, DirectLineActivity, DirectLineConversation } from '../../contract/direct-line';

export type ConnectionState = 'connecting' | 'online' | 'offline';

export interface DirectLineClient {
  /** @returns whether the server has it */
  send(activity: {
    type: 'message' | 'event';
    text?: string;
    name?: string;
    value?: unknown;
  }): Promise<boolean>;
}

export interface DirectLineEvents {
  onActivities(activities: readonly DirectLineActivity[]): void;
  onState(state: ConnectionState): void;
}

const STORED = 'dadam.conversation';
const RETRY_MS = 2_000;
const PING_MS = 20_000;

/** Speaks Direct Line 3.0 with our own server; a reload or a lost connection goes on where it was. */
export async function connect(locale: string, events: DirectLineEvents): Promise<DirectLineClient> {
  events.onState('connecting');
  let grant = await untilItWorks(() => resumeOrStart(locale), events);
  sessionStorage.setItem(
    STORED,
    JSON.stringify({ conversationId: grant.conversationId, token: grant.token }),
  );
  let watermark = '';
  const listen = (): void => {
    const socket = new WebSocket(grant.streamUrl);
    const ping = setInterval(() => socket.readyState === socket.OPEN && socket.send(''), PING_MS);
    socket.onopen = () => events.onState('online');
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      if (data === '') return;
      const set = JSON.parse(data) as ActivitySet;
      watermark = set.watermark;
      events.onActivities(set.activities);
    };
    socket.onclose = () => {
      clearInterval(ping);
      events.onState('offline');
      void wait(RETRY_MS)
        .then(() => untilItWorks(() => reconnect(grant, watermark), events))
        .then((again) => {
          grant = { ...grant, ...again };
          listen();
        });
    };
  };
  listen();
  return {
    async send(activity) {
      const body = { ...activity, channelData: { clientActivityID: crypto.randomUUID() } };
      const path = `/v3/directline/conversations/${grant.conversationId}/activities`;
      const response = await post(path, grant.token, body).catch(() => undefined);
      return response?.ok === true;
    },
  };
}

async function resumeOrStart(locale: string): Promise<DirectLineConversation> {
  const stored = sessionStorage.getItem(STORED);
  if (stored !== null) {
    const { conversationId, token } = JSON.parse(stored) as { conversationId: string; token: string };
    const response = await get(`/v3/directline/conversations/${conversationId}?watermark=0`, token);
    if (response.ok) return (await response.json()) as DirectLineConversation;
    sessionStorage.removeItem(STORED);
  }
  const granted = await post('/api/web-chat/token', '', {});
  const { token } = (await expectOk(granted).json()) as { token: string };
  return (await expectOk(
    await post('/v3/directline/conversations', token, { locale }),
  ).json()) as DirectLineConversation;
}

async function reconnect(grant: DirectLineConversation, watermark: string): Promise<DirectLineConversation> {
  const path = `/v3/directline/conversations/${grant.conversationId}?watermark=${watermark || '0'}`;
  return (await expectOk(await get(path, grant.token)).json()) as DirectLineConversation;
}

/** A server that restarts is waited for. */
async function untilItWorks<T>(attempt: () => Promise<T>, events: DirectLineEvents): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch {
      events.onState('offline');
      await wait(RETRY_MS);
    }
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const get = (path: string, token: string): Promise<Response> =>
  fetch(path, { headers: { authorization: `Bearer ${token}` } });
const post = (path: string, token: string, body: object): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });

function expectOk(response: Response): Response {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response;
}
