import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import type { ContentProblem } from '../../src/content/problem';
import { ContentError } from '../../src/content/problem';
import { projectDir, temporaryFolder } from '../support/folders';

const copy = temporaryFolder();

/** The problems that the project's content has after a change to a copy of it. */
function problemsAfter(change: (root: string) => void): readonly ContentProblem[] {
  for (const folder of ['intents', 'routing-rules', 'locales']) {
    rmSync(join(copy, folder), { recursive: true, force: true });
    cpSync(join(projectDir, folder), join(copy, folder), { recursive: true });
  }
  change(copy);
  try {
    loadContent(copy);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

const edit = (root: string, file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(typeof from === 'string' ? text.includes(from) : from.test(text)).toBe(true);
  writeFileSync(join(root, file), text.replace(from, to));
};

const lineOf = (root: string, file: string, text: string): number =>
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('content', () => {
  it('has all services of the catalogue with words in each language, and no problem', () => {
    const { catalogue, training } = loadContent(projectDir);
    expect(catalogue.services.size).toBe(124);
    const count = (code: string, language: string): number =>
      training.utterances.filter((u) => u.code === code && u.language === language).length;
    for (const code of catalogue.services.keys()) {
      for (const language of ['ko', 'zh', 'en'])
        expect([code, language, count(code, language) >= 12]).toEqual([code, language, true]);
    }
  });

  it('names file, line and remedy of broken YAML', () => {
    const [problem] = problemsAfter((root) =>
      edit(root, 'intents/road/pothole.yaml', 'level: gu', 'level: "gu'),
    );
    expect(problem).toMatchObject({ file: 'intents/road/pothole.yaml', remedy: 'Mend the YAML' });
    expect(problem?.line).toBeGreaterThan(1);
  });

  it('names the line of a wrong value', () => {
    const problems = problemsAfter((root) =>
      edit(root, 'intents/road/pothole.yaml', 'level: gu', 'level: galaxy'),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: 'intents/road/pothole.yaml',
        line: lineOf(copy, 'intents/road/pothole.yaml', 'level:'),
      }),
    );
  });

  it('refuses a kind that the legal clock does not know', () => {
    const problems = problemsAfter((root) =>
      edit(root, 'intents/road/pothole.yaml', 'kind: onsite-24h', 'kind: someday'),
    );
    expect(problems).toContainEqual(expect.objectContaining({ message: 'unknown kind someday' }));
  });

  it('refuses a sentence missing in one language, and one with other placeholders', () => {
    const problems = problemsAfter((root) => {
      edit(root, 'locales/zh-Hant.yaml', /^ {2}thanks: .*\n/m, '');
      edit(root, 'locales/en.yaml', '{{receipt}}', '{{number}}');
    });
    expect(problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['locales/zh-Hant.yaml', 'locales/en.yaml']),
    );
  });

  it.each([
    ['an unknown department', 'lead: gu:road', 'lead: gu:moon', /unknown department gu:moon/],
    ['an unknown service', 'services: [pothole]', 'services: [potholes]', /unknown service potholes/],
    ['a missing reason', 'because: because.gu', 'because: because.so', /no sentence because\.so/],
    [
      'an example that does not hold',
      /expect: \{ lead: [a-z-]+\.road \}/,
      'expect: { lead: seoul.tax }',
      /expects seoul\.tax/,
    ],
    [
      'a rule that ends before it begins',
      'from: 2020-01-01',
      'from: 2020-01-01\n    until: 2019-01-01',
      /ends before it begins/,
    ],
    [
      'a service without a rule that always holds',
      'from: 2020-01-01',
      'from: 2020-01-01\n    until: 2030-01-01',
      /no rule sends pothole/,
    ],
    [
      'an unknown fact',
      'then: { lead: gu:road }',
      'when: { all: [{ fact: mood, operator: equal, value: bad }] }\n    then: { lead: gu:road }',
      /unknown fact mood/,
    ],
  ])('refuses %s', (_what, from, to, message) => {
    const problems = problemsAfter((root) => edit(root, 'routing-rules/rules/road.yaml', from, to));
    const problem = problems.find((one) => message.test(one.message));
    expect(problem).toBeDefined();
    expect(problem?.remedy).not.toBe('');
    expect(problem?.line).toBeGreaterThan(0);
  });

  it('refuses two rules of one rank that can hold at once', () => {
    const problems = problemsAfter((root) =>
      appendFileSync(
        join(root, 'routing-rules/rules/road.yaml'),
        '\n  - id: pothole-twin\n    scope: { services: [pothole] }\n    then: { lead: gu:cleaning }\n    because: because.gu\n' +
          '    from: 2026-01-01\n    examples: [{ given: { gu: 강남구 }, expect: { lead: gangnam-gu.cleaning } }]\n',
      ),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/overlaps with pothole /) }),
    );
  });

  it('refuses a gazetteer row in a district that does not exist', () => {
    const problems = problemsAfter((root) =>
      edit(root, 'routing-rules/gazetteer/legal-dong.csv', ',종로구,', ',달구,'),
    );
    expect(problems[0]).toMatchObject({
      file: 'routing-rules/gazetteer/legal-dong.csv',
      line: 2,
      message: '달구 is no gu of Seoul',
    });
  });

  it('refuses a calibration row with an unknown code', () => {
    const problems = problemsAfter((root) =>
      appendFileSync(join(root, 'intents/calibration/en.jsonl'), '{"text":"x","code":"nope"}\n'),
    );
    expect(problems).toContainEqual(expect.objectContaining({ message: 'unknown code nope' }));
  });
});
