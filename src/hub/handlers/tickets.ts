import { dispatchDeadline } from '../../domain/calendar/deadline.ts';
import { workingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Call, seatedStates } from '../../domain/call/call.ts';
import { finish } from '../../domain/call/call-rules.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Ticket } from '../../domain/ticket/ticket.ts';
import { close, dispatch } from '../../domain/ticket/ticket-rules.ts';
import { forgetDrafts } from '../drafts.ts';
import { dropLease, renewLease } from '../leases.ts';
import { ownNumbers } from '../own-tickets.ts';
import type { MutationHandlers, ReadHandlers } from '../services.ts';
import { currentSettings, findCall, findTicket } from '../store/records.ts';
import { type Stored, ticketRow } from '../store/rows.ts';
import { saveCall, saveTicket } from '../store/save.ts';
import type { Work } from '../store/work.ts';
import type { Names } from '../views/names.ts';
import { eventView, ticketView } from '../views/views.ts';
import { seesCall } from '../visibility.ts';

export const ticketReads: ReadHandlers<'tickets.list' | 'tickets.show'> = {
  'tickets.list': async ({ db, user, query, services }) => {
    const settings = await currentSettings(db);
    let rows = db.selectFrom('tickets').innerJoin('calls', 'calls.id', 'tickets.call').selectAll('tickets');
    if (query.state) rows = rows.where('tickets.state', '=', query.state);
    if (query.since) rows = rows.where('tickets.opened_at', '>=', Date.parse(query.since));
    if (query.until) rows = rows.where('tickets.opened_at', '<', Date.parse(query.until));
    if (user.role === 'frontline') rows = rows.where('calls.transferred_by', '=', user.id);
    else if (user.role === 'expert' && user.skills.length > 0) {
      rows = rows.where(({ or, eb }) => or([eb('calls.seat', '=', user.id), eb('calls.domain', 'in', user.skills)]));
    }
    const newest = query.order === 'newest';
    const { after, limit } = query;
    if (query.mine) {
      rows = rows.where('tickets.number', 'in', ownNumbers(db, rows, user.id, { after, newest, limit: limit + 1 }));
    } else if (after) {
      rows = rows.where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('tickets.opened_at', 'tickets.number'),
          newest ? '<' : '>',
          selectFrom('tickets as last')
            .select(['last.opened_at', 'last.number'])
            .where('last.number', '=', after)
            .$asTuple('opened_at', 'number'),
        ),
      );
    }
    const direction = newest ? 'desc' : 'asc';
    // Own tickets are paged by their numbers, which are given in the order in which tickets are opened.
    const ordered = query.mine ? rows : rows.orderBy('tickets.opened_at', direction);
    const found = await ordered
      .orderBy('tickets.number', direction)
      .limit(limit + 1)
      .execute();
    const page = found.slice(0, limit).map((row) => ({ ...ticketRow.fromRow(row), revision: row.revision }));
    const { names } = services;
    await names.load(
      db,
      page.map((ticket) => ticket.handledBy),
    );
    const next = found.length > limit ? page.at(-1)?.number : undefined;
    const calendar = workingCalendar(settings.calendar);
    return { tickets: page.map((ticket) => ticketView(ticket, names, calendar)), ...(next && { next }) };
  },

  'tickets.show': async ({ db, user, params, services }) => {
    const ticket = await findTicket(db, params.number);
    const call = await findCall(db, ticket.call);
    if (!seesCall(user, call)) throw new Refusal('not_found', { what: params.number });
    const settings = await currentSettings(db);
    if (call.seat === user.id && seatedStates.includes(call.state)) {
      await services.writer.write((work) => renewLease(work, call.id, user.id, settings));
    }
    const history = await db
      .selectFrom('events')
      .selectAll()
      .where('ticket', '=', ticket.number)
      .orderBy('seq')
      .execute();
    const { names } = services;
    await names.load(db, [ticket.handledBy, ...history.map((event) => event.actor)]);
    return {
      ticket: ticketView(ticket, names, workingCalendar(settings.calendar)),
      history: history.map((event) => eventView(event, names)),
    };
  },
};

/** Shows the ticket as done, and ends its call when it is still at a seat, unless the conversation goes on. */
const finishTicket = async (
  work: Work,
  ticket: Stored<Ticket>,
  call: Call,
  actor: string,
  keepCall: boolean,
  settings: Settings,
  names: Names,
) => {
  if (seatedStates.includes(call.state)) {
    if (keepCall && call.state !== 'wrap-up') await renewLease(work, call.id, call.seat!, settings);
    else {
      await saveCall(work, finish(call, work.now), { type: 'call.ended', actor, data: { by: 'ticket' } });
      await dropLease(work, call.id);
    }
  }
  await forgetDrafts(work, call.id);
  await names.load(work.db, [ticket.handledBy]);
  return { ticket: ticketView(ticket, names, workingCalendar(settings.calendar)) };
};

const known = async (work: Work, number: string): Promise<{ ticket: Ticket; call: Call }> => {
  const { revision: _, ...ticket } = await findTicket(work.db, number);
  const { revision: __, ...call } = await findCall(work.db, ticket.call);
  return { ticket, call };
};

export const ticketWork: MutationHandlers<'tickets.close' | 'tickets.dispatch'> = {
  'tickets.close': async ({ work, user, params, body, settings, services }) => {
    const { ticket, call } = await known(work, params.number);
    const { category, answer, articles, topic = ticket.topic, sms = null } = body;
    const closed = close(ticket, call, user, { category, topic, answer, articles, sms }, work.now);
    const data = { category, topic, articles, sms: sms !== null };
    const saved = await saveTicket(work, closed, { type: 'ticket.closed', actor: user.id, data });
    return finishTicket(work, saved, call, user.id, body.keepCall, settings, services.names);
  },

  'tickets.dispatch': async ({ work, user, params, body, settings, services }) => {
    const { ticket, call } = await known(work, params.number);
    const calendar = workingCalendar(settings.calendar);
    const deadline = dispatchDeadline(new Date(work.now), body.urgency, calendar, settings.dispatchLimits).getTime();
    const { unit, reason, urgency, category = null, topic = ticket.topic, answer = null } = body;
    const order = { unit, reason, urgency, deadline, category, topic, answer };
    const dispatched = dispatch(ticket, call, user, order, work.now);
    const data = { unit, urgency, deadline, topic };
    const saved = await saveTicket(work, dispatched, { type: 'ticket.dispatched', actor: user.id, data });
    return finishTicket(work, saved, call, user.id, body.keepCall, settings, services.names);
  },
};
