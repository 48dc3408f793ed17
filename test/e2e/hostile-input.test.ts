import type { DadamProcess } from '../support/dadam-process';
import { startDadam } from '../support/dadam-process';
import { dataFolder } from '../support/folders';

const dataDir = dataFolder();
let dadam: DadamProcess;
let token: string;
let conversation: string;

beforeAll(async () => {
  dadam = await startDadam(dataDir);
  ({ token } = (await (await fetch(`${dadam.url}/api/web-chat/token`, { method: 'POST' })).json()) as {
    token: string;
  });
  const started = await send('/v3/directline/conversations', '{}');
  conversation = `/v3/directline/conversations/${((await started.json()) as { conversationId: string }).conversationId}`;
});
afterAll(() => dadam.stop());

const send = (path: string, body: string, headers: Record<string, string> = {}, method = 'POST') =>
  fetch(dadam.url + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    ...(method !== 'GET' && { body }),
  });

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('bad input', () => {
  it.each([
    ['invalid JSON', '/activities', '{"type":', {}, 400, 'InvalidJson'],
    ['no object', '/activities', '[1]', {}, 400, 'BadArgument'],
    ['no type', '/activities', '{"text":"x"}', {}, 400, 'BadArgument'],
    ['a number for a text', '/activities', '{"type":"message","text":7}', {}, 400, 'BadArgument'],
    [
      'another content type',
      '/activities',
      'type=message',
      { 'content-type': 'text/plain' },
      415,
      'UnsupportedMediaType',
    ],
    [
      'more than 256 kB',
      '/activities',
      JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }),
      {},
      413,
      'BodyTooLarge',
    ],
    [
      '10,001 characters',
      '/activities',
      JSON.stringify({ type: 'message', text: 'x'.repeat(10_001) }),
      {},
      413,
      'TextTooLong',
    ],
    [
      'a forged token',
      '/activities',
      '{"type":"message"}',
      { authorization: 'Bearer a.b' },
      401,
      'Unauthorized',
    ],
    ['no token', '/activities', '{"type":"message"}', { authorization: '' }, 401, 'Unauthorized'],
    ['an upload', '/upload', '{}', {}, 415, 'AttachmentsNotSupported'],
  ])('is refused with a code: %s', async (_what, path, body, headers, status, code) => {
    const response = await send(conversation + path, body, headers);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });

  it('is refused on an unknown path, with a wrong method, in somebody else’s conversation', async () => {
    expect(await codeOf(await send('/nothing/here', '{}'))).toBe('NotFound');
    const wrongMethod = await send('/kakao/skill', '', {}, 'GET');
    expect([wrongMethod.status, await codeOf(wrongMethod)]).toEqual([405, 'MethodNotAllowed']);
    expect(
      await codeOf(await send('/v3/directline/conversations/another/activities', '{"type":"message"}')),
    ).toBe('Forbidden');
    expect(await codeOf(await send('/api/console/cases', '', {}, 'GET'))).toBe('Unauthorized');
    expect(await codeOf(await send('/v3/directline/tokens/generate', '{}'))).toBe('Unauthorized');
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   \n\t '],
    ['only emoji', '😀🔥👨‍👩‍👧‍👦'],
    ['10,000 characters', '쓰레기 '.repeat(2_500)],
    ['lone surrogates', 'street \ud83d light \udc00'],
    ['null characters', 'a\u0000b\u0000'],
    ['HTML', '<img src=x onerror=alert(1)><script>1</script>'],
    ['SQL', "'; DROP TABLE cases; --"],
    ['combining marks', `z${'\u0301'.repeat(2_000)}`],
    ['direction overrides', '\u202e\u2066abc\u2069'],
  ])('gets an answer: %s', async (_what, text) => {
    const response = await send(`${conversation}/activities`, JSON.stringify({ type: 'message', text }));
    expect(response.status).toBe(200);
    const all = await send(`${conversation}/activities?watermark=`, '', {}, 'GET');
    const { activities } = (await all.json()) as { activities: { from: { role: string } }[] };
    expect(activities.at(-1)?.from.role).toBe('bot');
  });

  it('shows no stack trace and leaves the process alive', async () => {
    expect(dadam.output()).not.toMatch(/\bat .*\.js:\d+/);
    expect(await (await fetch(`${dadam.url}/health`)).json()).toEqual({ status: 'ok' });
  });
});
