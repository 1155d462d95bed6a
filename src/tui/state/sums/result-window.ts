import { withOverlay } from '../desk.ts';
import type { SeatModel } from '../model.ts';

/** Whether what a sum gave has the keys. */
export const readsResult = ({ overlay }: SeatModel): boolean => overlay?.kind === 'form' && overlay.reads === true;

/** Hands the keys to what the sum gave, from its first line on, or back to the fields. */
export const readResult = (model: SeatModel, reads: boolean): SeatModel =>
  model.overlay?.kind === 'form' ? withOverlay(model, { ...model.overlay, reads, scroll: 0 }) : model;

/** `most`: as far as it scrolls. */
export const scrollResult = (model: SeatModel, by: number, most: number): SeatModel => {
  const { overlay } = model;
  if (overlay?.kind !== 'form') return model;
  const scroll = Math.max(0, Math.min(Math.min(overlay.scroll ?? 0, most) + by, most));
  return withOverlay(model, { ...overlay, scroll });
};
