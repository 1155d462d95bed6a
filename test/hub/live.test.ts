import http from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import { type LiveMessage, liveStream } from '../../src/client/live-stream.ts';
import { DraftNews } from '../../src/hub/drafts.ts';
import { streamEvents } from '../../src/hub/live/event-stream.ts';
import { Tail } from '../../src/hub/live/tail.ts';
import { startHub } from '../../src/hub/start-hub.ts';
import { openSqlite } from '../../src/hub/store/sqlite-engine.ts';
import { openStoreKey } from '../../src/hub/store/store-key.ts';
import { Names } from '../../src/hub/views/names.ts';
import { clientOf, refusalOf, startLine, transferOf, until } from '../support/line.ts';
import { rawStream } from '../support/raw-stream.ts';
import { handsIn } from '../support/rows.ts';
import { keptKinds, storeKinds, temporaryDatabase, temporaryDir } from '../support/stores.ts';

const quiet = { logLevel: 'silent' as const, version: 'test' };

const tokenOf = (client: HubClient): string => client.options.token!;

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, place) => from + place);

const handOver = async (client: HubClient, count: number, change: Parameters<typeof transferOf>[0] = {}) => {
  await Promise.all(Array.from({ length: count }, () => client.call('calls.transfer', { body: transferOf(change) })));
};

const headOf = async (client: HubClient): Promise<number> =>
  (await client.call('audit.list', { query: { limit: 1 } })).events[0]!.seq;

/** What a seat's client is told, until the test ends; `thrown` is what ended it by itself. */
const follow = (client: HubClient, lastEventId?: number) => {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const messages: LiveMessage[] = [];
  const state: { thrown: unknown } = { thrown: undefined };
  void (async () => {
    try {
      const live = liveStream(client, { seat: false, lastEventId, signal: stop.signal });
      for await (const message of live) messages.push(message);
    } catch (error) {
      state.thrown = error;
    }
  })();
  return {
    messages,
    state,
    places: () => messages.flatMap((message) => (message.kind === 'line' ? [message.event.seq] : [])),
    kinds: () => messages.map(({ kind }) => kind),
    connected: () =>
      until(
        () => messages,
        (all) => all.some(({ kind }) => kind === 'hello'),
      ),
  };
};

/** Adds `count` events to a store whose hub is down, as if they had happened long ago. */
const pretend = async (run: (statement: string) => Promise<unknown>, count: number): Promise<void> => {
  await run(`with recursive more(n) as (select 1 union all select n + 1 from more where n < ${count})
    insert into events (seq, at, type, actor, kind, subject, call, ticket, data, state, prev, hash)
    select (select seq from chain) + n, 1, 'user.added', 'system', 'user', 'nobody', null, null, '{}', '', '', '' from more`);
  await run(`update chain set seq = seq + ${count}`);
};

describe('a stream', () => {
  it.each(['rubbish', '-1', '1.5', '1e1', '0x1', 'NaN', '99999999999999999999', '1000000', '1, 2', "1' or 1=1"])(
    'starts anew from Last-Event-ID %s, which no hub can have sent',
    async (lastEventId) => {
      const line = await startLine('sqlite');
      await handOver(line.admin, 1);
      const stream = await rawStream(line.hubs[0]!.url, tokenOf(line.admin), { lastEventId });
      const first = await stream.frame(({ event }) => event !== undefined);
      expect(first).toMatchObject({ event: 'reset', id: String(await headOf(line.admin)) });
      await handOver(line.admin, 1);
      await stream.frame(({ event }) => event === 'line', 2);
      expect(stream.places()).toEqual([Number(first.id) + 1, Number(first.id) + 2]);
    },
  );

  it('starts with the present when nothing was asked for', async () => {
    const line = await startLine('sqlite');
    for (const asked of [{}, { lastEventId: '' }]) {
      const stream = await rawStream(line.hubs[0]!.url, tokenOf(line.admin), asked);
      const first = await stream.frame(({ event }) => event !== undefined);
      expect(first).toMatchObject({ event: 'hello', id: String(await headOf(line.admin)) });
      expect(JSON.parse(first.data!)).toMatchObject({ seq: Number(first.id), now: expect.stringMatching(/\+08:00$/) });
    }
  });

  it('tells up to 5,000 missed events one by one, and says reset beyond', async () => {
    const line = await startLine('sqlite');
    await line.hubs[0]!.close();
    const run = await handsIn(line);
    await pretend(run, 5200);
    const hub = await startHub({ dataDir: line.dataDir, ...quiet });
    onTestFinished(() => hub.close());
    const admin = clientOf(hub.url, hub.adminToken);
    const head = await headOf(admin);
    const near = await rawStream(hub.url, hub.adminToken, { lastEventId: String(head - 5000) });
    const far = await rawStream(hub.url, hub.adminToken, { lastEventId: String(head - 5001) });
    expect(await far.frame(({ event }) => event !== undefined)).toMatchObject({ event: 'reset', id: String(head) });
    await until(near.places, (places) => places.length >= 5000);
    expect(near.places()).toEqual(range(head - 4999, head));
    // Whom none of that concerns is told the place, so as not to be told to start anew after the next 5,000.
    const { token } = await admin.call('users.add', { body: { name: '李敏', role: 'expert' } });
    const expert = await rawStream(hub.url, token, { lastEventId: String(head - 5000 + 2) });
    await expert.frame(({ id }) => Number(id) > head - 1000);
    expect(expert.places()).toEqual([]);
  });

  it('beats while nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const line = await startLine('sqlite');
    const stream = await rawStream(line.hubs[0]!.url, tokenOf(line.admin));
    await stream.frame(({ event }) => event === 'hello');
    for (const beats of [1, 2, 3]) {
      vi.advanceTimersByTime(10_000);
      await stream.frame(({ comment }) => comment === ' ', beats);
    }
    expect(stream.ended()).toBe(false);
  });

  it('cuts off a reader that takes nothing, which resumes without loss; one that takes a little at a time stays', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const line = await startLine('sqlite');
    const { url } = line.hubs[0]!;
    const idle = await rawStream(url, tokenOf(line.admin), { paused: true });
    const slow = await rawStream(url, tokenOf(line.admin), { paused: true });
    const from = await headOf(line.admin);
    const long = '公积金提取'.repeat(400);
    await handOver(line.admin, 500, { question: long, tried: long });
    const to = await headOf(line.admin);
    expect(to - from).toBe(1000);
    const metric = async () => /^expert_seat_live_streams (\d+)$/m.exec(await line.admin.call('metrics', {}))?.[1];
    expect(await metric()).toBe('2');
    for (let beat = 0; beat < 4; beat++) {
      // The slow one takes a piece between two beats, the idle one nothing.
      const before = slow.text().length;
      slow.resume();
      await until(
        () => slow.text().length,
        (length) => length > before + 200_000 || slow.places().at(-1) === to,
      );
      slow.pause();
      vi.advanceTimersByTime(10_000);
    }
    await until(metric, (open) => open === '1');
    slow.resume();
    await until(slow.places, (places) => places.at(-1) === to);
    expect(slow.places()).toEqual(range(from + 1, to));
    idle.resume();
    await until(idle.ended, (ended) => ended);
    // Its last message may have come in part; what counts is the last whole one.
    const got = idle.places();
    expect(got).toEqual(range(from + 1, from + got.length));
    expect(got.length).toBeLessThan(1000);
    const again = await rawStream(url, tokenOf(line.admin), { lastEventId: String(got.at(-1) ?? from) });
    await until(again.places, (places) => places.at(-1) === to);
    expect([...got, ...again.places()]).toEqual(range(from + 1, to));
  });

  it('costs the hub no more than a page for a reader that takes nothing', async () => {
    const json = JSON.stringify({ question: '公积金提取'.repeat(400) });
    const events = range(1, 3000).map((seq) => ({ event: { seq, kind: 'settings' }, call: undefined, json }));
    const tail = {
      head: 3000,
      recent: (after: number, limit: number) => events.slice(after, after + limit),
      onEvents: () => () => undefined,
    } as unknown as Tail;
    let response: http.ServerResponse | undefined;
    const server = http.createServer((_, reply) => {
      response = reply;
      const nobody = {} as never;
      void streamEvents({
        response: reply,
        user: nobody,
        lastEventId: 0,
        engine: nobody,
        names: nobody,
        tail,
        draftNews: new DraftNews(),
        now: Date.now,
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const stream = await rawStream(`http://127.0.0.1:${port}`, '', { paused: true });
    await until(
      () => response?.writableNeedDrain,
      (full) => full === true,
    );
    // Time enough to write all of it, were it not for the reader.
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(response!.writableLength).toBeLessThan(101 * (json.length * 3 + 100));
    stream.resume();
    await until(stream.places, (places) => places.length === 3000);
    expect(stream.places()).toEqual(range(1, 3000));
  });

  it('begins at the present: nothing of the past is read when a hub starts, however soon it is woken', async () => {
    const line = await startLine('sqlite');
    await handOver(line.admin, 1);
    await line.hubs[0]!.close();
    const engine = await openSqlite(line.dataDir, await openStoreKey(line.dataDir));
    onTestFinished(() => engine.close());
    const tail = new Tail(engine, new Names(), (error) => {
      throw error;
    });
    tail.wake();
    await tail.catchUp();
    await tail.start();
    onTestFinished(() => tail.stop());
    expect(tail.head).toBe(3);
    expect(tail.recent(0, 1)).toBeUndefined();
  });

  it('sees nothing beyond a gap until the gap is filled', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const line = await startLine('sqlite');
    const run = await handsIn(line);
    const stream = await rawStream(line.hubs[0]!.url, tokenOf(line.admin));
    const from = Number((await stream.frame(({ event }) => event === 'hello')).id);
    const add = (seq: number) =>
      run(
        `insert into events values (${seq}, 1, 'user.added', 'system', 'user', 'nobody', null, null, '{}', '', '', '')`,
      );
    await add(from + 2);
    vi.advanceTimersByTime(10_000);
    await stream.frame(({ comment }) => comment === ' ');
    expect(stream.places()).toEqual([]);
    await add(from + 1);
    vi.advanceTimersByTime(10_000);
    await until(stream.places, (places) => places.length === 2);
    expect(stream.places()).toEqual([from + 1, from + 2]);
  });

  it('carries of seats and users what a role may know', async () => {
    const line = await startLine('sqlite');
    const people = {
      inspector: await line.person('inspector'),
      supervisor: await line.person('supervisor'),
      expert: await line.person('expert'),
      other: await line.person('expert'),
      frontline: await line.person('frontline'),
    };
    const streams = await Promise.all(
      Object.values(people).map((person) => rawStream(line.hubs[0]!.url, tokenOf(person))),
    );
    const types = (stream: (typeof streams)[number]) =>
      stream.frames().flatMap(({ event, data }) => (event === 'line' ? [JSON.parse(data!).type] : []));
    await people.expert.call('seat.change', { body: { state: 'ready' } });
    await line.person('expert');
    await line.admin.call('settings.change', { body: { offerSeconds: 30 } });
    await Promise.all(
      streams.map((stream) =>
        until(
          () => types(stream),
          (seen) => seen.includes('settings.changed'),
        ),
      ),
    );
    const [inspector, supervisor, expert, other, frontline] = streams.map(types);
    expect(inspector).toEqual(['seat.changed', 'user.added', 'settings.changed']);
    expect(supervisor).toEqual(inspector);
    expect(expert).toEqual(['seat.changed', 'settings.changed']);
    expect(other).toEqual(['settings.changed']);
    expect(frontline).toEqual(['settings.changed']);
  });
});

describe.each(storeKinds)('live events on %s', (kind) => {
  const hubs = kind === 'postgres' ? 2 : 1;

  it('end for a person who is disabled or whose token is renewed, at every hub', async () => {
    const line = await startLine(kind, { hubs });
    for (const name of ['users.disable', 'users.rotate-token'] as const) {
      const person = await line.person('expert', { hub: hubs - 1 });
      const stays = follow(await line.person('expert', { hub: hubs - 1 }));
      const reader = follow(person);
      await Promise.all([reader.connected(), stays.connected()]);
      const { user } = await person.call('me', {});
      await line.admin.call(name, { params: { user: user.id }, body: {} });
      await until(
        () => reader.state.thrown,
        (thrown) => thrown !== undefined,
      );
      expect(reader.state.thrown).toMatchObject({ code: 'not_signed_in' });
      expect(await refusalOf(person.call('me', {}))).toBe('not_signed_in');
      expect(stays.kinds()).not.toContain('disconnected');
    }
  });

  it('end when the hub ends, also for a reader that does not read', async () => {
    const line = await startLine(kind);
    const reading = await rawStream(line.hubs[0]!.url, tokenOf(line.admin));
    const stalled = await rawStream(line.hubs[0]!.url, tokenOf(line.admin), { paused: true });
    const long = '公积金提取'.repeat(400);
    await handOver(line.admin, 400, { question: long, tried: long });
    await line.hubs[0]!.close();
    await until(reading.ended, (ended) => ended);
    stalled.resume();
    await until(stalled.ended, (ended) => ended);
  });
});

describe.each(keptKinds)('a live stream on %s', (kind) => {
  it('goes on through a restart of the hub over a long history, with exactly what was missed', async () => {
    const dataDir = await temporaryDir();
    const store = kind === 'postgres' ? await temporaryDatabase() : undefined;
    const options = { dataDir, store, ...quiet };
    const first = await startHub(options);
    const port = Number(new URL(first.url).port);
    const admin = clientOf(first.url, first.adminToken);
    await handOver(admin, 1);
    await first.close();
    await pretend(await handsIn({ dataDir, store }), 1500);

    const second = await startHub({ port, ...options });
    const reader = follow(admin);
    const [hello] = (await reader.connected()).filter((message) => message.kind === 'hello');
    await handOver(admin, 2);
    await until(reader.places, (places) => places.length === 4);
    await second.close();
    await until(reader.kinds, (kinds) => kinds.includes('disconnected'));
    const third = await startHub({ port, ...options });
    onTestFinished(() => third.close());
    const another = clientOf(third.url, third.adminToken);
    await handOver(another, 3);
    await until(reader.places, (places) => places.length === 10);
    const from = (hello as { seq: number }).seq;
    expect(reader.places()).toEqual(range(from + 1, from + 10));
    expect(reader.kinds().filter((kind) => kind === 'hello' || kind === 'reset')).toEqual(['hello']);
  });
});

describe('a reader that changes hubs', () => {
  it('is never told to start anew because the other hub has not heard yet', async () => {
    const line = await startLine('postgres', { hubs: 2 });
    const [a, b] = line.hubs;
    const run = await handsIn(line);
    for (let round = 0; round < 5; round++) {
      // Hub B hears nothing for a while.
      await run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'expert-seat live'`);
      await handOver(line.admin, 2);
      const head = await headOf(line.admin);
      const stream = await rawStream(b!.url, tokenOf(line.admin), { lastEventId: String(head) });
      await handOver(clientOf(a!.url, a!.adminToken), 1);
      await until(stream.places, (places) => places.length === 2);
      expect(stream.places()).toEqual([head + 1, head + 2]);
      expect(stream.frames().some(({ event }) => event === 'reset')).toBe(false);
    }
  });

  it('misses nothing, whatever was committed late, while both hubs write', async () => {
    const line = await startLine('postgres', { hubs: 2 });
    const writers = [await line.person('admin', { hub: 0 }), await line.person('admin', { hub: 1 })];
    const from = await headOf(line.admin);
    let at = from;
    const seen: number[] = [];
    const writing = Promise.all(
      writers.flatMap((writer) =>
        Array.from({ length: 6 }, async () => {
          for (let turn = 0; turn < 10; turn++) await handOver(writer, 1);
        }),
      ),
    );
    // Hops from hub to hub while they write.
    for (let hop = 0; hop < 12; hop++) {
      const stream = await rawStream(line.hubs[hop % 2]!.url, tokenOf(line.admin), { lastEventId: String(at) });
      await until(stream.places, (places) => places.length >= 20 || at + places.length >= from + 240);
      stream.close();
      const places = stream.places();
      seen.push(...places);
      at = places.at(-1) ?? at;
      expect(stream.frames().some(({ event }) => event === 'reset')).toBe(false);
    }
    await writing;
    const last = await rawStream(line.hubs[0]!.url, tokenOf(line.admin), { lastEventId: String(at) });
    await until(last.places, (places) => at + places.length === from + 240);
    expect([...seen, ...last.places()]).toEqual(range(from + 1, from + 240));
  });
});
