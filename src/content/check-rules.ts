import { departmentId } from '../domain/routing/department';
import type { Condition, RoutingFacts, Rule, RuleExample } from '../domain/routing/rule';
import type { RuleSet } from '../domain/routing/route';
import { route } from '../domain/routing/route';
import { toSeoulTime } from '../domain/deadline/seoul-time';
import { dayOff } from '../domain/deadline/working-calendar';
import type { IntentContent } from './load-intents';
import type { LocatedRule, RoutingContent } from './load-routing';
import type { ContentProblem } from './problem';

export interface RuleCheckContext {
  readonly intents: IntentContent;
  readonly routing: RoutingContent;
  readonly ruleSet: RuleSet;
  readonly hasSentence: (key: string) => boolean;
}

const FACTS = [
  'service',
  'probability',
  'language',
  'channel',
  'gu',
  'dong',
  'precision',
  'hour',
  'weekday',
  'holiday',
];

/** Refuses rules that cannot work: each problem names the rule's line and what to do. */
export function checkRules(context: RuleCheckContext, problems: ContentProblem[]): void {
  const seen = new Map<string, LocatedRule>();
  for (const located of context.routing.rules) {
    const report = reporter(located, problems);
    const twin = seen.get(located.rule.id);
    if (twin) report(`the id ${located.rule.id} is taken by ${twin.file}:${twin.line}`, 'Give it another id');
    seen.set(located.rule.id, located);
    checkNames(located.rule, context, report);
  }
  checkOverlaps(context.routing.rules, problems);
  checkCoverage(context, problems);
  if (problems.length > 0) return;
  for (const located of context.routing.rules) checkExamples(located, context, reporter(located, problems));
}

type Report = (message: string, remedy: string) => void;

const reporter =
  ({ file, line }: LocatedRule, problems: ContentProblem[]): Report =>
  (message, remedy) =>
    void problems.push({ file, line, message, remedy });

function checkNames(
  rule: Rule,
  { intents, routing, ruleSet, hasSentence }: RuleCheckContext,
  report: Report,
): void {
  for (const service of rule.scope.services) {
    if (!intents.services.has(service)) report(`unknown service ${service}`, 'Use a code of intents/');
  }
  for (const gu of rule.scope.gu ?? []) {
    if (!ruleSet.guSlugs.has(gu)) report(`${gu} is no gu of Seoul`, 'Write its Korean name');
  }
  for (const reference of [rule.then.lead, ...rule.then.coDepartments]) {
    const id = departmentId(reference, [...ruleSet.guSlugs.values()][0]);
    if (id === undefined || !routing.departments.has(id)) {
      report(`unknown department ${reference}`, 'Add it to routing-rules/departments or correct the name');
    }
  }
  if (rule.then.kind !== undefined && !routing.periods.has(rule.then.kind)) {
    report(`unknown kind ${rule.then.kind}`, 'Use one of routing-rules/legal-clock.yaml');
  }
  if (!hasSentence(rule.because))
    report(`no sentence ${rule.because} in locales/`, 'Add it in every language');
  if (rule.until !== undefined && rule.until < rule.from)
    report('it ends before it begins', 'Correct from or until');
  for (const fact of rule.when ? factsOf(rule.when) : []) {
    if (!FACTS.includes(fact) && !answersFact(fact, rule, intents)) {
      report(`unknown fact ${fact}`, `Use one of ${FACTS.join(', ')} or answers.<question>`);
    }
  }
}

const factsOf = (condition: Condition): string[] =>
  'all' in condition
    ? condition.all.flatMap(factsOf)
    : 'any' in condition
      ? condition.any.flatMap(factsOf)
      : 'not' in condition
        ? factsOf(condition.not)
        : [condition.fact];

const answersFact = (fact: string, rule: Rule, intents: IntentContent): boolean =>
  fact.startsWith('answers.') &&
  rule.scope.services.some((code) =>
    intents.services.get(code)?.questions.some((question) => `answers.${question.code}` === fact),
  );

/** Two rules of one rank that can hold at once would be decided by chance. */
function checkOverlaps(rules: readonly LocatedRule[], problems: ContentProblem[]): void {
  const byService = new Map<string, LocatedRule[]>();
  for (const located of rules) {
    for (const service of located.rule.scope.services) {
      const others = byService.get(service) ?? [];
      for (const other of others) {
        if (!overlap(located.rule, other.rule)) continue;
        reporter(located, problems)(
          `overlaps with ${other.rule.id} (${other.file}:${other.line}) for ${service} at the same rank`,
          'Give one of them a higher rank, or part their dates or districts',
        );
      }
      byService.set(service, [...others, located]);
    }
  }
}

const overlap = (a: Rule, b: Rule): boolean =>
  a.rank === b.rank &&
  a.from <= (b.until ?? '9999-12-31') &&
  b.from <= (a.until ?? '9999-12-31') &&
  (!a.scope.gu || !b.scope.gu || a.scope.gu.some((gu) => b.scope.gu?.includes(gu)));

/** Every service of the city needs a rule without conditions that has no end, in every district. */
function checkCoverage({ intents, ruleSet }: RuleCheckContext, problems: ContentProblem[]): void {
  for (const service of intents.services.values()) {
    if (service.level === 'other') continue;
    const rules = ruleSet.byService.get(service.code) ?? [];
    const bare = [...ruleSet.guSlugs.keys()].filter(
      (gu) =>
        !rules.some((r) => !r.when && r.until === undefined && (!r.scope.gu || r.scope.gu.includes(gu))),
    );
    if (bare.length === 0) continue;
    problems.push({
      file: intents.files.get(service.code)?.file ?? 'intents',
      line: 1,
      message: `no rule sends ${service.code} to a department in ${bare.length === 25 ? 'any gu' : bare.join(', ')}`,
      remedy: `Add a rule without conditions to routing-rules/rules/${service.field}.yaml`,
    });
  }
}

/** The moment examples play at unless they name another: a working day. */
const EXAMPLE_TIME = '2026-03-12T10:00:00+09:00';

function checkExamples({ rule }: LocatedRule, { routing, ruleSet }: RuleCheckContext, report: Report): void {
  for (const example of rule.examples) {
    const at = new Date(typeof example.given['at'] === 'string' ? example.given['at'] : EXAMPLE_TIME);
    if (Number.isNaN(at.getTime())) {
      report(`an example's time is not a time`, 'Write it like 2026-03-12T10:00:00+09:00');
      continue;
    }
    const { date } = toSeoulTime(at);
    const result = route(
      ruleSet,
      exampleFacts(rule, example, at, dayOff(routing.calendar, date)),
      date,
      at.toISOString(),
    );
    const { lead, coDepartments, rule: expectedRule } = example.expect;
    const got = result.kind === 'routed' ? result : undefined;
    if (
      got?.lead !== lead ||
      (coDepartments && coDepartments.join() !== got.coDepartments.join()) ||
      (expectedRule !== undefined && expectedRule !== got.rule.id)
    ) {
      report(
        `rule ${rule.id}: an example expects ${lead} but the rules say ${got ? `${got.lead} (rule ${got.rule.id})` : 'nothing'}`,
        'Correct the rule or the example',
      );
    }
  }
}

function exampleFacts(rule: Rule, { given }: RuleExample, at: Date, off: string | undefined): RoutingFacts {
  const time = toSeoulTime(at);
  const { at: _, ...facts } = given;
  return {
    service: rule.scope.services[0] ?? '',
    probability: 1,
    language: 'ko',
    channel: 'web',
    hour: Math.floor(time.minute / 60),
    weekday: time.weekday,
    holiday: off !== undefined,
    answers: {},
    ...facts,
  };
}
