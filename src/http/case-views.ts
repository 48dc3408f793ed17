import type { Catalogue, Phrases } from '../app/ports/catalogue';
import type { Activity } from '../app/ports/conversation';
import type { CaseDetail, CaseSummary, TraceLine } from '../contract/console';
import type { Case, CaseEvent } from '../domain/case/case';
import { toSeoulIso } from '../domain/deadline/seoul-time';
import type { RuleOutcome } from '../domain/routing/rule';

/** A case as a line of the agents' list, in Korean. */
export const caseSummary = (catalogue: Catalogue, filed: Case): CaseSummary => ({
  receipt: filed.receipt,
  status: filed.status,
  service: catalogue.services.get(filed.service)?.names.ko ?? filed.service,
  place: filed.place
    ? `${filed.place.gu} ${filed.place.label === filed.place.gu ? '' : filed.place.label}`.trim()
    : '',
  department: catalogue.departments.get(filed.department)?.names.ko ?? filed.department,
  language: filed.language,
  channel: filed.channel,
  receivedAt: toSeoulIso(filed.receivedAt),
  due: toSeoulIso(filed.due),
});

/** Everything an agent or an auditor wants to know of a case. */
export function caseDetail(
  { catalogue, phrases }: { catalogue: Catalogue; phrases: Phrases },
  filed: Case,
  events: readonly CaseEvent[],
  conversation: readonly Activity[],
): CaseDetail {
  const questions = catalogue.services.get(filed.service)?.questions ?? [];
  return {
    ...caseSummary(catalogue, filed),
    serviceCode: filed.service,
    description: filed.description,
    coDepartments: filed.coDepartments.map((id) => catalogue.departments.get(id)?.names.ko ?? id),
    answers: Object.entries(filed.answers).map(([code, answer]) => {
      const question = questions.find((candidate) => candidate.code === code);
      const value = question?.values.find(({ key }) => key === answer);
      return { question: question?.description.ko ?? code, answer: value?.name.ko ?? answer };
    }),
    probability: filed.probability,
    because: phrases.say('ko', filed.trace.because),
    rule: filed.rule,
    rulesVersion: filed.rulesVersion,
    facts: Object.entries(filed.trace.facts).map(([fact, value]) => ({ fact, value: shown(value) })),
    considered: filed.trace.considered.map(traceLine),
    events: events.map((event) => ({
      at: toSeoulIso(event.at),
      type: event.type,
      actor: event.actor,
      detail: Object.entries(event.detail)
        .map(([key, value]) => `${key}: ${shown(value)}`)
        .join(', '),
    })),
    conversation: conversation
      .filter(({ type, text }) => type === 'message' && text !== undefined)
      .map(({ timestamp, from, text }) => ({
        at: toSeoulIso(new Date(timestamp)),
        role: from.role,
        text: text ?? '',
      })),
  };
}

const traceLine = ({ rule, matched, excludedBy, conditions }: RuleOutcome): TraceLine => ({
  rule,
  matched,
  excludedBy: excludedBy ?? null,
  conditions: conditions.map(({ fact, operator, value, actual, holds }) => ({
    fact,
    operator,
    value: shown(value),
    actual: shown(actual),
    holds,
  })),
});

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
