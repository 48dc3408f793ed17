/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { DadamProcess } from '../support/dadam-process';
import { startDadam } from '../support/dadam-process';
import { receiptIn } from '../support/conversation-driver';
import { openBrowser } from '../support/open-browser';
import { dataFolder } from '../support/folders';

const dataDir = dataFolder();
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let dadam: DadamProcess;
let browser: Browser;

beforeAll(async () => {
  [dadam, browser] = await Promise.all([startDadam(dataDir), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await dadam.stop();
});

/** What axe finds against WCAG 2.2 AA. */
async function violations(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts; an evaluation is none.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await checker.run({ runOnly: { type: 'tag', values: tags } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** Answers by keyboard alone until there is a receipt number. */
async function fileByKeyboard(page: Page, text: string, yes: string): Promise<string> {
  await page.getByRole('textbox').focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  for (;;) {
    await page.getByRole('group').getByRole('button').first().waitFor();
    const button = page.getByRole('group').getByRole('button', { name: yes, exact: true });
    const answer = (await button.count()) > 0 ? button : page.getByRole('group').getByRole('button').last();
    const said = await page.getByRole('log').locator('li').count();
    await answer.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((n) => document.querySelectorAll('[role=log] li').length >= n + 2, said);
    const receipt = receiptIn((await page.getByRole('log').textContent()) ?? '');
    if (receipt !== undefined) return receipt;
  }
}

describe('in a browser', () => {
  it('a citizen files a complaint by keyboard, and an agent sees it with its reasons', async () => {
    const citizen = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await citizen.goto(dadam.url);
    await citizen.getByText('this is Dadam').waitFor();
    expect(await violations(citizen)).toEqual([]);
    const receipt = await fileByKeyboard(
      citizen,
      'The street light in front of Itaewon fire station is out',
      'Yes',
    );
    await citizen.getByText('has received your case').waitFor();
    expect(await violations(citizen)).toEqual([]);
    await citizen.reload();
    await citizen.getByText('has received your case').waitFor();

    const agent = await (await browser.newContext()).newPage();
    await agent.goto(`${dadam.url}/console`);
    await agent.getByLabel('이름').fill('agent');
    await agent.getByLabel('비밀번호').fill('wrong');
    await agent.getByRole('button', { name: '로그인' }).click();
    await agent.getByRole('alert').waitFor();
    expect(await violations(agent)).toEqual([]);
    await agent.getByLabel('비밀번호').fill(dadam.agentPassword());
    await agent.keyboard.press('Enter');
    await agent.getByRole('button', { name: receipt }).click();
    await agent.getByRole('heading', { name: '왜 이 부서인가' }).waitFor();
    const shown = await agent.getByRole('article').textContent();
    expect(shown).toContain('용산구 도로과');
    expect(shown).toContain('Itaewon fire station');
    expect(shown).toContain('acknowledged');
    expect(await violations(agent)).toEqual([]);
    await agent.getByLabel('실제 민원 종류').selectOption('pothole');
    await agent.getByRole('button', { name: '저장' }).click();
    await agent.getByText('다음 학습에 쓰이며').waitFor();
    expect(await violations(agent)).toEqual([]);
    await agent.getByRole('button', { name: '로그아웃' }).click();
    await agent.getByLabel('비밀번호').waitFor();
  });

  it('the page speaks the language that is chosen', async () => {
    const page = await (await browser.newContext({ locale: 'ko-KR' })).newPage();
    await page.goto(dadam.url);
    await page.getByText('다담입니다').waitFor();
    await page.getByRole('combobox').selectOption('zh-Hant');
    await page.getByText('現在將用繁體中文為您服務').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hant');
    expect(await violations(page)).toEqual([]);
  });
});
