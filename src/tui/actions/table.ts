import type { Action, Context } from './action.ts';
import { callActions } from './call-actions.ts';
import { overlayActions } from './overlay-actions.ts';
import { queueActions } from './queue-actions.ts';
import { screenActions } from './screen-actions.ts';
import { seatActions } from './seat-actions.ts';
import { ticketActions } from './ticket-actions.ts';

/** Everything a person can do at the seat screen, once. */
export const actions: readonly Action[] = [
  ...screenActions,
  ...queueActions,
  ...callActions,
  ...ticketActions,
  ...seatActions,
  ...overlayActions,
];

/** The actions of a place. */
export const actionsIn = (context: Context): readonly Action[] => actions.filter(({ where }) => where === context);
