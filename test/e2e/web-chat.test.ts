import type { DadamProcess } from '../support/dadam-process';
import { startDadam } from '../support/dadam-process';
import { nextAnswer, receiptIn } from '../support/conversation-driver';
import { citizenAt } from '../support/direct-line-citizen';
import { dataFolder } from '../support/folders';
import type { ReceivingDepartment } from '../support/receiving-department';
import { startDepartment } from '../support/receiving-department';
import { until } from '../support/until';

const dataDir = dataFolder();
let department: ReceivingDepartment;
let dadam: DadamProcess;

beforeAll(async () => {
  department = await startDepartment();
  dadam = await startDadam(dataDir, { WEBHOOK_URL: department.url, WEBHOOK_SECRET: department.secret });
});
afterAll(async () => {
  await dadam.stop();
  await department.close();
});

describe('web chat', () => {
  it.each([
    [
      'The street light in front of Itaewon fire station is out',
      'Yes',
      'I don’t know',
      'yongsan-gu.road',
      /has received your case/,
    ],
    [
      '대림동 골목에 쓰레기를 3일째 안 가져가요',
      '네',
      '잘 모르겠어요',
      'yeongdeungpo-gu.cleaning',
      /민원을 확인했어요/,
    ],
    ['大林洞的垃圾三天没人收了', '是', '不清楚', 'yeongdeungpo-gu.cleaning', /已收到编号/],
  ])(
    'takes %p from the first word to the department’s acknowledgement',
    async (text, yes, skip, lead, acknowledged) => {
      const citizen = await citizenAt(dadam.url);
      let heard = await citizen.say(text);
      while (receiptIn(heard.text) === undefined)
        heard = await citizen.say(nextAnswer(heard.choices, yes, skip));
      const receipt = receiptIn(heard.text);
      await citizen.hear(acknowledged);
      citizen.leave();
      const delivered = await until(() =>
        [...department.cases.values()].find((one) => one['service_request_id'] === receipt),
      );
      expect(delivered).toMatchObject({ department: lead, role: 'lead', description: text });
      expect(department.forged).toEqual([]);
    },
  );

  it('replays what came while the connection was down', async () => {
    const post = (path: string, token: string, body: object) =>
      fetch(dadam.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
    const { token } = (await (await post('/api/web-chat/token', '', {})).json()) as { token: string };
    const started = await post('/v3/directline/conversations', token, { locale: 'en' });
    expect(started.status).toBe(201);
    const { conversationId } = (await started.json()) as { conversationId: string };
    await post(`/v3/directline/conversations/${conversationId}/activities`, token, {
      type: 'message',
      text: 'hello',
    });
    const resumed = await fetch(`${dadam.url}/v3/directline/conversations/${conversationId}?watermark=2`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { streamUrl } = (await resumed.json()) as { streamUrl: string };
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(streamUrl);
    const [data] = (await new Promise<unknown[]>((resolve) =>
      socket.once('message', (...args) => resolve(args)),
    )) as [Buffer];
    const set = JSON.parse(data.toString()) as {
      activities: { text: string; from: { role: string } }[];
      watermark: string;
    };
    expect(set.activities.map(({ from }) => from.role)).toEqual(['user', 'bot']);
    expect(set.watermark).toBe('4');
    socket.close();
    const again = new WebSocket(streamUrl);
    const refused = await new Promise((resolve) =>
      again.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
    );
    expect(refused).toBe(403);
  });

  it('writes no personal data of a citizen to its log', async () => {
    const citizen = await citizenAt(dadam.url);
    await citizen.say('12가3456 차가 소화전 앞에 있어요 제 번호는 010-1234-5678 주민번호 900101-1234567');
    citizen.leave();
    expect(dadam.output()).not.toMatch(/3456|5678|1234567/);
  });
});
