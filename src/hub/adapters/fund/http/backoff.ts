const firstMs = 100;
const longestMs = 1000;

/**
 * Milliseconds before the next attempt: full jitter, doubling, so that a room of seats does not come back in one wave; and not before
 * the fund said it may be asked again.
 * @param attempt how many there were before, from 0 @param random from 0 to below 1
 */
export const pauseBefore = (attempt: number, random: number, retryAfterMs = 0): number =>
  retryAfterMs + random * Math.min(longestMs, firstMs * 2 ** attempt);
