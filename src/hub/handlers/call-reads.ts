import { sql } from 'kysely';
import { workingCalendar } from '../../domain/calendar/working-calendar.ts';
import { finalStates, seatedStates } from '../../domain/call/call.ts';
import { Refusal } from '../../domain/refusal.ts';
import { renewLease } from '../leases.ts';
import { queueOrder } from '../queue.ts';
import type { ReadHandlers } from '../services.ts';
import { currentSettings, findCall, findTicket } from '../store/records.ts';
import { callRow } from '../store/rows.ts';
import { callView, namesInCall, ticketView } from '../views/views.ts';
import { seesCall } from '../visibility.ts';

export const callReads: ReadHandlers<'calls.list' | 'calls.show'> = {
  'calls.list': async ({ db, user, query, services }) => {
    const settings = await currentSettings(db);
    let rows = db.selectFrom('calls').selectAll();
    if (query.state) rows = rows.where('state', '=', query.state);
    else rows = rows.where('state', 'in', ['waiting', 'offered', 'active', 'held', 'wrap-up']);
    if (query.mine) rows = rows.where('seat', '=', user.id);
    if (query.domain) rows = rows.where('domain', '=', query.domain);
    if (user.role === 'frontline') rows = rows.where('transferred_by', '=', user.id);
    else if (user.role === 'expert' && user.skills.length > 0) {
      rows = rows.where(({ or, eb }) => or([eb('seat', '=', user.id), eb('domain', 'in', user.skills)]));
    }
    if (query.state && finalStates.includes(query.state)) {
      // Calls that are over: newest first. Ids are in order of time.
      if (query.after) rows = rows.where('id', '<', query.after);
      rows = rows.orderBy('id', 'desc');
    } else {
      const order = queueOrder(settings);
      if (query.after)
        rows = rows.where(sql<boolean>`(${order}) > (select ${order} from calls where id = ${query.after})`);
      rows = rows.orderBy(order);
    }
    const found = await rows.limit(query.limit + 1).execute();
    const page = found.slice(0, query.limit).map((row) => ({ ...callRow.fromRow(row), revision: row.revision }));
    await services.names.load(db, page.flatMap(namesInCall));
    const next = found.length > query.limit ? page.at(-1)?.id : undefined;
    return { calls: page.map((call) => callView(call, services.names)), ...(next && { next }) };
  },

  'calls.show': async ({ db, user, params, services }) => {
    const call = await findCall(db, params.id);
    if (!seesCall(user, call)) throw new Refusal('not_found', { what: params.id });
    const ticket = await findTicket(db, call.ticket);
    const settings = await currentSettings(db);
    if (call.seat === user.id && seatedStates.includes(call.state)) {
      await services.writer.write((work) => renewLease(work, call.id, user.id, settings));
    }
    await services.names.load(db, [...namesInCall(call), ticket.handledBy]);
    return {
      call: callView(call, services.names),
      ticket: ticketView(ticket, services.names, workingCalendar(settings.calendar)),
    };
  },
};
