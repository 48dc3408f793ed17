import type { TextSpan } from '../text-span';

/** A time that a citizen named, resolved against the moment of the message. Times are ISO 8601 with `+09:00`. */
export interface TimeReference {
  /** First moment that is meant; absent where only a repetition was named ("every night"). */
  readonly from?: string;
  /** End of a stated stretch, exclusive. */
  readonly to?: string;
  readonly grain: 'minute' | 'hour' | 'part-of-day' | 'day' | 'week' | 'month' | 'year';
  /** It began then and still goes on: "since Monday", `지난주부터`, `三天没人收`. */
  readonly ongoing: boolean;
  /** "around 11", `11시쯤`, `大概`. */
  readonly approximate: boolean;
  /** What repeats: "every night after 11" is every `day` from `23:00`. */
  readonly recurrence?: {
    readonly every: 'day' | 'weekday' | 'weekend' | 'week' | 'month';
    /** 0 = Sunday. */
    readonly weekdays?: readonly number[];
    /** `HH:MM` in Seoul. */
    readonly after?: string;
    readonly before?: string;
  };
}

/** A thing of a known form that a citizen named. `text` is as it was written. */
export type Entity = TextSpan & { readonly text: string } & (
    | { readonly kind: 'time'; readonly value: TimeReference }
    /** Vehicle plate without spaces: `12가3456`, `서울12가3456`. */
    | { readonly kind: 'plate'; readonly value: string }
    /** E.164: `+821012345678`. */
    | { readonly kind: 'phone'; readonly value: string }
    /** A receipt number of ours (`2026-0312-00042-7`). */
    | { readonly kind: 'receipt-number'; readonly value: string }
    /** A number on a thing: lamp post, kickboard or bicycle (QR), machine, bus stop (ARS). */
    | { readonly kind: 'device-number'; readonly value: string }
    /** A bus by its number: `146`, `N26`, `강남01`. */
    | { readonly kind: 'bus'; readonly value: string }
    /** A line of the metro: `2호선`, `신분당선`. */
    | { readonly kind: 'subway-line'; readonly value: string }
    /** Won. */
    | { readonly kind: 'money'; readonly value: number }
    /** How many of what: `3`, `대`. */
    | { readonly kind: 'count'; readonly value: number; readonly unit: string }
  );
