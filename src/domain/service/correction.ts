import type { UtteranceLanguage } from '../language/language';

/** An agent's word on what a complaint was really about: a labelled example for the classifier. */
export interface Correction {
  readonly id: string;
  readonly caseId: string;
  /** The citizen's words without personal data. */
  readonly text: string;
  readonly language: UtteranceLanguage;
  /** The service the complaint was filed under. */
  readonly from: string;
  /** The service it is about. */
  readonly to: string;
  readonly agent: string;
  readonly at: Date;
}
