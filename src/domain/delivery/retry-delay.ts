const FIRST_MS = 1_000;
const LONGEST_MS = 10 * 60_000;

/**
 * How long to wait before the next attempt: doubling from one second to ten minutes, with "full jitter" over the
 * upper half so that departments coming back are not met by everybody at once.
 *
 * @param attempts failed attempts so far, at least 1
 * @param chance a number in [0, 1)
 * @returns milliseconds
 */
export function retryDelay(attempts: number, chance: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * chance);
}
