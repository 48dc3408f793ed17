import type { Localized } from '../language/language';

/** Who is responsible: the district, the city, an agency of the city, or somebody else altogether. */
export type ServiceLevel = 'gu' | 'city' | 'agency' | 'other';

/** How exactly the place must be known: a spot, only the district, or not at all. */
export type PlaceNeed = 'spot' | 'district' | 'none';

/** Open311 GeoReport v2 attribute datatypes. */
export const DATATYPES = [
  'string',
  'number',
  'datetime',
  'text',
  'singlevaluelist',
  'multivaluelist',
] as const;
export type Datatype = (typeof DATATYPES)[number];

export interface QuestionValue {
  readonly key: string;
  readonly name: Localized;
}

/** What a service asks of the citizen, in Open311 attribute terms. */
export interface Question {
  readonly code: string;
  readonly datatype: Datatype;
  readonly required: boolean;
  readonly description: Localized;
  /** The choices of a list; empty for the other datatypes. */
  readonly values: readonly QuestionValue[];
}

/** One of the services of the catalogue. */
export interface Service {
  readonly code: string;
  readonly field: string;
  readonly level: ServiceLevel;
  /** The legal kind: names a period of the legal clock (`deadline/kind.ts`). */
  readonly kind: string;
  readonly place: PlaceNeed;
  readonly names: Localized;
  /** Where the border to the neighbouring services lies; for editors. */
  readonly border: string;
  /** What the citizen is told at once: whom to turn to, or a fact that helps. */
  readonly answer?: Localized;
  readonly questions: readonly Question[];
}

/** Intents that are about the conversation itself, not about the city. */
export const CONVERSATIONAL_INTENTS = [
  'greeting',
  'thanks',
  'help',
  'agent-request',
  'case-status',
  'cancel',
  'change-language',
  'abuse',
  'emergency',
  'out-of-scope',
] as const;
export type ConversationalIntent = (typeof CONVERSATIONAL_INTENTS)[number];

export const isConversationalIntent = (code: string): code is ConversationalIntent =>
  (CONVERSATIONAL_INTENTS as readonly string[]).includes(code);
