import { describe, expect, it } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import { cuttingProxy } from '../support/cutting-proxy.ts';
import { clientOf, type Line, startLine, transferOf } from '../support/line.ts';

const waiting = 100;
const takers = 200;

/** 200 experts, spread over the line's hubs, each behind `through` of their hub's address. */
const experts = async (line: Line, through: (url: string) => string): Promise<HubClient[]> =>
  Promise.all(
    Array.from({ length: takers }, async (_, place) => {
      const body = { name: `expert ${place}`, role: 'expert' as const };
      const { token } = await line.admin.call('users.add', { body });
      return clientOf(through(line.hubs[place % line.hubs.length]!.url), token, 30_000);
    }),
  );

const race = async (line: Line, people: HubClient[]): Promise<void> => {
  const calls = await Promise.all(
    Array.from({ length: waiting }, () => line.admin.call('calls.transfer', { body: transferOf() })),
  );
  const outcomes = await Promise.all(
    people.map((expert) =>
      expert.call('calls.take-next', { body: {} }).then(
        ({ call }) => ({ call: call.id, seat: call.seat!.id, refusal: undefined }),
        (error) => ({ call: undefined, seat: undefined, refusal: error.code, exit: error.exit }),
      ),
    ),
  );
  const taken = outcomes.filter(({ call }) => call !== undefined);
  expect(new Set(taken.map(({ call }) => call))).toEqual(new Set(calls.map(({ call }) => call.id)));
  expect(taken).toHaveLength(waiting);
  expect(new Set(taken.map(({ seat }) => seat)).size).toBe(waiting);
  const refused = outcomes.filter(({ refusal }) => refusal !== undefined);
  expect(refused).toHaveLength(takers - waiting);
  for (const outcome of refused) expect(outcome).toMatchObject({ refusal: 'nothing_waiting', exit: 3 });
  // What the store says, not only what was told.
  const active = await line.admin.call('calls.list', { query: { state: 'active', limit: 500 } });
  expect(new Map(active.calls.map((call) => [call.id, call.seat?.id]))).toEqual(
    new Map(taken.map(({ call, seat }) => [call, seat])),
  );
  expect(await line.admin.call('audit.verify', {})).toMatchObject({ ok: true });
};

describe.each([
  { store: 'sqlite' as const, hubs: 1 },
  { store: 'postgres' as const, hubs: 1 },
  { store: 'postgres' as const, hubs: 2 },
])('200 experts race for 100 calls on $store with $hubs hub(s)', ({ store, hubs }) => {
  it('each call is taken once, nobody gets two', async () => {
    const line = await startLine(store, { hubs });
    await race(line, await experts(line, (url) => url));
  });

  it('also when a third of the replies is lost and asked for again', async () => {
    const line = await startLine(store, { hubs });
    const proxies = new Map(
      await Promise.all(line.hubs.map(async ({ url }) => [url, await cuttingProxy(url, 3)] as const)),
    );
    await race(line, await experts(line, (url) => proxies.get(url)!.url));
    const cut = [...proxies.values()].reduce((sum, proxy) => sum + proxy.cut(), 0);
    expect(cut).toBeGreaterThan(takers / 4);
  });
});
