import type { SeoulDate } from '../deadline/seoul-time';

/** What a condition can look at. `answers.<code>` holds the citizen's answer to a service's question. */
export interface RoutingFacts {
  readonly service: string;
  /** Calibrated probability of the service, 0..1. */
  readonly probability: number;
  readonly language: string;
  readonly channel: string;
  readonly gu?: string;
  readonly dong?: string;
  readonly precision?: string;
  /** Hour of the day in Seoul, 0..23. */
  readonly hour: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  /** Whether the city's offices are closed that day. */
  readonly holiday: boolean;
  readonly answers: Readonly<Record<string, string>>;
}

export type FactValue = string | number | boolean;

/** The operators of json-rules-engine. */
export const OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'greaterThan',
  'greaterThanInclusive',
  'lessThan',
  'lessThanInclusive',
] as const;
export type Operator = (typeof OPERATORS)[number];

export interface FactCondition {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: FactValue | readonly FactValue[];
}

/** A tree of conditions in the shape of json-rules-engine. */
export type Condition =
  | FactCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** A dated rule that names the department for some services. */
export interface Rule {
  readonly id: string;
  readonly scope: {
    readonly services: readonly string[];
    /** Korean names of the districts it holds in; all where absent. */
    readonly gu?: readonly string[];
  };
  /** Holds always where absent. */
  readonly when?: Condition;
  readonly then: {
    /** `gu:<office>`, `city:<bureau>` or `agency:<name>`. */
    readonly lead: string;
    readonly coDepartments: readonly string[];
    /** Replaces the service's legal kind. */
    readonly kind?: string;
  };
  /** Locale key of the reason. */
  readonly because: string;
  /** First day it holds. */
  readonly from: SeoulDate;
  /** Last day it holds. */
  readonly until?: SeoulDate;
  /** The matching rule of the highest rank wins. */
  readonly rank: number;
  readonly examples: readonly RuleExample[];
}

/** Held against the whole rule set whenever content is loaded. */
export interface RuleExample {
  /** Facts; absent ones take the example defaults. `at` is an ISO time. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: {
    readonly lead: string;
    readonly coDepartments?: readonly string[];
    readonly rule?: string;
  };
}

export interface ConditionOutcome extends FactCondition {
  readonly actual: FactValue | null;
  readonly holds: boolean;
}

/** One rule that was looked at, and what came of each of its conditions. */
export interface RuleOutcome {
  readonly rule: string;
  readonly matched: boolean;
  /** Why it was out before its conditions were looked at. */
  readonly excludedBy?: 'date' | 'gu';
  readonly conditions: readonly ConditionOutcome[];
}

/** Why a case went where it went. Holds no free text of the citizen. */
export interface RoutingTrace {
  readonly version: string;
  readonly at: string;
  readonly facts: RoutingFacts;
  readonly because: string;
  readonly considered: readonly RuleOutcome[];
}
