import { presentByCommand } from '../leases.ts';
import { declareSeat, unknownSeat } from '../seats.ts';
import type { MutationHandlers, ReadHandlers } from '../services.ts';
import { callsAtSeat, findSeat } from '../store/records.ts';
import { callRow, seatRow } from '../store/rows.ts';
import { seatView } from '../views/views.ts';

export const seatReads: ReadHandlers<'seat.show' | 'seats.list'> = {
  'seat.show': async ({ db, user, services }) => {
    const seat = (await findSeat(db, user.id)) ?? unknownSeat(user.id, services.clock());
    await services.names.load(db, [user.id]);
    return { seat: seatView(seat, await callsAtSeat(db, user.id), services.names) };
  },

  'seats.list': async ({ db, services }) => {
    const rows = await db.selectFrom('seats').selectAll().orderBy('id').execute();
    const calls = await db
      .selectFrom('calls')
      .selectAll()
      .where('state', 'in', ['active', 'held', 'wrap-up'])
      .execute();
    const seated = Map.groupBy(calls.map(callRow.fromRow), (call) => call.seat);
    await services.names.load(
      db,
      rows.map(({ id }) => id),
    );
    const seats = rows.map((row) => ({ ...seatRow.fromRow(row), revision: row.revision }));
    return { seats: seats.map((seat) => seatView(seat, seated.get(seat.id) ?? [], services.names)) };
  },
};

export const seatWork: MutationHandlers<'seat.change'> = {
  'seat.change': async ({ work, user, body, settings, services }) => {
    const reason = body.state === 'not-ready' ? (body.reason ?? null) : null;
    const seat = await declareSeat(work, user.id, { declared: body.state, reason }, user.id);
    // Said by a command, without a screen: present for as long as a command's lease.
    if (body.state !== 'offline') await presentByCommand(work, user.id, settings);
    await services.names.load(work.db, [user.id]);
    return { seat: seatView(seat, await callsAtSeat(work.db, user.id), services.names) };
  },
};
