import type { CallView } from '../../../contract/shapes/call.ts';
import type { UserView } from '../../../contract/shapes/user.ts';
import { notOwnStates } from '../../../domain/call/call.ts';

/** Who steers the line sees its tickets; everybody else their own. */
export const seesAllTickets = (me: Pick<UserView, 'role'> | undefined): boolean =>
  me?.role === 'supervisor' || me?.role === 'admin';

/** Whose tickets the seat of a person lists. */
export const listedTickets = (me: UserView): { mine?: 'true' } => (seesAllTickets(me) ? {} : { mine: 'true' });

/** Whether a call makes its ticket one of this person's own: it is, or was last, at their seat, and they did not give it back. */
export const isOwnCall = ({ me }: { readonly me: UserView | undefined }, call: CallView | undefined): boolean =>
  call !== undefined && me !== undefined && call.seat?.id === me.id && !notOwnStates.includes(call.state);
