import { DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import XMLHttpRequest from 'xhr2';
import { until } from './until';

Object.assign(globalThis, { XMLHttpRequest, WebSocket });

interface Heard {
  readonly text: string;
  readonly choices: readonly string[];
}

export interface Citizen {
  /** Says something and waits for the desk's answer to it. */
  say(text: string): Promise<Heard>;
  /** Waits for a message that matches. */
  hear(pattern: RegExp): Promise<Heard>;
  leave(): void;
}

/** A citizen at the web chat: speaks through Microsoft's own Direct Line client. */
export async function citizenAt(url: string): Promise<Citizen> {
  const { token } = (await (await fetch(`${url}/api/web-chat/token`, { method: 'POST' })).json()) as {
    token: string;
  };
  const line = new DirectLine({ token, domain: `${url}/v3/directline`, webSocket: true });
  const heard: Heard[] = [];
  const subscription = line.activity$.subscribe((activity) => {
    if (activity.type !== 'message' || activity.from.role !== 'bot') return;
    const actions = activity.suggestedActions?.actions ?? [];
    heard.push({
      text: activity.text ?? '',
      choices: actions.map((action) => ('title' in action ? action.title : '')),
    });
  });
  await until(() => (heard.length > 0 ? true : undefined));
  return {
    async say(text) {
      const before = heard.length;
      await new Promise((resolve, reject) =>
        line.postActivity({ type: 'message', from: { id: 'citizen' }, text }).subscribe(resolve, reject),
      );
      return until(() => heard[before]);
    },
    hear: (pattern) => until(() => heard.find(({ text }) => pattern.test(text))),
    leave: () => {
      subscription.unsubscribe();
      line.end();
    },
  };
}
