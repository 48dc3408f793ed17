import type { Condition, ConditionOutcome, FactCondition, FactValue, Operator, RoutingFacts } from './rule';

const TESTS: Readonly<Record<Operator, (actual: FactValue, value: FactCondition['value']) => boolean>> = {
  equal: (actual, value) => actual === value,
  notEqual: (actual, value) => actual !== value,
  in: (actual, value) => Array.isArray(value) && value.includes(actual),
  notIn: (actual, value) => Array.isArray(value) && !value.includes(actual),
  greaterThan: (actual, value) => actual > value,
  greaterThanInclusive: (actual, value) => actual >= value,
  lessThan: (actual, value) => actual < value,
  lessThanInclusive: (actual, value) => actual <= value,
};

export function factValue(facts: RoutingFacts, fact: string): FactValue | null {
  if (fact.startsWith('answers.')) return facts.answers[fact.slice('answers.'.length)] ?? null;
  return (facts as unknown as Readonly<Record<string, FactValue | undefined>>)[fact] ?? null;
}

/** Evaluates a whole tree, without short cuts, so that `outcomes` names every condition. A missing fact fails. */
export function evaluateCondition(
  condition: Condition,
  facts: RoutingFacts,
  outcomes: ConditionOutcome[],
): boolean {
  if ('all' in condition) {
    return condition.all.map((part) => evaluateCondition(part, facts, outcomes)).every(Boolean);
  }
  if ('any' in condition) {
    return condition.any.map((part) => evaluateCondition(part, facts, outcomes)).some(Boolean);
  }
  if ('not' in condition) return !evaluateCondition(condition.not, facts, outcomes);
  const actual = factValue(facts, condition.fact);
  const holds = actual !== null && TESTS[condition.operator](actual, condition.value);
  outcomes.push({ ...condition, actual, holds });
  return holds;
}
