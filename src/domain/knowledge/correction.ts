import { Refusal } from '../refusal.ts';

export const correctionStates = ['open', 'accepted', 'declined'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** What someone at the line found wrong in a document, and what the centre said to it. Times are milliseconds since 1970. */
export interface Correction {
  readonly id: string;
  readonly document: string;
  /** The version that was read. */
  readonly version: number;
  /** The part of the article that it is about, such as 材料. */
  readonly part: string | null;
  readonly note: string;
  /** The ticket during which it was found. */
  readonly ticket: string | null;
  readonly filedBy: string;
  readonly filedAt: number;
  readonly state: CorrectionState;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
}

/** The centre's answer, given once. */
export const answerCorrection = (
  correction: Correction,
  verdict: Exclude<CorrectionState, 'open'>,
  answer: string,
  by: string,
  now: number,
): Correction => {
  const { id, state } = correction;
  if (state !== 'open') throw new Refusal('correction_state', { correction: id, state });
  return { ...correction, state: verdict, answer, answeredBy: by, answeredAt: now };
};
