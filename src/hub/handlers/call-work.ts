import { v7 as uuid } from 'uuid';
import type { EventType } from '../../domain/audit/event-type.ts';
import { workingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Call, hasOrHad, seatedStates } from '../../domain/call/call.ts';
import * as rules from '../../domain/call/call-rules.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Settings } from '../../domain/settings.ts';
import { ticketDay, ticketNumber } from '../../domain/ticket/ticket-number.ts';
import { forgetOwnDraft } from '../drafts.ts';
import { dropLease, renewLease } from '../leases.ts';
import { waitingFor } from '../queue.ts';
import { anewSince, declareSeat, withdraw } from '../seats.ts';
import type { MutationHandlers, MutationName } from '../services.ts';
import { nextPlace } from '../store/counter.ts';
import { callsAtSeat, findCall, findTicket } from '../store/records.ts';
import type { Stored } from '../store/rows.ts';
import { saveCall, saveTicket } from '../store/save.ts';
import type { Work } from '../store/work.ts';
import type { Names } from '../views/names.ts';
import { callView, namesInCall, ticketView } from '../views/views.ts';

/** @throws {Refusal} unknown_domain */
const requireDomain = (settings: Settings, domain: string): void => {
  const known = settings.domains.map(({ id }) => id);
  if (!known.includes(domain))
    throw new Refusal('unknown_domain', { field: 'domain', domain, known: known.join(', ') });
};

const view = async (work: Work, call: Stored<Call>, names: Names) => {
  await names.load(work.db, namesInCall(call));
  return callView(call, names);
};

const withTicket = async (work: Work, call: Stored<Call>, names: Names, settings: Settings) => {
  const ticket = await findTicket(work.db, call.ticket);
  await names.load(work.db, [...namesInCall(call), ticket.handledBy]);
  return { call: callView(call, names), ticket: ticketView(ticket, names, workingCalendar(settings.calendar)) };
};

/** Gives a call to a seat, whose wrap-ups thereby end; what else rings there rings elsewhere. */
const seatCall = async (
  work: Work,
  call: Call,
  actor: rules.Actor,
  settings: Settings,
  live: boolean,
): Promise<Stored<Call>> => {
  const taken = rules.take(call, actor, work.now);
  for (const other of await callsAtSeat(work.db, actor.id)) {
    if (other.state === 'offered' && other.id !== call.id) await withdraw(work, other, actor.id);
    if (other.state !== 'wrap-up') continue;
    await saveCall(work, rules.finish(other, work.now), {
      type: 'call.ended',
      actor: actor.id,
      data: { by: 'next-call' },
    });
    await dropLease(work, other.id);
  }
  const waited = work.now - call.queuedAt;
  const saved = await saveCall(work, taken, { type: 'call.taken', actor: actor.id, data: { waitedMs: waited } });
  await renewLease(work, call.id, actor.id, settings, live);
  return saved;
};

/** The call under its seat's command, kept or let go of by its lease. */
const settle = async (
  work: Work,
  call: Call,
  seat: string,
  settings: Settings,
  happening: { type: EventType; data?: Record<string, string | number | null> },
  actor: string,
): Promise<Stored<Call>> => {
  const saved = await saveCall(work, call, { ...happening, actor });
  if (call.seat === seat && seatedStates.includes(call.state)) {
    await renewLease(work, call.id, seat, settings);
  } else {
    await dropLease(work, call.id);
  }
  return saved;
};

export const callWork: MutationHandlers<Extract<MutationName, `calls.${string}`>> = {
  'calls.transfer': async ({ work, user, body, settings, services }) => {
    requireDomain(settings, body.domain);
    const day = ticketDay(work.now);
    const number = ticketNumber(settings.numberPrefix, day, await nextPlace(work, `ticket ${day}`));
    const id = uuid();
    const { phone, name, question, domain } = body;
    const shared = { domain, topic: body.topic ?? null, phone, name, question };
    const call = await saveCall(
      work,
      {
        ...shared,
        id,
        state: 'waiting',
        priority: body.priority,
        tried: body.tried ?? null,
        from: body.from ?? null,
        transferredBy: user.id,
        ticket: number,
        queuedAt: work.now,
        front: false,
        seat: null,
        stateSince: work.now,
        takenAt: null,
        endedAt: null,
        notes: [],
      },
      { type: 'call.transferred', actor: user.id, data: { domain, priority: body.priority } },
    );
    await saveTicket(
      work,
      {
        ...shared,
        number,
        call: id,
        state: 'open',
        category: null,
        answer: null,
        articles: [],
        sms: null,
        unit: null,
        reason: null,
        urgency: null,
        deadline: null,
        openedAt: work.now,
        handledAt: null,
        handledBy: null,
      },
      { type: 'ticket.opened', actor: user.id },
    );
    return withTicket(work, call, services.names, settings);
  },

  'calls.take-next': async ({ work, user, body, settings, services }) => {
    const own = await callsAtSeat(work.db, user.id);
    // A seat in a call asks again because the reply was lost: the same call, never a second one.
    const active = own.find(({ state }) => state === 'active');
    if (active) {
      await renewLease(work, active.id, user.id, settings, body.live);
      return withTicket(work, active, services.names, settings);
    }
    const next =
      own.find(({ state }) => state === 'offered') ?? (await waitingFor(work.db, user.skills, settings, 1))[0];
    if (!next) throw new Refusal('nothing_waiting');
    const call = await seatCall(work, next, user, settings, body.live);
    return withTicket(work, call, services.names, settings);
  },

  'calls.take': async ({ work, user, params, body, settings, services }) => {
    const call = await findCall(work.db, params.id);
    if (call.seat === user.id && call.state === 'active') {
      await renewLease(work, call.id, user.id, settings, body.live);
      return withTicket(work, call, services.names, settings);
    }
    const active = (await callsAtSeat(work.db, user.id)).find(({ state }) => state === 'active');
    if (active) {
      // Somebody else's call is the plainer reason.
      rules.take(call, user, work.now);
      throw new Refusal('seat_busy', { call: active.id });
    }
    const taken = await seatCall(work, call, user, settings, body.live);
    return withTicket(work, taken, services.names, settings);
  },

  'calls.decline': async ({ work, user, params, services }) => {
    const call = await findCall(work.db, params.id);
    if (call.seat !== user.id) throw new Refusal('not_your_call', { call: call.id });
    const saved = await withdraw(work, call, user.id);
    await declareSeat(work, user.id, { declared: 'not-ready', reason: 'missed-offer' }, user.id);
    return { call: await view(work, saved, services.names) };
  },

  'calls.hold': async ({ work, user, params, settings, services }) => {
    const call = rules.hold(await findCall(work.db, params.id), user, work.now);
    const saved = await settle(work, call, user.id, settings, { type: 'call.held' }, user.id);
    return { call: await view(work, saved, services.names) };
  },

  'calls.resume': async ({ work, user, params, settings, services }) => {
    const call = rules.resume(await findCall(work.db, params.id), user, work.now);
    const active = (await callsAtSeat(work.db, user.id)).find(({ state }) => state === 'active');
    if (active) throw new Refusal('seat_busy', { call: active.id });
    const saved = await settle(work, call, user.id, settings, { type: 'call.resumed' }, user.id);
    return { call: await view(work, saved, services.names) };
  },

  'calls.end': async ({ work, user, params, settings, services }) => {
    const before = await findCall(work.db, params.id);
    const ticket = await findTicket(work.db, before.ticket);
    const call = rules.end(before, user, ticket.state === 'open', work.now);
    const type = call.state === 'wrap-up' ? 'call.wrap-up' : 'call.ended';
    const saved = await settle(work, call, before.seat ?? user.id, settings, { type }, user.id);
    return { call: await view(work, saved, services.names) };
  },

  'calls.return': async ({ work, user, params, body, settings, services }) => {
    const call = rules.returnToFrontLine(await findCall(work.db, params.id), user, body.note, work.now);
    const saved = await settle(work, call, user.id, settings, { type: 'call.returned' }, user.id);
    await forgetOwnDraft(work, call.id, user.id);
    return { call: await view(work, saved, services.names) };
  },

  'calls.abandon': async ({ work, user, params, body, services }) => {
    const before = await findCall(work.db, params.id);
    if (user.role === 'frontline' && before.transferredBy !== user.id)
      throw new Refusal('not_found', { what: params.id });
    const call = rules.abandon(before, user, body.note ?? null, work.now);
    const saved = await saveCall(work, call, { type: 'call.abandoned', actor: user.id });
    return { call: await view(work, saved, services.names) };
  },

  'calls.move': async ({ work, user, params, body, settings, services }) => {
    requireDomain(settings, body.domain);
    const before = await findCall(work.db, params.id);
    const call = rules.moveToDomain(before, user, body.domain, body.note ?? null, work.now);
    const data = { from: before.domain, to: body.domain };
    const saved = await settle(work, call, before.seat ?? user.id, settings, { type: 'call.moved', data }, user.id);
    if (before.seat !== null && before.state !== 'offered') await anewSince(work, before.seat, user.id);
    // Only who moves it themselves has said what becomes of what they wrote.
    if (before.seat === user.id) await forgetOwnDraft(work, call.id, user.id);
    return { call: await view(work, saved, services.names) };
  },

  'calls.reveal': async ({ work, user, params, body, settings }) => {
    const call = await findCall(work.db, params.id);
    if (user.role === 'frontline' && call.transferredBy !== user.id)
      throw new Refusal('not_found', { what: params.id });
    if (user.role === 'expert' && !hasOrHad(call, user.id)) throw new Refusal('not_your_call', { call: call.id });
    await saveCall(work, call, { type: 'call.phone-revealed', actor: user.id, data: { reason: body.reason } });
    if (call.seat === user.id && seatedStates.includes(call.state)) {
      await renewLease(work, call.id, user.id, settings);
    }
    return { phone: call.phone };
  },
};
