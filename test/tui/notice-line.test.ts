import { expect, it } from 'vitest';
import type { OutboxEntry } from '../../src/client/desk/outbox-entry.ts';
import { draw } from './draw.tsx';
import { mineIn, noon, snapshotOf, ticketOf } from './fixtures.ts';

const call = mineIn('wrap-up', 1);

/** Something done whose time to be taken back is over, and that no hub was there to take. */
const late = (place: number, route: OutboxEntry['route']): OutboxEntry => ({
  place,
  route,
  key: `key-${place}`,
  subject: call.id,
  ticket: call.ticket,
  dueAt: noon - 1000,
  tried: false,
  params: {},
  body: {},
  about: call.name,
});

it('tells how much is to be sent, all of it, as the line above does', async () => {
  const { screen } = await draw(
    snapshotOf([call], [ticketOf(call)]),
    (model) => ({
      ...model,
      connection: { state: 'away', since: noon - 20_000, retryAt: noon + 9000 },
      outbox: [late(1, 'calls.end'), late(2, 'tickets.close')],
    }),
    { columns: 80, rows: 24 },
  );
  const text = screen.lines().join('\n');
  expect(text).toContain('2 项待送');
  expect(text).toContain('待送 2 项');
});
