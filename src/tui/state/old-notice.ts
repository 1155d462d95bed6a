import type { Notice, SeatModel } from './model.ts';

/**
 * So long a notice is left to be seen, however fast somebody goes on. What answers a key (`info`) is read, or of no use, by the next one;
 * the kinds that are not here wait for an action.
 */
const seenAfterMs: Partial<Record<Notice['kind'], number>> = { info: 0, done: 1000, refused: 3000 };

/** Who goes on has read it, and it may be true no longer. */
export const withoutOldNotice = (model: SeatModel, now: number): SeatModel => {
  const { notice } = model;
  const wait = notice && seenAfterMs[notice.kind];
  return wait === undefined || now - notice!.at < wait ? model : { ...model, notice: undefined };
};

export const withoutNotice = (model: SeatModel): SeatModel => (model.notice ? { ...model, notice: undefined } : model);

/** What was done is taken back. */
export const withoutDone = (model: SeatModel): SeatModel =>
  model.notice?.kind === 'done' ? { ...model, notice: undefined } : model;
