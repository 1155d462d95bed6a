/** Longer than this no fund means seriously; the screen then says when it is asked for. */
const longestMs = 3_600_000;

/** Milliseconds that a Retry-After header asks for: seconds, or an HTTP date (RFC 9110, 10.2.3); undefined when it says nothing. */
export const retryAfterMs = (header: string | string[] | undefined, wallMs: number): number | undefined => {
  const text = typeof header === 'string' ? header.trim() : '';
  const ms = /^\d{1,9}$/.test(text)
    ? Number(text) * 1000
    : /^[A-Z][a-z]{2},/.test(text)
      ? Date.parse(text) - wallMs
      : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(longestMs, Math.max(0, ms));
};
