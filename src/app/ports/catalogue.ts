import type { Period } from '../../domain/deadline/deadline';
import type { WorkingCalendar } from '../../domain/deadline/working-calendar';
import type { Language } from '../../domain/language/language';
import type { Department } from '../../domain/routing/department';
import type { RuleSet } from '../../domain/routing/route';
import type { Service } from '../../domain/service/service';

/** The validated content of intents/ and routing-rules/. */
export interface Catalogue {
  readonly services: ReadonlyMap<string, Service>;
  readonly departments: ReadonlyMap<string, Department>;
  readonly rules: RuleSet;
  readonly calendar: WorkingCalendar;
  /** The period that a legal kind stands for; undefined for an unknown kind. */
  period(kind: string): Period | undefined;
  /** A Korean gu name in another language. */
  guName(gu: string, language: Language): string;
  /** A station's or landmark's Korean name in another language; itself where it has none. */
  spotName(name: string, language: Language): string;
  /** A Korean legal-dong name in another language. */
  dongName(gu: string, dong: string, language: Language): string;
}

/** The sentences of locales/. */
export interface Phrases {
  /** @throws where the key does not exist: a missing sentence is a defect, not an answer. */
  say(language: Language, key: string, values?: Readonly<Record<string, string | number>>): string;
  /** Every sentence whose key begins with `prefix`, without it: what a page in the browser needs. */
  sentences(language: Language, prefix: string): Readonly<Record<string, string>>;
  /** Lists of words, such as the ways to say yes. */
  words(language: Language, key: string): readonly string[];
}
