import type { UserView } from '../../../contract/shapes/user.ts';

/** Who steers the line sees its tickets; everybody else their own. */
export const seesAllTickets = (me: Pick<UserView, 'role'> | undefined): boolean =>
  me?.role === 'supervisor' || me?.role === 'admin';

/** Whose tickets the seat of a person lists. */
export const listedTickets = (me: UserView): { mine?: 'true' } => (seesAllTickets(me) ? {} : { mine: 'true' });
