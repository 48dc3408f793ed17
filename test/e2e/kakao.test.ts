import type { DadamProcess } from '../support/dadam-process';
import { startDadam } from '../support/dadam-process';
import { nextAnswer, receiptIn } from '../support/conversation-driver';
import { dataFolder } from '../support/folders';
import { until } from '../support/until';

const dataDir = dataFolder();
const TOKEN = 'a-token-for-this-test';
let dadam: DadamProcess;

beforeAll(async () => {
  dadam = await startDadam(dataDir, { KAKAO_SKILL_TOKEN: TOKEN, KAKAO_BOT_ID: '65262a2d31101d1cb1000000' });
});
afterAll(() => dadam.stop());

interface Skill {
  readonly version: string;
  readonly template: {
    readonly outputs: readonly { simpleText: { text: string } }[];
    readonly quickReplies?: readonly { label: string; messageText: string }[];
  };
}

/** A request as Kakao sends it, with the fields that Dadam does not read. */
const payload = (user: string, utterance: string, extra: object = {}) => ({
  intent: {
    id: '657bc60c11c58311fd000000',
    name: '폴백 블록',
    extra: { reason: { code: 1, message: 'OK' } },
  },
  userRequest: {
    timezone: 'Asia/Seoul',
    params: { surface: 'Kakaotalk.plusfriend' },
    block: { id: '657bc60c11c58311fd000000', name: '폴백 블록' },
    utterance,
    lang: 'kr',
    user: {
      id: user,
      type: 'botUserKey',
      properties: { botUserKey: user, plusfriendUserKey: 'AbCdEfGhIjKl' },
    },
    ...extra,
  },
  contexts: [],
  bot: { id: '65262a2d31101d1cb1000000', name: ' 다담' },
  action: { name: 'skill', clientExtra: null, params: {}, id: '5a250244e821273c37000000', detailParams: {} },
});

const call = (body: object, headers: Record<string, string> = { 'x-skill-token': TOKEN }) =>
  fetch(`${dadam.url}/kakao/skill`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function say(user: string, utterance: string): Promise<{ text: string; choices: readonly string[] }> {
  const response = await call(payload(user, utterance));
  expect(response.status).toBe(200);
  const { version, template } = (await response.json()) as Skill;
  expect(version).toBe('2.0');
  return {
    text: template.outputs.map(({ simpleText }) => simpleText.text).join('\n'),
    choices: (template.quickReplies ?? []).map(({ messageText }) => messageText),
  };
}

describe('Kakao skill', () => {
  it.each([
    [
      '강남역 11번 출구 앞에 킥보드가 점자블록을 막고 있어요',
      '네',
      '잘 모르겠어요',
      '보행자전거과',
      /확인했어요/,
    ],
    ['大林洞的垃圾三天没人收了', '是', '不清楚', '清扫行政科', /已收到编号/],
    [
      'The street light in front of Itaewon fire station is out',
      'Yes',
      'I don’t know',
      'Road Division',
      /has received/,
    ],
  ])('files %p and brings the news with a later message', async (text, yes, skip, department, news) => {
    const user = `user-${text}`;
    let heard = await say(user, text);
    while (receiptIn(heard.text) === undefined) heard = await say(user, nextAnswer(heard.choices, yes, skip));
    expect(heard.text).toContain(department);
    await until(async () =>
      news.test((await say(user, receiptIn(heard.text) ?? '')).text) ? true : undefined,
    );
  });

  it('keeps two people’s conversations apart', async () => {
    await say('one', '신사동 하수구가 막혔어요');
    expect((await say('two', '은평구')).text).not.toContain('하수');
  });

  it('takes the line break of the console’s test for nothing', async () => {
    expect((await say('tester', '안녕하세요\n')).text).toContain('다담');
  });

  it('refuses a caller without the token, and another bot', async () => {
    expect((await call(payload('u', '안녕'), {})).status).toBe(401);
    expect((await call(payload('u', '안녕'), { 'x-skill-token': 'guess' })).status).toBe(401);
    expect((await call({ ...payload('u', '안녕'), bot: { id: 'other' } })).status).toBe(403);
  });

  it('takes no complaint in a group chat', async () => {
    const response = await call(payload('u', '가로등', { chat: { id: 'group', type: 'botGroupKey' } }));
    expect(JSON.stringify(await response.json())).toContain('단체 채팅방');
  });

  it('answers 10,000 characters and more with a valid body', async () => {
    expect((await say('long', '가'.repeat(10_000))).text).not.toBe('');
    expect((await say('long', '가'.repeat(10_001))).text).toContain('10,000자');
  });
});
