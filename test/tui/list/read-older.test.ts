import { expect, it } from 'vitest';
import type { HubClient } from '../../../src/client/hub-client.ts';
import { HubError, HubUnreachable } from '../../../src/client/hub-error.ts';
import { errorReply } from '../../../src/contract/errors.ts';
import type { TicketView } from '../../../src/contract/shapes/ticket.ts';
import { applySnapshot } from '../../../src/tui/state/line.ts';
import { emptyModel, type SeatModel } from '../../../src/tui/state/model.ts';
import { readOlderTickets } from '../../../src/tui/state/tickets/read-older.ts';
import { callOf, noon, snapshotOf, ticketOf } from '../fixtures.ts';

const ticket = (place: number): TicketView => ticketOf(callOf(place), { state: 'closed', revision: 2 });

/** A hub that answers each request with what stands next in a script. */
const scripted = (...answers: readonly unknown[]) => {
  const asked: unknown[] = [];
  const call = async (_name: string, { query }: { query: { after: string } }) => {
    asked.push(query.after);
    const answer = answers[asked.length - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { client: { call } as unknown as HubClient, asked };
};

const read = async (answers: readonly unknown[], signal = new AbortController().signal) => {
  const { client, asked } = scripted(...answers);
  const snapshot = { ...snapshotOf([], [ticket(9)]), olderTickets: 'first' };
  let model: SeatModel = applySnapshot(emptyModel('zh-CN', 'hub', noon), snapshot);
  await readOlderTickets(client, snapshot, signal, (change) => {
    model = change(model);
  });
  return { asked, size: model.tickets.size, reading: model.ticketList.reading };
};

it('reads page by page to the end, and asks a hub that is away again for the same page', async () => {
  const away = new HubUnreachable('http://127.0.0.1:1', new Error('gone'));
  const pages = [{ tickets: [ticket(8), ticket(7)], next: 'second' }, away, { tickets: [ticket(6)] }];
  expect(await read(pages)).toEqual({ asked: ['first', 'second', 'second'], size: 4, reading: 'done' });
});

it('leaves a hub alone that refuses, with what came until then', async () => {
  const refused = new HubError(errorReply('not_signed_in', 'zh-CN'));
  const pages = [{ tickets: [ticket(8)], next: 'second' }, refused];
  expect(await read(pages)).toEqual({ asked: ['first', 'second'], size: 2, reading: 'most' });
});

it('stops when the seat is closed', async () => {
  const closed = new AbortController();
  closed.abort();
  expect(await read([{ tickets: [ticket(8)], next: 'second' }], closed.signal)).toMatchObject({
    asked: ['first'],
    size: 1,
  });
});
