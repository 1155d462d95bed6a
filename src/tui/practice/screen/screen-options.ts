import type { OpenSeatOptions } from '../../open-seat-options.ts';

/** What every screen of practice is opened with, as the seat is. */
export type ScreenOptions = Pick<
  OpenSeatOptions,
  'language' | 'color' | 'terminal' | 'preferences' | 'stdin' | 'stdout' | 'env'
>;
