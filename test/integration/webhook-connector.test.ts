import { webhookConnector } from '../../src/connectors/webhook/webhook-connector';
import { signatureHeader, verifySignature } from '../../src/connectors/webhook/sign';
import type { ReceivingDepartment } from '../support/receiving-department';
import { startDepartment } from '../support/receiving-department';

const clock = { now: () => new Date() };
const delivery = {
  idempotencyKey: 'key-1',
  department: 'songpa-gu.road',
  payload: { description: '도로가 꺼졌어요' },
};

describe('webhook connector', () => {
  let department: ReceivingDepartment;
  beforeAll(async () => {
    department = await startDepartment();
  });
  afterAll(() => department.close());

  it('delivers a signed case and returns the department’s reference', async () => {
    department.answerWith(200);
    await expect(webhookConnector(department, clock).deliver(delivery)).resolves.toEqual({
      kind: 'accepted',
      reference: 'D-1',
    });
    expect(department.cases.get('key-1')).toEqual({
      department: 'songpa-gu.road',
      description: '도로가 꺼졌어요',
    });
    expect(department.forged).toEqual([]);
  });

  it('is told from a forger', async () => {
    await webhookConnector({ ...department, secret: 'another-secret-altogether' }, clock).deliver(delivery);
    expect(department.forged).toHaveLength(1);
  });

  it.each([
    [400, 'refused'],
    [404, 'refused'],
    [429, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('takes %d for %s', async (status, kind) => {
    department.answerWith(status);
    await expect(webhookConnector(department, clock).deliver(delivery)).resolves.toEqual({
      kind,
      error: `HTTP ${status}`,
    });
  });

  it('calls a department that is not there unreachable', async () => {
    const nowhere = webhookConnector({ url: 'http://127.0.0.1:1/cases', secret: 'x' }, clock);
    await expect(nowhere.deliver(delivery)).resolves.toMatchObject({ kind: 'unreachable' });
  });

  it('signs so that an old or changed body is noticed', () => {
    const header = signatureHeader('secret', 1_000, 'body');
    expect(verifySignature('secret', header, 'body', 1_100)).toBe(true);
    expect(verifySignature('secret', header, 'body', 2_000)).toBe(false);
    expect(verifySignature('secret', header, 'BODY', 1_100)).toBe(false);
  });
});
