/** Why a fund gave no answer that can be shown. Each is a state that the screen and the exit code tell. */
export const fundFaults = [
  /** No answer in time. */
  'late',
  /** No connection, or it broke. */
  'unreachable',
  /** It said that it cannot now (5xx), or asked for patience (429). */
  'failing',
  'busy',
  /** It does not accept our questions: signature, certificate, rights. */
  'denied',
  /** What came is not what was agreed: not readable, too large, a field or code that is none. Nothing of it is shown. */
  'garbled',
  /** Too many questions failed; it is left alone for a while. */
  'resting',
] as const;
export type FundFault = (typeof fundFaults)[number];
