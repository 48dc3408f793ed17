import type { Case } from '../domain/case/case';
import { receiptNumber } from '../domain/case/receipt-number';
import { toSeoulIso, toSeoulTime } from '../domain/deadline/seoul-time';
import type { Language } from '../domain/language/language';
import { maskSecrets } from '../domain/privacy/mask-personal-data';
import type { Place } from '../domain/place/place';
import type { Catalogue } from './ports/catalogue';
import type { Clock, Entropy } from './ports/environment';
import type { Transaction } from './ports/store';
import type { Complaint, RoutedComplaint } from './route-complaint';
import { routeComplaint } from './route-complaint';

export interface FileComplaintDeps {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

export interface ComplaintToFile extends Complaint {
  readonly conversationId: string;
  readonly language: Language;
  readonly description: string;
}

/**
 * Files a complaint: the case, its events and one outbox row a department are written in the caller's transaction.
 * @returns the case, or undefined where the rules name no department: then a person must decide
 */
export async function fileComplaint(
  deps: FileComplaintDeps,
  tx: Transaction,
  complaint: ComplaintToFile,
): Promise<Case | undefined> {
  const now = deps.clock.now();
  const routed = routeComplaint(deps.catalogue, complaint, now);
  if (routed.kind === 'no-department') return undefined;
  const today = toSeoulTime(now).date;
  const filed = caseOf(
    deps,
    complaint,
    routed,
    now,
    receiptNumber(today, await tx.nextReceiptCounter(today)),
  );
  await tx.addCase(filed);
  await tx.addCaseEvent(filed.id, {
    at: now,
    type: 'received',
    actor: 'citizen',
    detail: { channel: complaint.channel, service: complaint.service },
  });
  await tx.addCaseEvent(filed.id, {
    at: now,
    type: 'assigned',
    actor: 'dadam',
    detail: {
      department: filed.department,
      coDepartments: filed.coDepartments,
      rule: filed.rule,
      rulesVersion: filed.rulesVersion,
      due: toSeoulIso(filed.due),
    },
  });
  for (const department of [routed.department, ...routed.coDepartments]) {
    const role = department === routed.department ? 'lead' : 'co';
    await tx.addOutboxRow(
      {
        id: deps.entropy.id(),
        caseId: filed.id,
        department: department.id,
        connector: department.connector,
        payload: payloadFor(deps.catalogue, filed, role),
      },
      now,
    );
  }
  return filed;
}

function caseOf(
  deps: FileComplaintDeps,
  complaint: ComplaintToFile,
  routed: Extract<RoutedComplaint, { kind: 'routed' }>,
  now: Date,
  receipt: Case['receipt'],
): Case {
  return {
    id: deps.entropy.id(),
    receipt,
    conversationId: complaint.conversationId,
    channel: complaint.channel,
    language: complaint.language,
    service: complaint.service,
    probability: complaint.probability,
    description: maskSecrets(complaint.description),
    ...(complaint.place && { place: complaint.place }),
    answers: complaint.answers,
    status: 'assigned',
    department: routed.department.id,
    coDepartments: routed.coDepartments.map(({ id }) => id),
    due: routed.deadline.due,
    rule: routed.routing.rule.id,
    rulesVersion: routed.routing.trace.version,
    trace: routed.routing.trace,
    receivedAt: now,
    updatedAt: now,
  };
}

const addressOf = ({ gu, dong, label }: Place): string =>
  [...new Set(['서울특별시', gu, dong, label])].filter((part) => part !== undefined).join(' ');

/** What a department receives. Open311 GeoReport v2 names where it has them. */
function payloadFor(
  catalogue: Catalogue,
  filed: Case,
  role: 'lead' | 'co',
): Readonly<Record<string, unknown>> {
  return {
    service_request_id: filed.receipt,
    service_code: filed.service,
    service_name: catalogue.services.get(filed.service)?.names.ko ?? filed.service,
    description: filed.description,
    language: filed.language,
    requested_datetime: toSeoulIso(filed.receivedAt),
    expected_datetime: toSeoulIso(filed.due),
    agency_responsible: filed.department,
    role,
    address: filed.place ? addressOf(filed.place) : null,
    gu: filed.place?.gu ?? null,
    dong: filed.place?.dong ?? null,
    attributes: filed.answers,
    rule: filed.rule,
  };
}
