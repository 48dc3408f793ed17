import type { SeoulDate } from '../deadline/seoul-time';
import { departmentId } from './department';
import { evaluateCondition } from './evaluate-condition';
import type { ConditionOutcome, RoutingFacts, RoutingTrace, Rule, RuleOutcome } from './rule';

/** A compiled set of rules: indexed by service, identified by what it contains. */
export interface RuleSet {
  /** Hash of the routing content. */
  readonly version: string;
  readonly byService: ReadonlyMap<string, readonly Rule[]>;
  /** Korean name of a gu to the slug used in department ids. */
  readonly guSlugs: ReadonlyMap<string, string>;
}

export type Routing =
  | {
      readonly kind: 'routed';
      readonly rule: Rule;
      readonly lead: string;
      readonly coDepartments: readonly string[];
      readonly trace: RoutingTrace;
    }
  /** No rule holds, or the winning one needs a district that is not known. */
  | { readonly kind: 'no-department'; readonly trace: RoutingTrace };

export function compileRules(
  version: string,
  rules: readonly Rule[],
  guSlugs: ReadonlyMap<string, string>,
): RuleSet {
  const byService = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const service of rule.scope.services) {
      const list = byService.get(service);
      if (list) list.push(rule);
      else byService.set(service, [rule]);
    }
  }
  for (const list of byService.values()) list.sort((a, b) => b.rank - a.rank);
  return { version, byService, guSlugs };
}

/** Decides the departments for one complaint. Pure: the same facts and rules give the same result. */
export function route(rules: RuleSet, facts: RoutingFacts, date: SeoulDate, at: string): Routing {
  const candidates = rules.byService.get(facts.service) ?? [];
  const considered = candidates.map((rule) => examine(rule, facts, date));
  const winner = candidates.find((_, i) => considered[i]?.matched);
  const trace: RoutingTrace = {
    version: rules.version,
    at,
    facts,
    because: winner?.because ?? 'because.none',
    considered,
  };
  const slug = facts.gu === undefined ? undefined : rules.guSlugs.get(facts.gu);
  const lead = winner && departmentId(winner.then.lead, slug);
  if (!winner || lead === undefined) return { kind: 'no-department', trace };
  const coDepartments = winner.then.coDepartments
    .map((reference) => departmentId(reference, slug))
    .filter((id) => id !== undefined);
  return { kind: 'routed', rule: winner, lead, coDepartments, trace };
}

function examine(rule: Rule, facts: RoutingFacts, date: SeoulDate): RuleOutcome {
  if (date < rule.from || (rule.until !== undefined && date > rule.until)) {
    return { rule: rule.id, matched: false, excludedBy: 'date', conditions: [] };
  }
  if (rule.scope.gu && !rule.scope.gu.includes(facts.gu ?? '')) {
    return { rule: rule.id, matched: false, excludedBy: 'gu', conditions: [] };
  }
  const conditions: ConditionOutcome[] = [];
  const matched = rule.when === undefined || evaluateCondition(rule.when, facts, conditions);
  return { rule: rule.id, matched, conditions };
}
