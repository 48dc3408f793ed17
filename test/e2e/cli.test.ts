import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { dataFolder, projectDir, temporaryFolder } from '../support/folders';

const dataDir = dataFolder();
const folder = temporaryFolder();

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const dadam = (args: string[], env: Record<string, string> = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { cwd: projectDir, env: { ...process.env, DADAM_DATA_DIR: dataDir, ...env } };
    execFile('node', [join(projectDir, 'dadam.mjs'), ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });

describe('command line', () => {
  it('classifies to documented JSON', async () => {
    const { code, out } = await dadam(['classify', '--json', '大林洞的垃圾三天没人收了']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      language: 'zh-Hans',
      script: 'Hans',
      candidates: [{ code: 'missed-collection' }, {}, {}, {}, {}],
    });
    expect(Object.keys(JSON.parse(out))).toEqual([
      'language', 'script', 'decision', 'candidates', 'matters', 'entities',
    ]); // prettier-ignore
  });

  it.each([
    [
      '강남역 11번 출구 앞에 킥보드가 점자블록을 막고 있어요',
      'kickboard-parking',
      'seoul.pedestrian-bicycle',
    ],
    ['대림동 골목에 쓰레기를 3일째 안 가져가요', 'missed-collection', 'yeongdeungpo-gu.cleaning'],
    ['大林洞的垃圾三天没人收了', 'missed-collection', 'yeongdeungpo-gu.cleaning'],
    ['The street light in front of Itaewon fire station is out', 'streetlight', 'yongsan-gu.road'],
  ])('routes %p', async (text, service, department) => {
    const { out } = await dadam(['route', '--json', '--at', '2026-03-12T10:00:00+09:00', text]);
    const routed = JSON.parse(out);
    expect(routed).toMatchObject({
      department,
      candidates: expect.arrayContaining([{ code: service, probability: expect.any(Number) }]),
    });
    expect(routed.candidates[0].code).toBe(service);
    expect(routed.due).toMatch(/^2026-03-.*\+09:00$/);
    expect(Object.keys(routed)).toEqual([
      'language', 'script', 'decision', 'candidates', 'matters', 'entities', 'place', 'department', 'coDepartments', 'due', 'rule', 'trace',
    ]); // prettier-ignore
  });

  it('measures a file and writes a report that stands alone', async () => {
    const rows = join(folder, 'rows.jsonl');
    const report = join(folder, 'report.html');
    const row = { text: '가로등 <b>이</b> 나갔어요', code: 'pothole', lang: 'ko' };
    writeFileSync(rows, `${JSON.stringify(row)}\n${JSON.stringify({ ...row, code: 'streetlight' })}\n`);
    const { code, out } = await dadam(['evaluate', '--json', '--html', report, rows]);
    expect(code).toBe(0);
    expect(JSON.parse(out).byLanguage.ko).toMatchObject({ rows: 2, top1: 0.5 });
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('<svg');
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toMatch(/<script|https?:/);
  });

  it('keeps an ambiguous place ambiguous', async () => {
    const routed = JSON.parse((await dadam(['route', '--json', '신사동 하수구가 막혔어요'])).out);
    expect(routed.place).toMatchObject({ kind: 'ambiguous' });
    expect(routed.place.candidates.map((one: { gu: string }) => one.gu).sort()).toEqual([
      '강남구',
      '관악구',
      '은평구',
    ]);
    expect(routed.department).toBeNull();
  });

  it('routes by the rules of the day it is told', async () => {
    const at = async (time: string) =>
      JSON.parse((await dadam(['route', '--json', '--at', time, '강남역 킥보드 무단주차'])).out).rule;
    expect(await at('2023-05-10T10:00:00+09:00')).toBe('kickboard-parking-grace');
    expect(await at('2026-05-10T10:00:00+09:00')).toBe('kickboard-parking');
  });

  it('shows no personal data in a trace', async () => {
    const { out } = await dadam([
      'route',
      '--explain',
      '강남역 앞 12가3456 불법주차 010-1234-5678 900101-1234567',
    ]);
    expect(out).not.toMatch(/3456|5678|1234567/);
  });

  it('evaluates a file, and counts an expected alternative as right', async () => {
    const file = join(folder, 'rows.jsonl');
    const rows = [
      {
        text: '大林洞的垃圾三天没人收了',
        code: 'waste-dumping',
        lang: 'zh-Hans',
        alt: ['missed-collection'],
      },
      { text: '가로등이 꺼졌어요', code: 'streetlight', lang: 'ko' },
    ];
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    const { byLanguage } = JSON.parse((await dadam(['evaluate', '--json', file])).out);
    expect(byLanguage).toMatchObject({ zh: { rows: 1, top1: 1, top3: 1 }, ko: { rows: 1, top1: 1 } });
  });

  it('names the line of a row that it cannot read', async () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, '{"text":"a","code":"b"}\nnot json\n');
    const { code, err } = await dadam(['evaluate', file]);
    expect([code, err]).toEqual([1, expect.stringContaining('broken.jsonl:2')]);
  });

  it('checks the content', async () => {
    expect(await dadam(['check'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ok: 124 services/),
    });
  });

  it('does not start with broken content, and says what to mend', async () => {
    const broken = join(folder, 'content');
    for (const part of ['intents', 'routing-rules', 'locales'])
      cpSync(join(projectDir, part), join(broken, part), { recursive: true });
    const file = join(broken, 'locales', 'en.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}thanks: .*\n/m, ''));
    const { code, err } = await dadam(['serve'], { DADAM_CONTENT_DIR: broken, PORT: '0' });
    expect(code).toBe(1);
    expect(err).toContain('locales/en.yaml:1: thanks is missing. Translate it from locales/ko.yaml');
    expect(err).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('says in one line that the port is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as AddressInfo;
    const { code, err } = await dadam(['serve'], { PORT: String(port) });
    blocker.close();
    expect([code, err]).toEqual([
      1,
      `dadam: 127.0.0.1:${port} is in use. Stop the other program or set PORT to another number.\n`,
    ]);
  });

  it('says in one line that the data folder is no folder, or cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await dadam(['serve'], { DADAM_DATA_DIR: file })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^dadam: .*is not a folder.*\n$/),
    });
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    // Root may write anywhere: there the refusal cannot be provoked this way.
    if (process.getuid?.() === 0) return;
    expect(await dadam(['serve'], { DADAM_DATA_DIR: locked })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/cannot be written/),
    });
  });

  it('names a wrong setting, not its value', async () => {
    const { code, err } = await dadam(['serve'], {
      WEBHOOK_SECRET: 'short-and-secret',
      WEBHOOK_URL: 'http://127.0.0.1:9',
    });
    expect(code).toBe(1);
    expect(err).toContain('WEBHOOK_SECRET');
    expect(err).not.toContain('short-and-secret');
  });
});
