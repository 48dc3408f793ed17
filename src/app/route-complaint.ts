import type { Deadline } from '../domain/deadline/deadline';
import { deadlineFor } from '../domain/deadline/deadline';
import { toSeoulIso, toSeoulTime } from '../domain/deadline/seoul-time';
import { dayOff } from '../domain/deadline/working-calendar';
import type { Place } from '../domain/place/place';
import type { Department } from '../domain/routing/department';
import type { Routing } from '../domain/routing/route';
import { route } from '../domain/routing/route';
import type { Catalogue } from './ports/catalogue';

export interface Complaint {
  readonly service: string;
  readonly probability: number;
  readonly language: string;
  readonly channel: string;
  readonly place?: Place;
  readonly answers: Readonly<Record<string, string>>;
}

export type RoutedComplaint =
  | {
      readonly kind: 'routed';
      readonly routing: Extract<Routing, { kind: 'routed' }>;
      readonly department: Department;
      readonly coDepartments: readonly Department[];
      readonly deadline: Deadline;
    }
  | { readonly kind: 'no-department'; readonly routing: Routing };

/** Decides by the rules of that moment who must act on a complaint and by when. */
export function routeComplaint(catalogue: Catalogue, complaint: Complaint, at: Date): RoutedComplaint {
  const time = toSeoulTime(at);
  const { place } = complaint;
  const routing = route(
    catalogue.rules,
    {
      service: complaint.service,
      probability: complaint.probability,
      language: complaint.language,
      channel: complaint.channel,
      ...(place && { gu: place.gu, precision: place.precision }),
      ...(place?.dong !== undefined && { dong: place.dong }),
      hour: Math.floor(time.minute / 60),
      weekday: time.weekday,
      holiday: dayOff(catalogue.calendar, time.date) !== undefined,
      answers: choicesOnly(catalogue, complaint),
    },
    time.date,
    toSeoulIso(at),
  );
  if (routing.kind === 'no-department') return { kind: 'no-department', routing };
  const department = catalogue.departments.get(routing.lead);
  const period = catalogue.period(
    routing.rule.then.kind ?? catalogue.services.get(complaint.service)?.kind ?? '',
  );
  if (!department || !period) return { kind: 'no-department', routing };
  return {
    kind: 'routed',
    routing,
    department,
    coDepartments: routing.coDepartments.flatMap((id) => catalogue.departments.get(id) ?? []),
    deadline: deadlineFor(at, period, catalogue.calendar),
  };
}

/** Rules look at choices and numbers. Free text stays out: the trace is kept for auditors, and a text may name anybody. */
function choicesOnly(
  catalogue: Catalogue,
  { service, answers }: Complaint,
): Readonly<Record<string, string>> {
  const choices = (catalogue.services.get(service)?.questions ?? [])
    .filter(({ datatype }) => datatype.endsWith('list') || datatype === 'number')
    .map(({ code }) => code);
  return Object.fromEntries(Object.entries(answers).filter(([code]) => choices.includes(code)));
}
