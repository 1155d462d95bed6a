import { describe, expect, it, onTestFinished } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import { routes } from '../../src/contract/routes.ts';
import { LiveStreams } from '../../src/hub/live/live-streams.ts';
import { Metrics } from '../../src/hub/metrics.ts';
import { clientOf, type Line, refusalOf, startLine, transferOf, until } from '../support/line.ts';
import { rawStream } from '../support/raw-stream.ts';
import { handsIn } from '../support/rows.ts';
import { keptKinds, storeKinds } from '../support/stores.ts';

/** Until when a call's seat may keep it; undefined without a lease. */
const leaseReader = async (line: Line) => {
  const run = await handsIn(line);
  return async (call: string): Promise<number | undefined> =>
    (await run(`select until from leases where call = '${call}'`))[0]?.until as number | undefined;
};

const screenOf = async (line: Line, expert: HubClient, hub = 0) => {
  const screen = await rawStream(line.hubs[hub]!.url, expert.options.token!, { seat: true });
  await screen.frame(({ event }) => event === 'hello');
  return screen;
};

const take = async (line: Line, expert: HubClient, live = false): Promise<{ id: string; number: string }> => {
  const { call, ticket } = await line.admin.call('calls.transfer', { body: transferOf() });
  await expert.call('calls.take', { params: { id: call.id }, body: { live } });
  return { id: call.id, number: ticket.number };
};

const stateOf = async (line: Line, id: string) => (await line.admin.call('calls.show', { params: { id } })).call.state;

describe.each(keptKinds)('a lease on %s', (kind) => {
  it('is renewed by the seat’s screen at any hub, and lapses, not before its end, once the screen is gone', async () => {
    const line = await startLine(kind, { hubs: kind === 'postgres' ? 2 : 1, settings: { liveLeaseSeconds: 1 } });
    const far = line.hubs.length - 1;
    const expert = await line.person('expert');
    const other = await line.person('expert');
    const lease = await leaseReader(line);
    const screen = await screenOf(line, expert, far);
    const { id } = await take(line, expert, true);
    const seen = new Set<number>();
    await until(
      async () => seen.add((await lease(id))!).size,
      // The first lease and nine renewals: three leases long at least.
      (renewals) => renewals >= 10,
    );
    expect(await stateOf(line, id)).toBe('active');
    screen.close();
    // Also after the drop it is still theirs, and nobody else's.
    expect((await expert.call('calls.list', { query: { mine: true } })).calls.map((call) => call.id)).toEqual([id]);
    const lapsed = await until(
      async () => {
        const last = await lease(id);
        if (last !== undefined) seen.add(last);
        const query = { type: 'call.lapsed' as const, subject: id };
        return (await line.admin.call('audit.list', { query })).events[0];
      },
      (event) => event !== undefined,
    );
    expect(lapsed!.atMs).toBeGreaterThanOrEqual(Math.max(...seen));
    expect((await other.call('calls.take-next', { body: {} })).call).toMatchObject({ id, notes: [{ kind: 'lapsed' }] });
  });
});

describe.each(storeKinds)('a call on %s whose screen is gone', (kind) => {
  it('is found again by the same expert after a break, and nobody else can take the call meanwhile', async () => {
    const line = await startLine(kind);
    const expert = await line.person('expert');
    const other = await line.person('expert');
    const screen = await screenOf(line, expert);
    const { id } = await take(line, expert, true);
    screen.close();
    expect(await refusalOf(other.call('calls.take', { params: { id }, body: {} }))).toBe('call_taken');
    expect(await refusalOf(other.call('calls.take-next', { body: {} }))).toBe('nothing_waiting');
    const again = await screenOf(line, expert);
    expect((await expert.call('calls.list', { query: { mine: true } })).calls.map((call) => call.id)).toEqual([id]);
    expect((await expert.call('calls.take-next', { body: { live: true } })).call.id).toBe(id);
    expect((await expert.call('calls.hold', { params: { id }, body: {} })).call.state).toBe('held');
    again.close();
  });
});

it('is renewed by every plain command about the call, also by looking at it, and never made shorter', async () => {
  const line = await startLine('sqlite');
  const expert = await line.person('expert');
  const lease = await leaseReader(line);
  const { id, number } = await take(line, expert);
  const params = { id };
  const long = (await lease(id))!;
  // A screen's lease is shorter than a command's: it must not take away what the command gave.
  const screen = await screenOf(line, expert);
  await expert.call('calls.take', { params, body: { live: true } });
  await expert.call('calls.show', { params });
  expect(await lease(id)).toBe(long);
  screen.close();
  await until(
    async () => (await handsIn(line))(`select connected from presence`),
    ([row]) => row?.connected === 0,
  );
  const commands: [string, () => Promise<unknown>][] = [
    ['calls.take', () => expert.call('calls.take', { params, body: {} })],
    ['calls.take-next', () => expert.call('calls.take-next', { body: {} })],
    ['calls.show', () => expert.call('calls.show', { params })],
    ['tickets.show', () => expert.call('tickets.show', { params: { number } })],
    ['calls.hold', () => expert.call('calls.hold', { params, body: {} })],
    ['calls.resume', () => expert.call('calls.resume', { params, body: {} })],
    ['calls.reveal', () => expert.call('calls.reveal', { params, body: { reason: '核对号码' } })],
    [
      'tickets.close',
      () =>
        expert.call('tickets.close', {
          params: { number },
          body: { category: '咨询', answer: '答', keepCall: true },
        }),
    ],
  ];
  for (const [name, run] of commands) {
    expect(routes).toHaveProperty([name]);
    const before = (await lease(id))!;
    await until(
      () => Date.now(),
      (now) => now > before - 1_800_000,
    );
    await run();
    expect(await lease(id), name).toBeGreaterThan(before);
  }
  await expert.call('calls.end', { params, body: {} });
  expect(await lease(id)).toBeUndefined();
});

it('is not renewed by those whose call it is not', async () => {
  const line = await startLine('sqlite');
  const expert = await line.person('expert');
  const other = await line.person('expert');
  const lease = await leaseReader(line);
  const { id, number } = await take(line, expert);
  const before = await lease(id);
  await until(
    () => Date.now(),
    (now) => now > before! - 1_800_000,
  );
  for (const person of [other, line.admin]) {
    await person.call('calls.show', { params: { id } });
    await person.call('tickets.show', { params: { number } });
    await refusalOf(person.call('calls.hold', { params: { id }, body: {} }));
    await refusalOf(person.call('calls.take', { params: { id }, body: {} }));
  }
  const screen = await screenOf(line, other);
  expect(await lease(id)).toBe(before);
  screen.close();
});

it('that runs out in wrap-up ends the call, and its ticket stays open with the expert', async () => {
  const line = await startLine('sqlite', { settings: { callLeaseSeconds: 1, wrapUpSeconds: 3600 } });
  const expert = await line.person('expert');
  const { id, number } = await take(line, expert);
  expect((await expert.call('calls.end', { params: { id }, body: {} })).call.state).toBe('wrap-up');
  await until(
    () => stateOf(line, id),
    (state) => state === 'ended',
  );
  const mine = await expert.call('tickets.list', { query: { mine: true, state: 'open' } });
  expect(mine.tickets.map((ticket) => ticket.number)).toEqual([number]);
});

it('keeps up with settings that are changed while the screen is connected', async () => {
  const line = await startLine('sqlite', { settings: { liveLeaseSeconds: 3600 } });
  const expert = await line.person('expert');
  const lease = await leaseReader(line);
  const screen = await screenOf(line, expert);
  await line.admin.call('settings.change', { body: { liveLeaseSeconds: 1 } });
  const { id } = await take(line, expert, true);
  const seen = new Set<number>();
  await until(
    async () => seen.add((await lease(id)) ?? 0).size,
    (renewals) => renewals >= 7,
  );
  expect(await stateOf(line, id)).toBe('active');
  // And back: the lease of a second must be made long before it runs out.
  await line.admin.call('settings.change', { body: { liveLeaseSeconds: 3600 } });
  await until(
    async () => (await lease(id)) ?? 0,
    (until) => until > Date.now() + 1_800_000,
  );
  expect(await stateOf(line, id)).toBe('active');
  screen.close();
});

describe('a seat', () => {
  it('whose screen is gone is marked offline, and what rang there rings elsewhere', async () => {
    const line = await startLine('sqlite', {
      settings: { distribution: 'push', liveLeaseSeconds: 1, offerSeconds: 300 },
    });
    const [gone, here] = [await line.person('expert'), await line.person('expert')];
    const screen = await screenOf(line, gone);
    const other = await screenOf(line, here);
    await gone.call('seat.change', { body: { state: 'ready' } });
    await here.call('seat.change', { body: { state: 'ready' } });
    const { call } = await line.admin.call('calls.transfer', { body: transferOf() });
    const shown = async () => (await line.admin.call('calls.show', { params: { id: call.id } })).call;
    const { user } = await gone.call('me', {});
    await until(shown, ({ seat }) => seat?.id === user.id);
    screen.close();
    await until(
      () => gone.call('seat.show', {}),
      ({ seat }) => seat.state === 'offline',
    );
    const me = await here.call('me', {});
    await until(shown, ({ seat, state }) => state === 'offered' && seat?.id === me.user.id);
    other.close();
  });

  it('that goes for a break, signs off or takes another call is not left ringing', async () => {
    const line = await startLine('sqlite', { settings: { distribution: 'push', offerSeconds: 300 } });
    const expert = await line.person('expert');
    const ring = async () => {
      await expert.call('seat.change', { body: { state: 'ready' } });
      const { call } = await line.admin.call('calls.transfer', { body: transferOf() });
      await until(
        () => stateOf(line, call.id),
        (state) => state === 'offered',
      );
      return call.id;
    };
    for (const state of ['not-ready', 'offline'] as const) {
      const id = await ring();
      const changed = await expert.call('seat.change', { body: { state } });
      expect(changed.seat.state).toBe(state);
      expect(await stateOf(line, id)).toBe('waiting');
      await line.admin.call('calls.abandon', { params: { id }, body: {} });
    }
    const ringing = await ring();
    const wanted = await line.admin.call('calls.transfer', { body: transferOf() });
    await expert.call('calls.take', { params: { id: wanted.call.id }, body: {} });
    expect(await stateOf(line, ringing)).toBe('waiting');
    expect((await expert.call('seat.show', {})).seat).toMatchObject({ state: 'on-call', declared: 'ready' });
    expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('may neither finish nor unmask a call that only rings there', async () => {
    const line = await startLine('sqlite', { settings: { distribution: 'push', offerSeconds: 300 } });
    const expert = await line.person('expert');
    await expert.call('seat.change', { body: { state: 'ready' } });
    const { call, ticket } = await line.admin.call('calls.transfer', { body: transferOf() });
    await until(
      () => stateOf(line, call.id),
      (state) => state === 'offered',
    );
    const params = { number: ticket.number };
    const closing = expert.call('tickets.close', { params, body: { category: '咨询', answer: '答' } });
    expect(await refusalOf(closing)).toBe('not_your_ticket');
    const revealing = expert.call('calls.reveal', { params: { id: call.id }, body: { reason: '看看' } });
    expect(await refusalOf(revealing)).toBe('not_your_call');
  });

  it('declared ready by a command stays so after a hub died with its screen connected', async () => {
    const line = await startLine('sqlite');
    const expert = await line.person('expert');
    const { user } = await expert.call('me', {});
    const run = await handsIn(line);
    // What a killed hub leaves behind.
    await run(`insert into presence values ('${user.id}', 1, 1)`);
    await expert.call('seat.change', { body: { state: 'ready' } });
    const [presence] = await run('select until, connected from presence');
    expect(presence).toMatchObject({ connected: 0 });
    expect(presence!.until).toBeGreaterThan(Date.now());
  });

  it('is not kept present by a screen that could not be let in', async () => {
    const renewed: string[] = [];
    let broken = true;
    const writer = {
      write: async (job: unknown) => {
        if (broken) throw new Error('the store is away');
        renewed.push(String(job));
      },
    };
    const engine = { read: {} };
    const tail = { onEvents: () => () => undefined };
    const services = { writer, engine, clock: Date.now } as never;
    const troubles: unknown[] = [];
    const live = new LiveStreams(services, tail as never, new Metrics(async () => []), (error) => troubles.push(error));
    onTestFinished(() => live.close());
    const reply = { raw: { destroy: () => undefined }, hijack: () => undefined };
    await expect(live.open({ id: 'seat' } as never, true, undefined, reply as never)).rejects.toThrow('away');
    broken = false;
    // What a change of settings makes it do: renew the seats whose screens are here.
    await (live as unknown as { renewAll(): Promise<void> }).renewAll();
    expect(renewed).toEqual([]);
  });

  it('of one person is one seat at both hubs', async () => {
    const line = await startLine('postgres', { hubs: 2, settings: { liveLeaseSeconds: 1 } });
    const expert = await line.person('expert');
    const there = clientOf(line.hubs[1]!.url, expert.options.token!);
    const [one, two] = [await screenOf(line, expert, 0), await screenOf(line, expert, 1)];
    const { id } = await take(line, expert, true);
    const lease = await leaseReader(line);
    one.close();
    const seen = new Set<number>();
    await until(
      async () => seen.add((await lease(id)) ?? 0).size,
      (renewals) => renewals >= 7,
    );
    expect((await there.call('calls.take-next', { body: {} })).call.id).toBe(id);
    two.close();
  });
});
