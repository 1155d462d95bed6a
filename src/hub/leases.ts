import { seatedStates } from '../domain/call/call.ts';
import type { Settings } from '../domain/settings.ts';
import type { Work } from './store/work.ts';

/** Whether a screen of this seat is connected now, to any hub. */
const isLive = async (work: Work, seat: string): Promise<boolean> => {
  const row = await work.db
    .selectFrom('presence')
    .select('seat')
    .where('seat', '=', seat)
    .where('connected', '=', 1)
    .where('until', '>', work.now)
    .executeTakeFirst();
  return row !== undefined;
};

const extend = async (work: Work, call: string, until: number): Promise<void> => {
  await work.db
    .insertInto('leases')
    .values({ call, until })
    .onConflict((conflict) => conflict.column('call').doUpdateSet({ until }).where('leases.until', '<', until))
    .execute();
};

/**
 * A command about a call keeps it at its seat: for a short while when the seat's screen is connected and will renew it, for long
 * when only commands speak for the expert. A lease is never made shorter.
 */
export const renewLease = async (
  work: Work,
  call: string,
  seat: string,
  settings: Settings,
  live = false,
): Promise<void> => {
  const seconds = live || (await isLive(work, seat)) ? settings.liveLeaseSeconds : settings.callLeaseSeconds;
  await extend(work, call, work.now + seconds * 1000);
};

export const dropLease = async (work: Work, call: string): Promise<void> => {
  await work.db.deleteFrom('leases').where('call', '=', call).execute();
};

/** Seat screens connected to this hub give a sign of life: they are present, and their calls stay with them. */
export const renewSeats = async (work: Work, seats: readonly string[], settings: Settings): Promise<void> => {
  const until = work.now + settings.liveLeaseSeconds * 1000;
  for (const seat of seats) {
    await work.db
      .insertInto('presence')
      .values({ seat, until, connected: 1 })
      .onConflict((conflict) => conflict.column('seat').doUpdateSet({ until, connected: 1 }))
      .execute();
  }
  const calls = await work.db
    .selectFrom('calls')
    .select('id')
    .where('seat', 'in', seats)
    .where('state', 'in', seatedStates)
    .execute();
  for (const { id } of calls) await extend(work, id, until);
};

/** A seat declared by a command, without a screen, is present for as long as a command's lease. */
export const presentByCommand = async (work: Work, seat: string, settings: Settings): Promise<void> => {
  const until = work.now + settings.callLeaseSeconds * 1000;
  // What a screen keeps alive is left alone, but not what a hub left behind that did not live to see the screen go.
  if (await isLive(work, seat)) return;
  await work.db
    .insertInto('presence')
    .values({ seat, until, connected: 0 })
    .onConflict((conflict) => conflict.column('seat').doUpdateSet({ until, connected: 0 }))
    .execute();
};

/** A seat's screen closed its connection. Its presence runs out by itself; it may be back in a moment. */
export const disconnectSeat = async (work: Work, seat: string): Promise<void> => {
  await work.db.updateTable('presence').set({ connected: 0 }).where('seat', '=', seat).execute();
};
