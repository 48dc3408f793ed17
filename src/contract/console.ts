import { z } from 'zod';

export const loginSchema = z.object({
  name: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** An agent's word on what a complaint was about. */
export const correctionSchema = z.object({ service: z.string().min(1).max(60) });

/** The services by their Korean names. */
export interface ServiceList {
  readonly services: readonly { readonly code: string; readonly name: string }[];
}

/** One line of the console's list. Times are ISO 8601 with Seoul's offset. */
export interface CaseSummary {
  readonly receipt: string;
  readonly status: string;
  readonly service: string;
  readonly place: string;
  readonly department: string;
  readonly language: string;
  readonly channel: string;
  readonly receivedAt: string;
  readonly due: string;
}

export interface CaseList {
  readonly cases: readonly CaseSummary[];
}

export interface TraceLine {
  readonly rule: string;
  readonly matched: boolean;
  readonly excludedBy: string | null;
  readonly conditions: readonly {
    fact: string;
    operator: string;
    value: string;
    actual: string;
    holds: boolean;
  }[];
}

export interface CaseDetail extends CaseSummary {
  readonly serviceCode: string;
  readonly description: string;
  readonly coDepartments: readonly string[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly probability: number;
  readonly because: string;
  readonly rule: string;
  readonly rulesVersion: string;
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
  readonly considered: readonly TraceLine[];
  readonly events: readonly {
    readonly at: string;
    readonly type: string;
    readonly actor: string;
    readonly detail: string;
  }[];
  readonly conversation: readonly { readonly at: string; readonly role: string; readonly text: string }[];
}
