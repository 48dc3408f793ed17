import type { RoutedComplaint } from '../app/route-complaint';
import { routeComplaint } from '../app/route-complaint';
import { understandMessage } from '../app/understand-message';
import { systemClock } from '../compose';
import { toSeoulIso } from '../domain/deadline/seoul-time';
import { classification } from './classify';
import type { CliContext } from './context';
import { print, printJson, understood } from './context';

export interface RouteOptions {
  readonly json?: boolean;
  readonly at?: string;
  readonly explain?: boolean;
}

export function route(context: CliContext, text: string, { json, at, explain }: RouteOptions): void {
  const time = at === undefined ? systemClock.now() : new Date(at);
  if (Number.isNaN(time.getTime()))
    throw new Error(`--at ${at ?? ''} is not an ISO time like 2026-03-12T10:00:00+09:00`);
  const desk = understood(context);
  const understanding = understandMessage(desk, text, time);
  const { catalogue } = desk.content;
  const place = understanding.place.kind === 'found' ? understanding.place.place : undefined;
  const best = understanding.candidates.find(({ code }) => catalogue.services.has(code));
  const isService = best !== undefined && best === understanding.candidates[0];
  const routed = isService
    ? routeComplaint(
        catalogue,
        {
          service: best.code,
          probability: best.probability,
          language: understanding.language,
          channel: 'cli',
          ...(place && { place }),
          answers: {},
        },
        time,
      )
    : undefined;
  const outcome = routedJson(routed);
  if (json === true) {
    printJson({ ...classification(understanding), place: understanding.place, ...outcome });
    return;
  }
  print(
    `service     ${isService ? best.code : `none (${understanding.candidates[0]?.code ?? 'not understood'})`} [${understanding.decision}]`,
  );
  print(`place       ${placeText(understanding.place)}`);
  if (routed?.kind === 'routed') {
    print(`department  ${routed.department.names.ko} (${routed.department.id})`);
    for (const { id, names } of routed.coDepartments) print(`also told   ${names.ko} (${id})`);
    print(`due         ${toSeoulIso(routed.deadline.due)} (${routed.deadline.article})`);
    print(
      `rule        ${routed.routing.rule.id}: ${desk.content.phrases.say('ko', routed.routing.rule.because)}`,
    );
  } else if (routed) print('department  none: a district is needed');
  if (explain === true && routed) print(JSON.stringify(routed.routing.trace, null, 2));
}

function routedJson(routed: RoutedComplaint | undefined): object {
  if (routed?.kind !== 'routed') {
    return {
      department: null,
      coDepartments: [],
      due: null,
      rule: null,
      trace: routed?.routing.trace ?? null,
    };
  }
  return {
    department: routed.department.id,
    coDepartments: routed.coDepartments.map(({ id }) => id),
    due: toSeoulIso(routed.deadline.due),
    rule: routed.routing.rule.id,
    trace: routed.routing.trace,
  };
}

function placeText(place: ReturnType<typeof understandMessage>['place']): string {
  switch (place.kind) {
    case 'none':
      return 'not named';
    case 'found':
      return `${place.place.gu} ${place.place.dong ?? ''} ${place.place.label}`.replace(/\s+/g, ' ');
    case 'ambiguous':
      return `${place.text}: ${place.candidates.map(({ gu }) => gu).join(', ')}?`;
    case 'outside':
      return `outside Seoul: ${place.where}`;
  }
}
