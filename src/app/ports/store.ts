import type { Case, CaseEvent } from '../../domain/case/case';
import type { ReceiptNumber } from '../../domain/case/receipt-number';
import type { CaseStatus } from '../../domain/case/status';
import type { Correction } from '../../domain/service/correction';
import type { SeoulDate } from '../../domain/deadline/seoul-time';
import type { Activity, Conversation } from './conversation';

/** A case on its way to a department. */
export interface OutboxRow {
  readonly id: string;
  readonly caseId: string;
  readonly department: string;
  readonly connector: string;
  /** What the department receives. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** Everything that one unit of work may do. All of it commits, or none. */
export interface Transaction {
  /** Reads a conversation and keeps others from changing it until the commit. */
  lockConversation(id: string): Promise<Conversation | undefined>;
  createConversation(conversation: Conversation): Promise<void>;
  saveConversation(conversation: Conversation): Promise<void>;
  /** Appends and returns the activity's position, from 1, without gaps. */
  appendActivity(conversationId: string, activity: Activity): Promise<number>;
  /** The activity that a client has sent before under this id of its own. */
  findByClientActivityId(conversationId: string, clientActivityId: string): Promise<Activity | undefined>;
  /** Counts up the day's receipts, from 1. */
  nextReceiptCounter(day: SeoulDate): Promise<number>;
  addCase(filed: Case): Promise<void>;
  addCaseEvent(caseId: string, event: CaseEvent): Promise<void>;
  getCase(id: string): Promise<Case | undefined>;
  caseByReceipt(receipt: ReceiptNumber): Promise<Case | undefined>;
  /** Newest first. */
  casesOfConversation(conversationId: string): Promise<readonly Case[]>;
  setCaseStatus(id: string, from: CaseStatus, to: CaseStatus, at: Date): Promise<boolean>;
  addCorrection(correction: Correction): Promise<void>;
  addOutboxRow(row: Omit<OutboxRow, 'attempts'>, notBefore: Date): Promise<void>;
  finishOutboxRow(id: string, at: Date): Promise<void>;
  /** Puts a row back for another attempt. `attempts` counts the failed ones. */
  postponeOutboxRow(id: string, attempts: number, notBefore: Date, error: string): Promise<void>;
  /** Sets a refused row aside, to be looked at by a person. */
  buryOutboxRow(id: string, attempts: number, at: Date, error: string): Promise<void>;
}

export interface CaseFilter {
  readonly status?: CaseStatus;
  readonly limit: number;
  /** Cases received before this one's receipt number. */
  readonly before?: string;
}

/** The database. */
export interface Store {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  conversation(id: string): Promise<Conversation | undefined>;
  /** Activities after the position `after`, in order, with their positions. */
  activitiesAfter(
    conversationId: string,
    after: number,
  ): Promise<readonly { position: number; activity: Activity }[]>;
  case(id: string): Promise<Case | undefined>;
  caseByReceipt(receipt: ReceiptNumber): Promise<Case | undefined>;
  cases(filter: CaseFilter): Promise<readonly Case[]>;
  caseEvents(caseId: string): Promise<readonly CaseEvent[]>;
  /** What agents have corrected, oldest first; of several for one case only the latest. */
  corrections(): Promise<readonly Correction[]>;
  /** Rows that may be delivered now, oldest first, claimed for this process until `claimUntil`. */
  claimOutbox(now: Date, claimUntil: Date, limit: number): Promise<readonly OutboxRow[]>;
  /** Keeps what a rule set was, under its version. */
  keepRulesVersion(version: string, content: string, at: Date): Promise<void>;
  agent(name: string): Promise<{ name: string; passwordHash: string } | undefined>;
  saveAgent(name: string, passwordHash: string): Promise<void>;
  addAgentSession(tokenHash: string, agent: string, until: Date): Promise<void>;
  agentOfSession(tokenHash: string, now: Date): Promise<string | undefined>;
  endAgentSession(tokenHash: string): Promise<void>;
  close(): Promise<void>;
}
