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
const start = (): Promise<DadamProcess> =>
  startDadam(dataDir, { WEBHOOK_URL: department.url, WEBHOOK_SECRET: department.secret });

beforeAll(async () => {
  department = await startDepartment();
});
afterAll(() => department.close());

/** Files one complaint and returns its receipt number. */
async function file(dadam: DadamProcess, text: string): Promise<string> {
  const citizen = await citizenAt(dadam.url);
  let heard = await citizen.say(text);
  while (receiptIn(heard.text) === undefined)
    heard = await citizen.say(nextAnswer(heard.choices, '是', '不清楚'));
  citizen.leave();
  return receiptIn(heard.text) ?? '';
}

describe('a power cut', () => {
  it('loses no acknowledged case and delivers each once, while the department is down and after', async () => {
    const receipts: string[] = [];
    department.answerWith(503);
    for (let round = 0; round < 3; round++) {
      const dadam = await start();
      receipts.push(await file(dadam, '大林洞的垃圾三天没人收了'));
      // Killed at the very moment the citizen has the number; in the last round while deliveries are succeeding.
      if (round === 2) department.answerWith(200);
      await dadam.kill();
    }
    const dadam = await start();
    const delivered = (): string[] =>
      [...department.cases.values()].map((one) => String(one['service_request_id']));
    await until(() => (receipts.every((receipt) => delivered().includes(receipt)) ? true : undefined));
    await dadam.stop();
    expect(new Set(receipts).size).toBe(3);
    expect([...delivered()].sort()).toEqual([...receipts].sort());
  }, 180_000);
});
