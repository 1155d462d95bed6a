import type { Say } from '../words/words.ts';
import type { SeatModel } from './model.ts';

/** Whether everything here is an exercise. */
export const isPractice = ({ mode }: Pick<SeatModel, 'mode'>): boolean => mode === 'practice';

/** A text that leaves the seat; that of an exercise begins with a line that says so, and is never taken for a citizen's. */
export const markedAsPractice = (model: Pick<SeatModel, 'mode'>, text: string, say: Say): string =>
  isPractice(model) && text.trim() !== '' ? `${say('practice.mark')}\n${text}` : text;
