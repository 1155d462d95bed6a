import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import { type LiveMessage, liveStream } from '../../src/client/live-stream.ts';
import type { LineEvent } from '../../src/contract/live-event.ts';
import { startLine, transferOf, until } from '../support/line.ts';

/** A reader that notes everything it is told, until the test ends or it is stopped. */
const follow = async (client: HubClient, options: { lastEventId?: number; seat?: boolean } = {}) => {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const messages: LiveMessage[] = [];
  void (async () => {
    const live = liveStream(client, {
      seat: options.seat ?? false,
      lastEventId: options.lastEventId,
      signal: stop.signal,
    });
    for await (const message of live) messages.push(message);
  })();
  await until(
    () => messages.length,
    (count) => count > 0,
  );
  const events = (): LineEvent[] => messages.flatMap((message) => (message.kind === 'line' ? [message.event] : []));
  return { messages, events, stop: () => stop.abort() };
};

const head = async (client: HubClient): Promise<number> => (await client.call('audit.verify', {})).events;

const handOver = async (client: HubClient, count: number): Promise<void> => {
  await Promise.all(Array.from({ length: count }, () => client.call('calls.transfer', { body: transferOf() })));
};

describe.each([
  { store: 'sqlite' as const, hubs: 1 },
  { store: 'postgres' as const, hubs: 2 },
])('live events on $store with $hubs hub(s)', ({ store, hubs }) => {
  const adminAt = async (line: Awaited<ReturnType<typeof startLine>>, hub: number) => line.person('admin', { hub });

  it('come in order without a gap, whichever hub they were made at', async () => {
    const line = await startLine(store, { hubs });
    const readers = await Promise.all(line.hubs.map((_, hub) => adminAt(line, hub)));
    const writers = await Promise.all(line.hubs.map((_, hub) => adminAt(line, hub)));
    const followed = await Promise.all(readers.map((reader) => follow(reader)));
    const from = await head(line.admin);
    await Promise.all(writers.flatMap((writer) => [handOver(writer, 40), handOver(writer, 40)]));
    const to = await head(line.admin);
    const expected = Array.from({ length: to - from }, (_, place) => from + 1 + place);
    for (const reader of followed) {
      await until(reader.events, (events) => events.at(-1)?.seq === to);
      expect(
        reader
          .events()
          .map(({ seq }) => seq)
          .filter((seq) => seq > from),
      ).toEqual(expected);
    }
  });

  it('resume after a break with exactly what was missed, at any hub', async () => {
    const line = await startLine(store, { hubs });
    const reader = await adminAt(line, hubs - 1);
    const first = await follow(reader);
    await handOver(line.admin, 3);
    const seen = await until(first.events, (events) => events.length >= 6);
    first.stop();
    const last = seen.at(-1)!.seq;
    await handOver(line.admin, 300);
    const to = await head(line.admin);
    const again = await follow(reader, { lastEventId: last });
    await until(again.events, (events) => events.at(-1)?.seq === to);
    expect(again.events().map(({ seq }) => seq)).toEqual(
      Array.from({ length: to - last }, (_, place) => last + 1 + place),
    );
    expect(again.messages.some(({ kind }) => kind === 'reset')).toBe(false);
  });

  it('say reset to a reader from another store', async () => {
    const line = await startLine(store, { hubs });
    const reader = await follow(line.admin, { lastEventId: 1_000_000 });
    await until(
      () => reader.messages,
      (messages) => messages.some(({ kind }) => kind === 'reset'),
    );
    await handOver(line.admin, 1);
    await until(reader.events, (events) => events.length === 2);
  });

  it('tell each person what concerns them', async () => {
    const line = await startLine(store, { hubs });
    const fund = await line.person('expert', { skills: ['gongjijin'], hub: hubs - 1 });
    const social = await line.person('expert', { skills: ['shebao'] });
    const frontline = await line.person('frontline');
    const other = await line.person('frontline');
    const [atFund, atSocial, atOther] = [await follow(fund), await follow(social), await follow(other)];
    const { call } = await frontline.call('calls.transfer', { body: transferOf() });
    await until(atFund.events, (events) => events.some(({ type }) => type === 'call.transferred'));
    await line.admin.call('calls.move', { params: { id: call.id }, body: { domain: 'shebao' } });
    // The domain it leaves sees it go, the one it comes to sees it come.
    for (const reader of [atFund, atSocial]) {
      await until(reader.events, (events) => events.some(({ type }) => type === 'call.moved'));
    }
    expect(atSocial.events().map(({ type }) => type)).toEqual(['call.moved']);
    expect(atOther.events()).toEqual([]);
    expect(atFund.events().at(-1)?.callView).toMatchObject({ domain: 'shebao', phone: '138****1000' });
    expect(JSON.stringify([atFund.messages, atSocial.messages])).not.toContain('13800001000');
  });
});

it('a hub whose notifications are lost finds what they were about', async () => {
  const line = await startLine('postgres', { hubs: 2 });
  const reader = await follow(await line.person('admin', { hub: 1 }));
  const database = new pg.Client({ connectionString: line.store });
  await database.connect();
  onTestFinished(() => database.end());
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'expert-seat live'`,
  );
  await handOver(line.admin, 1);
  await until(reader.events, (events) => events.some(({ type }) => type === 'ticket.opened'));
});

describe('a seat screen', () => {
  it('keeps its call while it is connected, and for one lease after', async () => {
    const line = await startLine('sqlite', { settings: { liveLeaseSeconds: 1 } });
    const expert = await line.person('expert');
    const other = await line.person('expert');
    const screen = await follow(expert, { seat: true });
    const { call } = await line.admin.call('calls.transfer', { body: transferOf() });
    await expert.call('calls.take', { params: { id: call.id }, body: { live: true } });
    const shown = async () => (await other.call('calls.show', { params: { id: call.id } })).call.state;
    const began = Date.now();
    // Several leases long: the screen's connection renews it.
    await until(
      async () => Date.now() - began,
      (passed) => passed > 3500,
    );
    expect(await shown()).toBe('active');
    screen.stop();
    await until(shown, (state) => state === 'waiting');
    expect((await other.call('calls.take-next', { body: {} })).call.id).toBe(call.id);
  });
});
