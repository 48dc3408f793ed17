import { join } from 'node:path';
import type { Reply } from '../../src/app/ports/conversation';
import type { Store } from '../../src/app/ports/store';
import { conversationNotifier } from '../../src/app/notify-conversations';
import { openConversation, receiveMessage } from '../../src/app/receive-message';
import type { Understood } from '../../src/compose';
import { complaintDeskBot, prepareUnderstanding } from '../../src/compose';
import { knexStore } from '../../src/store/knex-store';
import { openDatabase } from '../../src/store/open-database';
import { dataFolder, projectDir } from './folders';

export interface TestDesk {
  readonly store: Store;
  readonly understood: Understood;
  /** The time it is; tests move it. */
  readonly clock: { now(): Date; set(iso: string): void };
  /** Opens a conversation and returns a way to speak in it: what the desk answers. */
  citizen(
    id: string,
    locale?: string,
  ): Promise<(text: string, clientActivityID?: string) => Promise<readonly Reply[]>>;
}

/** The real desk in this process: real content, real classifier, real SQLite file, a clock that stands still. */
export function testDesk(): TestDesk {
  const dataDir = dataFolder();
  let time = new Date('2026-03-12T10:00:00+09:00');
  let ids = 0;
  const desk: { store?: Store } = {};
  const clock = { now: () => time, set: (iso: string) => void (time = new Date(iso)) };
  const entropy = { id: () => `id-${++ids}`, chance: () => 0.5 };
  const understood = prepareUnderstanding({
    contentDir: projectDir,
    dataDir,
    targetPrecision: 0.97,
    classifier: 'linear',
  });
  const { catalogue, phrases } = understood.content;
  const bot = complaintDeskBot({ ...understood, catalogue, phrases, clock, entropy });
  beforeAll(async () => {
    desk.store = knexStore(await openDatabase({ file: join(dataDir, 'desk.sqlite') }));
  });
  afterAll(() => desk.store?.close());
  const store = (): Store => {
    if (!desk.store) throw new Error('the desk opens before the first test');
    return desk.store;
  };
  return {
    get store() {
      return store();
    },
    understood,
    clock,
    async citizen(id, locale) {
      const deps = { store: store(), bot, notifier: conversationNotifier(), clock, entropy };
      await openConversation(deps, {
        id,
        channel: 'web',
        userId: 'citizen',
        ...(locale !== undefined && { locale }),
      });
      return async (text, clientActivityID) => {
        const channelData = clientActivityID === undefined ? {} : { clientActivityID };
        const received = await receiveMessage(deps, id, { type: 'message', text, channelData });
        return received.kind === 'received' ? received.replies : [];
      };
    },
  };
}

/** Everything said in a list of replies. */
export const textOf = (replies: readonly Reply[]): string => replies.map(({ text }) => text ?? '').join('\n');

/** The buttons under the last reply. */
export const choicesOf = (replies: readonly Reply[]): readonly string[] =>
  (replies.findLast(({ type }) => type === 'message')?.suggestedActions ?? []).map(({ title }) => title);
