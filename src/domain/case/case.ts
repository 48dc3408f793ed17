import type { Language } from '../language/language';
import type { Place } from '../place/place';
import type { RoutingTrace } from '../routing/rule';
import type { CaseStatus } from './status';
import type { ReceiptNumber } from './receipt-number';

/** A complaint on its way to a department. */
export interface Case {
  readonly id: string;
  readonly receipt: ReceiptNumber;
  readonly conversationId: string;
  readonly channel: string;
  readonly language: Language;
  readonly service: string;
  /** Calibrated probability of the service, 1 where the citizen chose it. */
  readonly probability: number;
  /** The citizen's words; registration and card numbers are masked before they are stored. */
  readonly description: string;
  readonly place?: Place;
  readonly answers: Readonly<Record<string, string>>;
  readonly status: CaseStatus;
  readonly department: string;
  readonly coDepartments: readonly string[];
  readonly due: Date;
  readonly rule: string;
  readonly rulesVersion: string;
  readonly trace: RoutingTrace;
  readonly receivedAt: Date;
  readonly updatedAt: Date;
}

/** Something that happened to a case. Events are only ever added. */
export interface CaseEvent {
  readonly at: Date;
  readonly type: 'received' | 'assigned' | 'acknowledged' | 'delivery-failed' | 'service-corrected';
  /** Who did it: `citizen`, `dadam`, a department's or an agent's id. */
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
