import { describe, expect, it } from 'vitest';
import type { LineEvent } from '../../src/contract/live-event.ts';
import type { CallView } from '../../src/contract/shapes/call.ts';
import { showCall, withDraft } from '../../src/tui/state/desk.ts';
import { applyCall, applyLive, applySnapshot, applyTicket } from '../../src/tui/state/line.ts';
import { emptyModel, type SeatModel } from '../../src/tui/state/model.ts';
import { activeCall, myCalls, ringingCall, seatNow, waitingCalls } from '../../src/tui/state/selectors.ts';
import { ticketRows } from '../../src/tui/state/tickets/rows.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { ago, callOf, me, mineIn, mySeat, noon, snapshotOf, ticketOf } from './fixtures.ts';

const loadedWith = (...calls: readonly CallView[]): SeatModel =>
  applySnapshot(
    emptyModel('zh-CN', 'hub'),
    snapshotOf(
      calls,
      calls.filter(({ seat }) => seat).map((call) => ticketOf(call)),
    ),
  );

const lineEvent = (call: CallView, more: Partial<LineEvent> = {}): { kind: 'line'; event: LineEvent } => ({
  kind: 'line',
  event: {
    seq: call.revision,
    at: ago(0),
    type: 'call.taken',
    actor: { id: 'x', name: 'x' },
    kind: 'call',
    subject: call.id,
    call: call.id,
    ticket: call.ticket,
    data: {},
    callView: call,
    ...more,
  },
});

describe('news of the line', () => {
  it('ignores a view that is older than what is known', () => {
    const call = callOf(1, { revision: 20 });
    const model = loadedWith(call);
    const old = { ...call, state: 'active' as const, revision: 19 };
    expect(applyLive(model, lineEvent(old), noon)).toBe(model);
    expect(applyCall(model, old)).toBe(model);
    expect(applyCall(model, { ...old, revision: 21 }).calls.get(call.id)?.state).toBe('active');
  });

  it('keeps what came live while the snapshot was on its way', () => {
    const waiting = callOf(1, { revision: 6 });
    const taken = { ...waiting, state: 'active' as const, seat: { id: 'other', name: '张强' }, revision: 9 };
    const before = applyLive(emptyModel('zh-CN', 'hub'), lineEvent(taken), noon);
    const after = applySnapshot(before, snapshotOf([waiting]));
    expect(after.calls.get(waiting.id)?.state).toBe('active');
    expect(waitingCalls(after)).toEqual([]);
  });

  it('forgets at a reload what the hub no longer has', () => {
    const gone = callOf(1, { revision: 3 });
    const model = loadedWith(gone);
    expect(waitingCalls(applySnapshot(model, { ...snapshotOf([]), seq: 50 }))).toEqual([]);
  });

  it('forgets calls that are over and done, the oldest first, and none whose ticket is still to be done or that is on the screen', () => {
    const over = (place: number, state: 'open' | 'closed') => {
      const call = callOf(place, { state: 'ended', seat: mySeat, revision: place });
      return { call, ticket: ticketOf(call, { state }) };
    };
    const [kept, shown, ...others] = Array.from({ length: 300 }, (_, at) => over(at + 1, at === 0 ? 'open' : 'closed'));
    let model = applySnapshot(
      emptyModel('zh-CN', 'hub'),
      snapshotOf([kept!.call, shown!.call], [kept!.ticket, shown!.ticket]),
    );
    model = showCall(model, shown!.call.id);
    for (const { call, ticket } of others) model = applyTicket(applyCall(model, call), ticket);
    expect(model.calls.size).toBeLessThan(150);
    const known = (one: { call: CallView } | undefined) => model.calls.has(one!.call.id);
    expect([kept, shown, others[0], others.at(-1)].map(known)).toEqual([true, true, false, true]);
  });

  it('counts the hub by its own clock', () => {
    const model = applyLive(emptyModel('zh-CN', 'hub'), { kind: 'hello', seq: 1, now: ago(-90) }, noon);
    expect(model.clockOffset).toBe(90_000);
  });

  it('remembers since when the hub is away', () => {
    let model = applyLive(emptyModel('zh-CN', 'hub'), { kind: 'disconnected', retryMs: 250 }, noon);
    model = applyLive(model, { kind: 'disconnected', retryMs: 500 }, noon + 1000);
    expect(model.connection).toEqual({ state: 'away', since: noon, retryAt: noon + 1500 });
    expect(applyLive(model, { kind: 'connected' }, noon).connection.state).toBe('connected');
  });
});

describe('the queue', () => {
  it('stands in the order of the rules: lost seats first, urgent with a head start, then age', () => {
    const model = loadedWith(
      callOf(1, { queuedAt: ago(100) }),
      callOf(2, { queuedAt: ago(10), priority: 'urgent' }),
      callOf(3, { queuedAt: ago(5), front: true }),
      callOf(4, { queuedAt: ago(900) }),
      callOf(5, { queuedAt: ago(900), domain: 'xingzheng' }),
    );
    expect(waitingCalls(model).map(({ ticket }) => Number(ticket.slice(-1)))).toEqual([3, 4, 2, 1]);
  });

  it('keeps its selection on the call, and on the place when the call is gone', () => {
    const [a, b, c] = [
      callOf(1, { queuedAt: ago(30) }),
      callOf(2, { queuedAt: ago(20) }),
      callOf(3, { queuedAt: ago(10) }),
    ];
    let model: SeatModel = { ...loadedWith(a, b, c), queueAt: b.id };
    model = applyLive(model, lineEvent(callOf(4, { queuedAt: ago(40), priority: 'urgent', revision: 40 })), noon);
    expect(model.queueAt).toBe(b.id);
    model = applyLive(model, lineEvent({ ...b, state: 'active', revision: 41 }), noon);
    expect(model.queueAt).toBe(c.id);
    model = applyLive(model, lineEvent({ ...c, state: 'abandoned', revision: 42 }), noon);
    expect(model.queueAt).toBe(a.id);
  });
});

describe('the own seat', () => {
  it('is what its calls make of it', () => {
    expect(seatNow(loadedWith())).toEqual({ state: 'ready', since: Date.parse(mySeat.since) });
    expect(seatNow(loadedWith(mineIn('held', 1)))?.state).toBe('on-call');
    expect(seatNow(loadedWith(mineIn('wrap-up', 1)))?.state).toBe('wrap-up');
  });

  it('is ready since the last of its own calls ended, not since it was declared', () => {
    const model = loadedWith(
      mineIn('ended', 1, { endedAt: ago(90) }),
      mineIn('returned', 2, { endedAt: ago(40) }),
      callOf(3, { state: 'ended', endedAt: ago(5), seat: { id: 'other', name: '张强' } }),
    );
    expect(seatNow(model)).toEqual({ state: 'ready', since: Date.parse(ago(40)) });
    const declaredAfter = { ...model, seat: { ...mySeat, since: ago(10) } };
    expect(seatNow(declaredAfter)?.since).toBe(Date.parse(ago(10)));
  });

  it('has one active call first, then held ones, then those being written up', () => {
    const model = loadedWith(
      mineIn('wrap-up', 1),
      mineIn('held', 2, { stateSince: ago(10) }),
      mineIn('active', 3),
      mineIn('held', 4, { stateSince: ago(99) }),
      callOf(5, { state: 'active', seat: { id: 'other', name: '张强' } }),
    );
    expect(myCalls(model).map(({ state, ticket }) => `${state} ${ticket.slice(-1)}`)).toEqual([
      'active 3',
      'held 4',
      'held 2',
      'wrap-up 1',
    ]);
    expect(activeCall(model)?.ticket).toMatch(/3$/);
    expect(ringingCall(loadedWith(mineIn('offered', 6)))?.ticket).toMatch(/6$/);
  });

  it('keeps an ended call on screen, with its draft, also over a reload', () => {
    const call = mineIn('wrap-up', 1);
    let model = withDraft(showCall(loadedWith(call), call.id), call.id, editBuffer('草稿'));
    model = applyLive(model, lineEvent({ ...call, state: 'ended', revision: 60 }), noon);
    model = applySnapshot(model, { ...snapshotOf([]), seq: 100 });
    expect(model.calls.get(call.id)?.state).toBe('ended');
    expect(model.callAt).toBe(call.id);
    expect(model.drafts.get(call.id)?.text).toBe('草稿');
  });

  it('hides a revealed number when the call leaves the seat', () => {
    const call = mineIn('active', 1);
    const model: SeatModel = {
      ...loadedWith(call),
      reveal: { call: call.id, phone: '13800001000', until: noon + 9000 },
    };
    const moved = { ...call, state: 'waiting' as const, seat: null, revision: 77 };
    expect(applyLive(model, lineEvent(moved), noon).reveal).toBeUndefined();
  });
});

describe('tickets', () => {
  it('are the own ones only, open first, then newest', () => {
    const call = mineIn('active', 1);
    let model = loadedWith(call);
    const done = ticketOf(callOf(2), { state: 'closed', handledBy: { id: me.id, name: me.name }, openedAt: ago(5) });
    model = applyTicket(model, done);
    model = applyTicket(model, ticketOf(callOf(3), { state: 'closed', handledBy: { id: 'other', name: '张强' } }));
    expect([...ticketRows(model)].map(({ number }) => number.slice(-1))).toEqual(['1', '2']);
  });

  it('are no own ones any more when their call was given back, however the news comes', () => {
    const [one, two] = [mineIn('active', 1), mineIn('held', 2)];
    const returned = { ...one, state: 'returned' as const, revision: 60 };
    const loaded = withDraft(loadedWith(one, two), one.id, editBuffer('请转税务'));
    let model = applyLive(loaded, lineEvent(returned), noon);
    expect(model.tickets.has(one.ticket)).toBe(false);
    expect(model.tickets.has(two.ticket)).toBe(true);
    // What the front line makes of it is no news here.
    const closed = ticketOf(returned, { state: 'closed', revision: 61, handledBy: { id: 'other', name: '受理员101' } });
    model = applyTicket(model, closed);
    expect(model.tickets.has(one.ticket)).toBe(false);
    // One that was closed here before its call went back was handled here.
    const own = ticketOf(one, { state: 'closed', revision: 50, handledBy: { id: me.id, name: me.name } });
    expect(applyCall(applyTicket(loaded, own), returned).tickets.has(one.ticket)).toBe(true);
  });

  it('go with a call that was taken away, unless something is written that must meet what becomes of them', () => {
    const call = mineIn('active', 1);
    const moved = { ...call, state: 'waiting' as const, seat: null, revision: 60 };
    const model = loadedWith(call);
    expect(applyLive(model, lineEvent(moved), noon).tickets.has(call.ticket)).toBe(false);
    const writing = withDraft(model, call.id, editBuffer('停缴前'));
    expect(applyLive(writing, lineEvent(moved), noon).tickets.has(call.ticket)).toBe(true);
    const steering = { ...model, me: { ...me, role: 'supervisor' as const } };
    expect(applyLive(steering, lineEvent(moved), noon).tickets.has(call.ticket)).toBe(true);
  });

  it('close in detail when they go, with the cursor at their place in the list', () => {
    const [one, two] = [mineIn('active', 1), mineIn('held', 2)];
    const open = { ...loadedWith(one, two), screen: 'tickets' as const, ticketAt: one.ticket, ticketOpen: true };
    const model = applyCall(open, { ...one, state: 'returned', revision: 60 });
    expect([model.ticketOpen, model.ticketAt]).toEqual([false, two.ticket]);
  });
});
