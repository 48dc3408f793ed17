import type { Activity, Conversation } from '../app/ports/conversation';
import type { OutboxRow } from '../app/ports/store';
import type { Case, CaseEvent } from '../domain/case/case';
import type { Correction } from '../domain/service/correction';
import type { CaseStatus } from '../domain/case/status';

/** Rows as the database has them; turned into domain types here and nowhere else. */
export interface ConversationRow {
  id: string;
  channel: string;
  user_id: string;
  language: Conversation['language'];
  owner: Conversation['owner'];
  state: string;
  last_position: number;
  delivered: number;
  created_at: string;
  updated_at: string;
}

export interface CaseRow {
  id: string;
  receipt: string;
  conversation_id: string;
  status: CaseStatus;
  service: string;
  department: string;
  gu: string | null;
  due: string;
  received_at: string;
  updated_at: string;
  /** The rest of the case as JSON. */
  body: string;
}

export interface CaseEventRow {
  case_id: string;
  at: string;
  type: CaseEvent['type'];
  actor: string;
  detail: string;
}

export interface OutboxTableRow {
  id: string;
  case_id: string;
  department: string;
  connector: string;
  payload: string;
  attempts: number;
}

export interface CorrectionRow {
  id: string;
  case_id: string;
  text: string;
  language: Correction['language'];
  from_service: string;
  to_service: string;
  agent: string;
  at: string;
}

export const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  channel: row.channel,
  userId: row.user_id,
  language: row.language,
  owner: row.owner,
  state: JSON.parse(row.state) as unknown,
  delivered: row.delivered,
  createdAt: new Date(row.created_at),
  updatedAt: new Date(row.updated_at),
});

export const fromConversation = (conversation: Conversation): Omit<ConversationRow, 'last_position'> => ({
  id: conversation.id,
  channel: conversation.channel,
  user_id: conversation.userId,
  language: conversation.language,
  owner: conversation.owner,
  state: JSON.stringify(conversation.state ?? null),
  delivered: conversation.delivered,
  created_at: conversation.createdAt.toISOString(),
  updated_at: conversation.updatedAt.toISOString(),
});

/** Columns that change after filing; they win over the JSON body. */
export const toCase = (row: CaseRow): Case => ({
  ...(JSON.parse(row.body) as Omit<Case, 'due' | 'receivedAt' | 'updatedAt' | 'status'>),
  status: row.status,
  due: new Date(row.due),
  receivedAt: new Date(row.received_at),
  updatedAt: new Date(row.updated_at),
});

export const fromCase = (filed: Case): CaseRow => {
  const { status, due, receivedAt, updatedAt, ...body } = filed;
  return {
    id: filed.id,
    receipt: filed.receipt,
    conversation_id: filed.conversationId,
    status,
    service: filed.service,
    department: filed.department,
    gu: filed.place?.gu ?? null,
    due: due.toISOString(),
    received_at: receivedAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    body: JSON.stringify(body),
  };
};

export const toCaseEvent = (row: CaseEventRow): CaseEvent => ({
  at: new Date(row.at),
  type: row.type,
  actor: row.actor,
  detail: JSON.parse(row.detail) as CaseEvent['detail'],
});

export const toOutboxRow = (row: OutboxTableRow): OutboxRow => ({
  id: row.id,
  caseId: row.case_id,
  department: row.department,
  connector: row.connector,
  payload: JSON.parse(row.payload) as OutboxRow['payload'],
  attempts: row.attempts,
});

export const toActivity = (body: string): Activity => JSON.parse(body) as Activity;

export const toCorrection = (row: CorrectionRow): Correction => ({
  id: row.id,
  caseId: row.case_id,
  text: row.text,
  language: row.language,
  from: row.from_service,
  to: row.to_service,
  agent: row.agent,
  at: new Date(row.at),
});

export const fromCorrection = (correction: Correction): CorrectionRow => ({
  id: correction.id,
  case_id: correction.caseId,
  text: correction.text,
  language: correction.language,
  from_service: correction.from,
  to_service: correction.to,
  agent: correction.agent,
  at: correction.at.toISOString(),
});
