import type { TextSpan } from '../text-span';

/** One of the 25 districts of Seoul by its Korean name, e.g. `강남구`. */
export type Gu = string;

/** WGS 84, in degrees. */
export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

/** A place in Seoul as far as it is known. */
export interface Place {
  readonly gu: Gu;
  /** Legal dong (법정동) in Korean, if known. */
  readonly dong?: string;
  /** What was recognised, in Korean: `강남역 11번 출구`, `대림동`. */
  readonly label: string;
  /** How exact it is: a spot can be found on foot, a dong or a gu cannot. */
  readonly precision: 'spot' | 'dong' | 'gu';
  /** Where the citizen gave coordinates. */
  readonly point?: GeoPoint;
}

/** The place that a text names. */
export type PlaceFinding =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'found';
      readonly place: Place;
      /** 0..1; see `CONFIDENCE` in nlu/place: how often such a mention means this place. */
      readonly confidence: number;
      /** The words that name it. */
      readonly spans: readonly TextSpan[];
    }
  /** Several places bear the name: ask which. */
  | {
      readonly kind: 'ambiguous';
      readonly text: string;
      readonly candidates: readonly Place[];
      readonly spans: readonly TextSpan[];
    }
  /** Recognised, but not in Seoul; `where` in Korean. */
  | { readonly kind: 'outside'; readonly where: string };
