import type { Context } from '../context.ts';

export type Verdict = 'ok' | 'warn' | 'fail';

/** One line of the doctor: what was looked at, how it is, and what to do when it is not well. */
export interface Finding {
  check: string;
  status: Verdict;
  message: string;
  advice?: string;
}

export type Check = (context: Context) => Promise<Finding>;
