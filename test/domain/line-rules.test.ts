import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, type CallState, callStates, finalStates } from '../../src/domain/call/call.ts';
import * as rules from '../../src/domain/call/call-rules.ts';
import { compareQueued, queueRank } from '../../src/domain/call/queue-order.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { distribute } from '../../src/domain/seat/distribution.ts';
import { seatState } from '../../src/domain/seat/seat.ts';
import { maskPhone } from '../../src/domain/text/mask.ts';
import type { Ticket } from '../../src/domain/ticket/ticket.ts';
import { ticketDay, ticketNumber, ticketNumberPattern } from '../../src/domain/ticket/ticket-number.ts';
import { close, dispatch } from '../../src/domain/ticket/ticket-rules.ts';

const headStart = 300;
const queued = fc.record({
  id: fc.uuid(),
  front: fc.boolean(),
  queuedAt: fc.integer({ min: 0, max: 3_600_000 }),
  priority: fc.constantFrom('normal' as const, 'urgent' as const),
});

describe('the queue', () => {
  const order = compareQueued(headStart);

  it('is a total order', () => {
    fc.assert(
      fc.property(queued, queued, queued, (a, b, c) => {
        expect(Math.sign(order(a, b))).toBe(-Math.sign(order(b, a)) + 0 || 0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('starves nobody: no call is passed by one that came more than a head start after it', () => {
    fc.assert(
      fc.property(queued, queued, (a, b) => {
        if (a.front === b.front && b.queuedAt > a.queuedAt + headStart * 1000) expect(order(a, b)).toBeLessThan(0);
      }),
    );
  });

  it.each([
    ['older first', { queuedAt: 0 }, { queuedAt: 1 }],
    ['urgent before normal of the same age', { queuedAt: 10, priority: 'urgent' as const }, { queuedAt: 10 }],
    [
      'urgent before normal that came a little earlier',
      { queuedAt: 299_999, priority: 'urgent' as const },
      { queuedAt: 0 },
    ],
    [
      'normal that waited longer than the head start before urgent',
      { queuedAt: 0 },
      { queuedAt: 300_001, priority: 'urgent' as const },
    ],
    [
      'back from a lost seat before all',
      { queuedAt: 999_999, front: true },
      { queuedAt: 0, priority: 'urgent' as const },
    ],
  ])('%s', (_, first, second) => {
    const base = { id: 'a', front: false, priority: 'normal' as const };
    expect(order({ ...base, ...first }, { ...base, id: 'b', ...second })).toBeLessThan(0);
  });

  it('ranks by a virtual arrival', () => {
    expect(queueRank(1_000_000, 'normal', 300)).toBe(1_000_000);
    expect(queueRank(1_000_000, 'urgent', 300)).toBe(700_000);
  });
});

const waitingCall: Call = {
  id: 'c',
  state: 'waiting',
  domain: 'gongjijin',
  topic: null,
  priority: 'normal',
  phone: '13800001000',
  name: '刘女士',
  question: '问',
  tried: null,
  from: null,
  transferredBy: 'f',
  ticket: 'JN20261123-000001',
  queuedAt: 0,
  front: false,
  seat: null,
  stateSince: 0,
  takenAt: null,
  endedAt: null,
  notes: [],
};
const expert = (id: string, skills: string[] = []): rules.Actor => ({ id, role: 'expert', skills });

/** Every command, and from which states its own seat may give it (DESIGN of the call's life). */
const commands: Record<string, { from: CallState[]; run(call: Call, actor: rules.Actor): Call }> = {
  take: { from: ['waiting'], run: (call, actor) => rules.take(call, actor, 1) },
  offer: { from: ['waiting'], run: (call, actor) => rules.offer(call, actor.id, 1) },
  withdraw: { from: ['offered'], run: (call) => rules.withdrawOffer(call, 1) },
  hold: { from: ['active'], run: (call, actor) => rules.hold(call, actor, 1) },
  resume: { from: ['held'], run: (call, actor) => rules.resume(call, actor, 1) },
  end: { from: ['active', 'held', 'wrap-up'], run: (call, actor) => rules.end(call, actor, true, 1) },
  finish: { from: ['active', 'held', 'wrap-up'], run: (call) => rules.finish(call, 1) },
  return: { from: ['active', 'held'], run: (call, actor) => rules.returnToFrontLine(call, actor, '注', 1) },
  abandon: { from: ['waiting', 'offered'], run: (call, actor) => rules.abandon(call, actor, null, 1) },
  move: { from: ['active', 'held'], run: (call, actor) => rules.moveToDomain(call, actor, 'shebao', null, 1) },
  lapse: { from: ['active', 'held', 'wrap-up'], run: (call) => rules.lapse(call, '注', 1) },
};

describe('a call', () => {
  it.each(Object.entries(commands))(
    '%s is allowed from its states only, and a refusal changes nothing',
    (name, { from, run }) => {
      for (const state of callStates) {
        const seat = state === 'waiting' || state === 'abandoned' ? null : 'e';
        const call = Object.freeze({ ...waitingCall, state, seat });
        // An offered call may be taken by the seat at which it rings.
        const allowed = from.includes(state) || (name === 'take' && state === 'offered');
        if (allowed) expect(() => run(call, expert('e'))).not.toThrow();
        else expect(() => run(call, expert('e'))).toThrow(Refusal);
      }
    },
  );

  it('is at most at one seat, and final states stay final, whatever anyone tries in whatever order', () => {
    const step = fc.record({ command: fc.constantFrom(...Object.keys(commands)), who: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let call = waitingCall;
        for (const { command, who } of steps) {
          const before = call;
          try {
            call = commands[command]!.run(call, expert(who));
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            continue;
          }
          expect(finalStates).not.toContain(before.state);
          // Nobody takes a call from the seat that has it.
          if (
            ['active', 'held', 'wrap-up'].includes(before.state) &&
            ['active', 'held', 'wrap-up'].includes(call.state)
          ) {
            expect(call.seat).toBe(before.seat);
          }
          if (call.state === 'waiting') expect(call.seat).toBeNull();
        }
      }),
    );
  });

  it('needs the skill for its domain; no skills listed means every domain', () => {
    expect(() => rules.take(waitingCall, expert('e', ['shebao']), 1)).toThrow('skill_missing');
    expect(rules.take(waitingCall, expert('e', ['gongjijin']), 1).state).toBe('active');
    expect(rules.take(waitingCall, expert('e'), 1).seat).toBe('e');
  });

  it('lapses to the front with a note, or ends when only the write-up was left', () => {
    const active = rules.take(waitingCall, expert('e'), 1);
    expect(rules.lapse(active, '注', 2)).toMatchObject({
      state: 'waiting',
      front: true,
      seat: null,
      notes: [{ kind: 'lapsed' }],
    });
    expect(rules.lapse(rules.end(active, expert('e'), true, 2), '注', 3)).toMatchObject({
      state: 'ended',
      front: false,
    });
  });

  it('goes to wrap-up only when its ticket is still open', () => {
    const active = rules.take(waitingCall, expert('e'), 1);
    expect(rules.end(active, expert('e'), true, 2).state).toBe('wrap-up');
    expect(rules.end(active, expert('e'), false, 2).state).toBe('ended');
  });
});

describe('a ticket', () => {
  const open: Ticket = {
    number: 'JN20261123-000001',
    call: 'c',
    state: 'open',
    domain: 'gongjijin',
    topic: null,
    phone: '13800001000',
    name: '刘女士',
    question: '问',
    category: null,
    answer: null,
    articles: [],
    sms: null,
    unit: null,
    reason: null,
    urgency: null,
    deadline: null,
    openedAt: 0,
    handledAt: null,
    handledBy: null,
  };
  const closing = { category: '咨询' as const, topic: null, answer: '答', articles: [], sms: null };
  const order = {
    unit: '处',
    reason: '因',
    urgency: 'normal' as const,
    deadline: 9,
    category: null,
    topic: null,
    answer: null,
  };
  const active = rules.take(waitingCall, expert('e'), 1);

  it('is finished once, by its expert, a supervisor, or the front line that has the call back', () => {
    expect(close(open, active, expert('e'), closing, 5)).toMatchObject({
      state: 'closed',
      handledBy: 'e',
      handledAt: 5,
    });
    expect(dispatch(open, active, { id: 's', role: 'supervisor', skills: [] }, order, 5)).toMatchObject({
      state: 'dispatched',
      deadline: 9,
    });
    expect(() => close(open, active, expert('x'), closing, 5)).toThrow('not_your_ticket');
    const frontline: rules.Actor = { id: 'f', role: 'frontline', skills: [] };
    expect(() => close(open, active, frontline, closing, 5)).toThrow('not_your_ticket');
    const returned = rules.returnToFrontLine(active, expert('e'), '注', 2);
    expect(close(open, returned, frontline, closing, 5).state).toBe('closed');
    expect(() => close(close(open, active, expert('e'), closing, 5), active, expert('e'), closing, 6)).toThrow(
      'ticket_state',
    );
  });

  it('has a number of its day in the hotline’s own time', () => {
    expect(ticketDay(Date.parse('2026-11-23T15:59:59.999Z'))).toBe('20261123');
    expect(ticketDay(Date.parse('2026-11-23T16:00:00.000Z'))).toBe('20261124');
    expect(ticketNumber('JN', '20261123', 123)).toBe('JN20261123-000123');
    expect(ticketNumber('JN', '20261123', 1_000_000)).toMatch(ticketNumberPattern);
  });
});

describe('seats', () => {
  it('ring one call each, the longest idle first, only with the skill', () => {
    const seats = [
      { id: 'new', skills: [], idleSince: 30 },
      { id: 'old', skills: ['shebao'], idleSince: 10 },
      { id: 'mid', skills: ['gongjijin'], idleSince: 20 },
    ];
    const calls = ['gongjijin', 'gongjijin', 'gongjijin', 'shebao'].map((domain, place) => ({
      id: `c${place}`,
      domain,
    }));
    expect(distribute(calls, seats)).toEqual([
      { call: 'c0', seat: 'mid' },
      { call: 'c1', seat: 'new' },
      { call: 'c3', seat: 'old' },
    ]);
  });

  it('never ring twice, neither seat nor call', () => {
    const domain = fc.constantFrom('a', 'b', 'c');
    const seat = fc.record({ id: fc.uuid(), skills: fc.array(domain), idleSince: fc.nat() });
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.uuid(), domain })), fc.array(seat), (calls, seats) => {
        const offers = distribute(calls, seats);
        expect(new Set(offers.map((offer) => offer.seat)).size).toBe(offers.length);
        expect(new Set(offers.map((offer) => offer.call)).size).toBe(offers.length);
      }),
    );
  });

  it('show what they do before what they declared', () => {
    const ready = { declared: 'ready' as const };
    expect(seatState(ready, [])).toBe('ready');
    expect(seatState(ready, [{ state: 'wrap-up' }])).toBe('wrap-up');
    expect(seatState(ready, [{ state: 'wrap-up' }, { state: 'held' }])).toBe('on-call');
  });
});

describe('a telephone number', () => {
  it('is masked', () => {
    expect(maskPhone('13800001000')).toBe('138****1000');
    expect(maskPhone('12345')).toBe('1***5');
  });

  it('never shows more than seven digits, nor all of them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?\d{3,15}$/), (phone) => {
        const masked = maskPhone(phone);
        expect(masked).toHaveLength(phone.length);
        expect(masked.replaceAll(/\D/g, '').length).toBeLessThanOrEqual(7);
        expect(masked).toContain('*');
      }),
    );
  });
});
