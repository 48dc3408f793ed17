import type { RoutingFacts, Rule } from '../../src/domain/routing/rule';
import { compileRules, route } from '../../src/domain/routing/route';

const facts: RoutingFacts = {
  service: 'pothole',
  probability: 0.9,
  language: 'ko',
  channel: 'web',
  gu: '송파구',
  hour: 10,
  weekday: 4,
  holiday: false,
  answers: { depth: 'deep' },
};

const rule = (id: string, change: Partial<Rule>): Rule => ({
  id,
  scope: { services: ['pothole'] },
  then: { lead: 'gu:road', coDepartments: [] },
  because: 'because.gu',
  from: '2026-01-01',
  rank: 0,
  examples: [],
  ...change,
});

const decide = (rules: Rule[], change: Partial<RoutingFacts> = {}, date = '2026-03-12') =>
  route(
    compileRules('v1', rules, new Map([['송파구', 'songpa-gu']])),
    { ...facts, ...change },
    date,
    `${date}T10:00`,
  );

describe('routing', () => {
  it('sends a pothole in Songpa to Songpa’s road department', () => {
    expect(decide([rule('base', {})])).toMatchObject({ kind: 'routed', lead: 'songpa-gu.road' });
  });

  it('lets the rule of higher rank win and keeps why the other lost', () => {
    const deep = rule('deep', {
      rank: 1,
      when: {
        all: [
          { fact: 'answers.depth', operator: 'equal', value: 'deep' },
          { fact: 'hour', operator: 'lessThan', value: 9 },
        ],
      },
      then: { lead: 'city:road-management', coDepartments: ['gu:road'] },
    });
    const result = decide([rule('base', {}), deep]);
    expect(result).toMatchObject({ kind: 'routed', rule: { id: 'base' } });
    expect(result.trace.considered).toEqual([
      {
        rule: 'deep',
        matched: false,
        conditions: [
          { fact: 'answers.depth', operator: 'equal', value: 'deep', actual: 'deep', holds: true },
          { fact: 'hour', operator: 'lessThan', value: 9, actual: 10, holds: false },
        ],
      },
      { rule: 'base', matched: true, conditions: [] },
    ]);
    expect(decide([rule('base', {}), deep], { hour: 8 })).toMatchObject({
      lead: 'seoul.road-management',
      coDepartments: ['songpa-gu.road'],
    });
  });

  it('looks at a rule only between its dates and in its districts', () => {
    const old = rule('old', { until: '2026-03-11', rank: 2 });
    const elsewhere = rule('elsewhere', { scope: { services: ['pothole'], gu: ['강남구'] }, rank: 1 });
    const result = decide([old, elsewhere, rule('base', {})]);
    expect(result.trace.considered.map(({ rule: id, excludedBy }) => [id, excludedBy])).toEqual([
      ['old', 'date'],
      ['elsewhere', 'gu'],
      ['base', undefined],
    ]);
    expect(decide([old, rule('base', { from: '2026-03-12' })], {}, '2026-03-11')).toMatchObject({
      rule: { id: 'old' },
    });
  });

  it('names no department where the district is not known', () => {
    const { gu: _, ...nowhere } = facts;
    const rules = compileRules('v1', [rule('base', {})], new Map([['송파구', 'songpa-gu']]));
    expect(route(rules, nowhere, '2026-03-12', '')).toMatchObject({ kind: 'no-department' });
  });

  it('holds a condition about a missing fact for false, also under not', () => {
    const when = { not: { fact: 'answers.width', operator: 'equal' as const, value: 'wide' } };
    expect(decide([rule('unless', { when })])).toMatchObject({ kind: 'routed' });
    expect(decide([rule('if', { when: when.not })])).toMatchObject({ kind: 'no-department' });
  });
});
