import * as z from 'zod';
import { declaredStates, notReadyReasons, seatStates } from '../../domain/seat/seat.ts';
import { Instant } from './text.ts';

export const SeatView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(seatStates),
  declared: z.enum(declaredStates),
  reason: z.enum(notReadyReasons).nullable(),
  since: Instant,
  revision: z.number().int(),
});
export type SeatView = z.infer<typeof SeatView>;

/** What a person may declare; `missed-offer` is the hub's to say. */
export const SeatChange = z.strictObject({
  state: z.enum(declaredStates),
  reason: z.enum(['break', 'meal', 'training', 'meeting']).optional(),
});
