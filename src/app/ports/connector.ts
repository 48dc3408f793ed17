/** What became of an attempt to hand a case to a department. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly reference?: string }
  /** They read it and said no: trying again will not help. */
  | { readonly kind: 'refused'; readonly error: string }
  /** They were not reached, or could not answer: try again. */
  | { readonly kind: 'unreachable'; readonly error: string };

/** One way out to departments. */
export interface Connector {
  /**
   * Hands over one case.
   * @param idempotencyKey the same for every attempt at the same delivery
   */
  deliver(delivery: {
    readonly idempotencyKey: string;
    readonly department: string;
    readonly payload: Readonly<Record<string, unknown>>;
  }): Promise<DeliveryOutcome>;
}
