import type { Localized } from '../language/language';

/** An office that can receive a case. */
export interface Department {
  /** `songpa-gu.road`, `seoul.bus-policy`, `agency.seoul-metro`. */
  readonly id: string;
  readonly names: Localized;
  /** Korean name of its district; absent for city bureaus and agencies. */
  readonly gu?: string;
  /** How cases reach it: names a connector. */
  readonly connector: string;
}

/** The id that a rule's department reference stands for; undefined where it needs a district and none is known. */
export function departmentId(reference: string, guSlug: string | undefined): string | undefined {
  const [level, name = ''] = reference.split(':');
  if (level === 'city') return `seoul.${name}`;
  if (level === 'agency') return `agency.${name}`;
  return guSlug === undefined ? undefined : `${guSlug}.${name}`;
}
