/** One of the 25 districts of Seoul by its Korean name, e.g. `강남구`. */
export type Gu = string;

/** A place in Seoul as far as it is known. */
export interface Place {
  readonly gu: Gu;
  /** Legal dong (법정동) in Korean, if known. */
  readonly dong?: string;
  /** What was recognised, in Korean: `강남역 11번 출구`, `대림동`. */
  readonly label: string;
  /** How exact it is: a spot can be found on foot, a dong or a gu cannot. */
  readonly precision: 'spot' | 'dong' | 'gu';
}

/** The place that a text names. */
export type PlaceFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly place: Place }
  /** Several places bear the name: ask which. */
  | { readonly kind: 'ambiguous'; readonly text: string; readonly candidates: readonly Place[] }
  /** Recognised, but not in Seoul; `where` in Korean. */
  | { readonly kind: 'outside'; readonly where: string };
