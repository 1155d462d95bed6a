import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketFilters, ticketOrders, ticketPeriods } from '../../src/client/list-use.ts';
import type { TicketView } from '../../src/contract/shapes/ticket.ts';
import { applyListed, applySnapshot, applyTicket, applyTickets } from '../../src/tui/state/line.ts';
import { textTest } from '../../src/tui/state/list/text-test.ts';
import { emptyModel, type SeatModel } from '../../src/tui/state/model.ts';
import { chosenTickets } from '../../src/tui/state/tickets/chosen.ts';
import { isSearching, searchedPerTurn, selectedTicket, ticketRows } from '../../src/tui/state/tickets/rows.ts';
import { tableHead, tableRow } from '../../src/tui/state/tickets/ticket-cells.ts';
import {
  clearMarks,
  markAll,
  markOrNot,
  moveInTickets,
  withFindText,
  withList,
} from '../../src/tui/state/tickets/ticket-list.ts';
import { countsOf } from '../../src/tui/state/tickets/ticket-order.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { ago, callOf, me, noon, snapshotOf, ticketOf } from './fixtures.ts';

const by = { id: me.id, name: me.name };
const names = ['刘女士', '欧阳先生', '赵女士', '安先生', '单女士'];
const dayMs = 86_400_000;

/** One of many tickets; `state` 0 to 2, `days` since it was opened. */
const ticketAt = (place: number, state: number, days: number, revision = place + 10): TicketView =>
  ticketOf(callOf(place), {
    name: names[place % names.length]!,
    state: (['open', 'dispatched', 'closed'] as const)[state]!,
    openedAt: ago(days * 86_400 + (place % 7)),
    deadline: state === 1 ? ago((place % 9) * 86_400 - 4 * 86_400) : null,
    unit: state === 1 ? '贷款管理处' : null,
    handledBy: by,
    revision,
  });

const seatWith = (tickets: readonly TicketView[]): SeatModel => ({
  ...applySnapshot(emptyModel('zh-CN', 'hub', noon), snapshotOf([], tickets)),
});

const change = fc.record({
  place: fc.integer({ min: 0, max: 80 }),
  state: fc.integer({ min: 0, max: 2 }),
  days: fc.integer({ min: 0, max: 9 }),
});

const moment = (instant: string | null): number => (instant === null ? 0 : Date.parse(instant));

/** What each filter, period and order means, without any index. */
const naive = (model: SeatModel): TicketView[] => {
  const { filter, period, order } = model.lists;
  const monday = noon - dayMs;
  const since = { all: 0, today: Date.parse('2026-11-24T00:00+08:00'), week: Date.parse('2026-11-23T00:00+08:00') }[
    period
  ];
  expect(new Date(monday).getUTCDay()).toBe(1);
  const awaited = (one: TicketView): boolean => one.state === 'dispatched' && one.deadline !== null;
  const overdue = (one: TicketView): boolean => awaited(one) && moment(one.deadline) < moment(model.minute);
  const found = [...model.tickets.values()].filter(
    (one) =>
      (filter === 'all' || (filter === 'overdue' ? overdue(one) : one.state === filter)) &&
      moment(one.openedAt) >= since,
  );
  const newest = (a: TicketView, b: TicketView): number =>
    moment(b.openedAt) - moment(a.openedAt) || (a.number < b.number ? 1 : -1);
  const states = ['open', 'dispatched', 'closed'];
  const compare = {
    newest,
    state: (a: TicketView, b: TicketView) => states.indexOf(a.state) - states.indexOf(b.state) || newest(a, b),
    deadline: (a: TicketView, b: TicketView) =>
      Number(awaited(b)) - Number(awaited(a)) ||
      (awaited(a) ? moment(a.deadline) - moment(b.deadline) : 0) ||
      newest(a, b),
    waiting: (a: TicketView, b: TicketView) =>
      Number(a.state === 'closed') - Number(b.state === 'closed') ||
      (a.state === 'closed' ? newest(a, b) : newest(b, a)),
    name: (a: TicketView, b: TicketView) => a.name.localeCompare(b.name, 'zh-CN') || newest(a, b),
  }[order];
  return found.sort(compare);
};

describe('the list of tickets', () => {
  it('is a filter and a sort of all tickets, after any news, however it is looked at', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.array(
          fc.tuple(
            change,
            fc.constantFrom(...ticketFilters),
            fc.constantFrom(...ticketPeriods),
            fc.constantFrom(...ticketOrders),
          ),
          {
            maxLength: 12,
          },
        ),
        (start, steps) => {
          const first = new Map(start.map(({ place, state, days }) => [place, ticketAt(place, state, days)]));
          let model = seatWith([...first.values()]);
          steps.forEach(([{ place, state, days }, filter, period, order], at) => {
            model = { ...model, lists: { filter, period, order } };
            expect([...ticketRows(model)]).toEqual(naive(model));
            model = applyTicket(model, ticketAt(place, state, days, 1000 + at));
            expect([...ticketRows(model)]).toEqual(naive(model));
            const overdue = naive({ ...model, lists: { filter: 'overdue', period: 'all', order } }).length;
            const count = (wanted: TicketView['state']): number =>
              [...model.tickets.values()].filter((one) => one.state === wanted).length;
            expect(countsOf(model.tickets, model.minute)).toEqual({
              all: model.tickets.size,
              open: count('open'),
              dispatched: count('dispatched'),
              overdue,
              closed: count('closed'),
            });
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the cursor on its ticket as others come, and at its place when the ticket leaves', () => {
    let model: SeatModel = {
      ...seatWith([0, 1, 2, 3].map((place) => ticketAt(place, 0, place + 1))),
      lists: { filter: 'open', period: 'all', order: 'state' },
    };
    const numbers = (): string[] => [...ticketRows(model)].map(({ number }) => number);
    model = moveInTickets(moveInTickets(model, 1), 1);
    const [, , third] = numbers();
    expect(selectedTicket(model)?.number).toBe(third);
    model = applyTicket(model, ticketAt(9, 0, 0, 500));
    expect([numbers().length, numbers().indexOf(third!), selectedTicket(model)?.number]).toEqual([5, 3, third]);
    model = moveInTickets(model, -2);
    const [, leaves, comes] = numbers();
    expect(selectedTicket(model)?.number).toBe(leaves);
    model = applyTicket(model, ticketAt(0, 2, 1, 501));
    expect([numbers().length, numbers().indexOf(comes!), selectedTicket(model)?.number]).toEqual([4, 1, comes]);
    // In detail it stays in sight, and the next one is the one that has its place.
    model = { ...model, ticketOpen: true, lists: { ...model.lists, order: 'newest' } };
    const [, seen, next] = numbers();
    model = applyTicket(model, ticketAt(1, 2, 2, 502));
    expect(selectedTicket(model)?.number).toBe(seen);
    expect(selectedTicket(moveInTickets(model, 1))?.number).toBe(next);
  });

  it('searches 100,000 tickets a part at a time, and every key finds what is found by then', () => {
    let model = emptyModel('zh-CN', 'hub', noon);
    model = { ...model, me, loaded: true };
    let asked = 0;
    const counting: typeof textTest = (typed) => {
      const stands = textTest(typed);
      return (texts) => {
        asked++;
        return stands(texts);
      };
    };
    const tickets = Array.from({ length: 100_000 }, (_, place) => ({
      ...ticketAt(place, 2, 1 + (place % 400)),
      number: `JN20261124-${String(place).padStart(6, '0')}`,
    }));
    for (let at = 0; at < tickets.length; at += 50_000) model = applyTickets(model, tickets.slice(at, at + 50_000));
    expect(ticketRows(model).size).toBe(100_000);
    model = withFindText(withList(model, { textTest: counting }), editBuffer('oyxs', { max: 100 }));
    expect(ticketRows(model).size).toBe(ticketRows(model).size);
    expect(asked).toBe(searchedPerTurn);
    expect(isSearching(model)).toBe(true);
    // Keys that walk the list ask nothing again.
    for (let times = 0; times < 50; times++) model = moveInTickets(model, 3);
    expect(asked).toBe(searchedPerTurn);
    model = applyTicket(model, { ...tickets[5]!, revision: 1_000_000 });
    ticketRows(model);
    expect(asked).toBeLessThanOrEqual(searchedPerTurn + 1);
    while (isSearching(model)) model = withList(model, { turns: model.ticketList.turns + 1 });
    expect(ticketRows(model).size).toBe(20_000);
    expect(asked).toBeLessThanOrEqual(100_002);
  });

  it('shows older tickets as they come, and drops those that are listed no more when all have come', () => {
    let model = seatWith([ticketAt(0, 2, 0), ticketAt(1, 2, 1)]);
    const again = { ...snapshotOf([], [ticketAt(0, 2, 0)]), seq: 700, olderTickets: 'JN' };
    model = applySnapshot(model, again);
    expect(model.tickets.size).toBe(2);
    model = applyTickets(model, [ticketAt(2, 2, 5)]);
    expect([model.tickets.size, model.ticketList.reading]).toEqual([3, 'reading']);
    model = applyTicket(model, ticketAt(3, 2, 0, 701));
    model = applyListed(model, new Set([ticketAt(0, 2, 0).number, ticketAt(2, 2, 5).number]), 700, 'done');
    expect([...model.tickets.values()].map(({ number }) => Number(number.slice(-2)))).toEqual([0, 2, 3]);
    expect(model.ticketList.reading).toBe('done');
    // Another person sees none of them, at once.
    model = applySnapshot(model, { ...again, me: { ...me, id: '0193bd00-0000-7000-8000-000000000999' }, tickets: [] });
    expect(model.tickets.size).toBe(0);
  });

  it('lists the tickets of the line for who steers it', () => {
    const other = ticketOf(callOf(5), { state: 'closed', handledBy: { id: 'other', name: '张强' } });
    expect(applyTicket(seatWith([]), other).tickets.size).toBe(0);
    const steering: SeatModel = { ...seatWith([]), me: { ...me, role: 'supervisor' } };
    expect(applyTicket(steering, other).tickets.size).toBe(1);
  });
});

describe('marked tickets', () => {
  const start = (): SeatModel => seatWith([0, 1, 2, 3].map((place) => ticketAt(place, place === 3 ? 0 : 2, place + 1)));
  const chosen = (model: SeatModel): number[] => chosenTickets(model).map(({ number }) => Number(number.slice(-2)));

  it('are those that something is done with, in the order of the list; without marks it is the selected one', () => {
    let model = start();
    expect(chosen(model)).toEqual([3]);
    model = markOrNot(model);
    model = markOrNot(moveInTickets(model, 1));
    expect([...model.ticketList.marked].length).toBe(2);
    expect(chosen(model)).toEqual([3, 1]);
    model = { ...model, lists: { filter: 'closed', period: 'all', order: 'newest' } };
    // A mark outlasts a filter.
    expect(chosen(model)).toEqual([1, 3]);
    model = markAll(model);
    expect(chosen(model)).toEqual([0, 1, 2, 3]);
    expect(chosen(clearMarks(model))).toEqual([2]);
  });

  it('lose their marks by the same key', () => {
    const once = markOrNot(start());
    const twice = markOrNot({ ...once, ticketAt: [...once.ticketList.marked][0] });
    expect(twice.ticketList.marked.size).toBe(0);
  });

  it('leave the seat as the list shows them, masked and harmless', () => {
    const hostile = { ...ticketAt(0, 1, 1), question: '=1+1\t\x1b[31m红\n字', name: '刘\u202e女士' };
    const model = seatWith([hostile]);
    const row = tableRow(chosenTickets(model)[0]!, model, sayIn('zh-CN'));
    expect(tableHead(model, sayIn('zh-CN'))).toEqual([
      '工单号',
      '状态',
      '受理时间',
      '姓名',
      '电话',
      '问题',
      '类别',
      '承办单位',
      '期限',
    ]);
    expect(row.join('|')).not.toMatch(/[\x00-\x1f\u202e]/);
    expect(row[4]).toBe('138****1000');
  });
});
