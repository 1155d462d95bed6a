import { type IdentityCheck, noCheck } from '../../domain/account/identity-check.ts';
import type { Call } from '../../domain/call/call.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Seat } from '../../domain/seat/seat.ts';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import type { User } from '../../domain/user/user.ts';
import { callRow, identityRow, type Stored, seatRow, settingsId, settingsRow, ticketRow, userRow } from './rows.ts';
import type { Db } from './schema.ts';

const stored = <T, Row extends { revision: number }>(form: { fromRow(row: Row): T }, row: Row): Stored<T> => ({
  ...form.fromRow(row),
  revision: row.revision,
});

/** @throws {Refusal} not_found */
export const findCall = async (db: Db, id: string): Promise<Stored<Call>> => {
  const row = await db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not_found', { what: id });
  return stored(callRow, row);
};

/** @throws {Refusal} not_found */
export const findTicket = async (db: Db, number: string): Promise<Stored<Ticket>> => {
  const row = await db.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirst();
  if (!row) throw new Refusal('not_found', { what: number });
  return stored(ticketRow, row);
};

/**
 * A user by id or by name.
 * @throws {Refusal} not_found
 */
export const findUser = async (db: Db, key: string): Promise<Stored<User>> => {
  const row = await db
    .selectFrom('users')
    .selectAll()
    .where(({ or, eb }) => or([eb('id', '=', key), eb('name', '=', key)]))
    .executeTakeFirst();
  if (!row) throw new Refusal('not_found', { what: key });
  return stored(userRow, row);
};

export const findSeat = async (db: Db, id: string): Promise<Stored<Seat> | undefined> => {
  const row = await db.selectFrom('seats').selectAll().where('id', '=', id).executeTakeFirst();
  return row && stored(seatRow, row);
};

/** Calls at or ringing at a seat, oldest first. */
export const callsAtSeat = async (db: Db, seat: string): Promise<Stored<Call>[]> => {
  const rows = await db
    .selectFrom('calls')
    .selectAll()
    .where('seat', '=', seat)
    .where('state', 'in', ['offered', 'active', 'held', 'wrap-up'])
    .orderBy('state_since')
    .execute();
  return rows.map((row) => stored(callRow, row));
};

/** What of identity was checked in a call; nothing yet, at revision 0, when it was not. */
export const findIdentity = async (db: Db, call: string): Promise<Stored<IdentityCheck>> => {
  const row = await db.selectFrom('identity_checks').selectAll().where('call', '=', call).executeTakeFirst();
  return row ? stored(identityRow, row) : { ...noCheck(call), revision: 0 };
};

export const currentSettings = async (db: Db): Promise<Settings> => {
  const row = await db.selectFrom('settings').selectAll().where('id', '=', settingsId).executeTakeFirst();
  return row ? settingsRow.fromRow(row) : defaultSettings;
};
