import { describe, expect, it, vi } from 'vitest';
import { pauseBefore } from '../../src/hub/adapters/fund/http/backoff.ts';
import { retryAfterMs } from '../../src/hub/adapters/fund/http/retry-after.ts';
import { RetryBudget } from '../../src/hub/adapters/fund/http/retry-budget.ts';
import { zhao } from '../support/fund.ts';
import { askedFund, faultOf } from './support/asked-fund.ts';
import { FakeClock } from './support/fake-clock.ts';
import { type Arrival, sendFaithfully } from './support/wire-server.ts';

const request = { id: '019ab0c2-0000-7000-8000-0000000000aa' };
const json = { 'content-type': 'application/json' };
const reset = ({ request: { socket } }: Arrival): unknown => socket.resetAndDestroy();
const neverResting = { breaker: { least: Number.POSITIVE_INFINITY } };

describe('asking again', () => {
  it.each([
    ['a reset', reset],
    ['a 503', ({ response }: Arrival) => response.writeHead(503).end()],
  ])('after %s, signed anew and under the same id', async (_, fault) => {
    const key = { id: 'hotline', secret: 'a secret of the two' };
    const { fund, server, told } = await askedFund(
      (arrival, count) => (count === 1 ? fault(arrival) : sendFaithfully(arrival)),
      { key },
    );
    expect(await fund.employee(zhao.account, request)).toMatchObject({ account: zhao.account });
    expect(told).toMatchObject([{ outcome: 'found', attempts: 2 }]);
    const headers = server.arrivals.map((arrival) => arrival.request.headers);
    expect(headers.map((one) => one['x-request-id'])).toEqual([request.id, request.id]);
    expect(new Set(headers.map((one) => one['x-fund-nonce'])).size).toBe(2);
  });

  it('three times at most', async () => {
    const { fund, server } = await askedFund(reset);
    expect((await faultOf(fund.employee(zhao.account, request))).fault).toBe('unreachable');
    expect(server.arrivals.length).toBe(3);
  });

  it.each([
    ['a 500', 500, json, '{}'],
    ['a 429 that names no time', 429, json, '{}'],
    ['a 403', 403, json, '{}'],
    ['garbage', 200, json, '{'],
    ['another account', 200, json, '{"code":"0","data":{"GRZH":"1"}}'],
  ])('not after %s', async (_, status, headers, body) => {
    const { fund, server } = await askedFund(({ response }) => response.writeHead(status, headers).end(body));
    await faultOf(fund.employee(zhao.account, request));
    expect(server.arrivals.length).toBe(1);
  });

  it.each([429, 503])('not before the fund said that it may be (%i)', async (status) => {
    const clock = new FakeClock();
    const { fund, server } = await askedFund(
      (arrival, count) =>
        count === 1 ? arrival.response.writeHead(status, { 'retry-after': '2' }).end() : sendFaithfully(arrival),
      { clock, timeoutMs: 4_000 },
    );
    const asked = fund.employee(zhao.account, request);
    // The time of the question, and the pause.
    await vi.waitFor(() => expect(clock.waits).toEqual([2_000, 4_000]));
    clock.advance(1_999);
    expect(server.arrivals.length).toBe(1);
    clock.advance(1);
    expect(await asked).toMatchObject({ account: zhao.account });
    expect(clock.waits).toEqual([]);
  });

  it('not at all when that is after the question’s time; whoever asked is told when', async () => {
    const { fund, server } = await askedFund(({ response }) => response.writeHead(503, { 'retry-after': '30' }).end());
    const error = await faultOf(fund.employee(zhao.account, request));
    expect([error.fault, error.retryAfterMs, server.arrivals.length]).toEqual(['failing', 30_000, 1]);
  });

  it('not when nobody waits any more', async () => {
    const clock = new FakeClock();
    const { fund, server } = await askedFund(reset, { clock, random: () => 0.5 });
    const leaving = new AbortController();
    const asked = fund.employee(zhao.account, { ...request, signal: leaving.signal });
    await vi.waitFor(() => expect(clock.waits).toEqual([50, 4_000]));
    leaving.abort();
    await expect(asked).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect([clock.waits, server.arrivals.length]).toEqual([[], 1]);
  });

  it('no more than a tenth of all questions, over a long time', async () => {
    const { fund, server } = await askedFund(reset, neverResting);
    for (let count = 0; count < 100; count++) await faultOf(fund.employee(zhao.account, request));
    // Three were saved up at the beginning.
    expect(server.arrivals.length - 100).toBeLessThanOrEqual(13);
    expect(server.arrivals.length - 100).toBeGreaterThanOrEqual(12);
  });

  it('the budget saves up no more than a few', () => {
    const budget = new RetryBudget(0.1, 3);
    for (let count = 0; count < 1_000; count++) budget.earn();
    expect([1, 2, 3, 4].map(() => budget.spend())).toEqual([true, true, true, false]);
    for (let count = 0; count < 10; count++) budget.earn();
    expect([budget.spend(), budget.spend()]).toEqual([true, false]);
  });

  it('pauses double, between none and all of it', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => pauseBefore(attempt, 1))).toEqual([100, 200, 400, 800, 1000, 1000]);
    expect([pauseBefore(3, 0), pauseBefore(1, 0.5), pauseBefore(0, 0.5, 2_000)]).toEqual([0, 100, 2_050]);
  });

  it.each([
    ['5', 5_000],
    ['0', 0],
    ['99999999', 3_600_000],
    ['Tue, 24 Nov 2026 01:00:07 GMT', 7_000],
    ['Tue, 24 Nov 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('Retry-After %s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, Date.UTC(2026, 10, 24, 1))).toBe(ms);
  });
});

describe('questions at once', () => {
  const held = async (options = {}) => {
    const waiting: Arrival[] = [];
    const asked = await askedFund((arrival) => waiting.push(arrival), { concurrency: 2, ...options });
    return { ...asked, waiting };
  };

  it('no more than allowed, a short row behind them, and the rest is told at once that it is busy', async () => {
    const { fund, server, waiting } = await held();
    const answers = Array.from({ length: 6 }, () => fund.employee(zhao.account, request));
    await vi.waitFor(() => expect(waiting.length).toBe(2));
    const error = await faultOf(fund.employee(zhao.account, request));
    expect([error.fault, server.arrivals.length, server.connections()]).toEqual(['busy', 2, 2]);
    for (let answered = 0; answered < 6; answered++) {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
      sendFaithfully(waiting.shift()!);
    }
    expect((await Promise.all(answers)).length).toBe(6);
    expect(server.connections()).toBe(2);
  });

  it('whoever does not get its turn in time is told that it is busy, and those before it that it is late', async () => {
    const clock = new FakeClock();
    const { fund, told, waiting } = await held({ clock, timeoutMs: 100 });
    const asked = Array.from({ length: 4 }, () => faultOf(fund.employee(zhao.account, request)));
    await vi.waitFor(() => expect(waiting.length).toBe(2));
    clock.advance(100);
    const faults = await Promise.all(asked);
    expect(faults.map(({ fault }) => fault)).toEqual(['late', 'late', 'busy', 'busy']);
    expect(told.map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 1, 1]);
  });

  it('whoever leaves the row makes room in it', async () => {
    const { fund, waiting } = await held({ concurrency: 1 });
    const leaving = new AbortController();
    const first = fund.employee(zhao.account, request);
    const gone = fund.employee(zhao.account, { ...request, signal: leaving.signal });
    const second = fund.employee(zhao.account, request);
    await vi.waitFor(() => expect(waiting.length).toBe(1));
    leaving.abort();
    await expect(gone).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    const third = fund.employee(zhao.account, request);
    for (const answer of [first, second, third]) {
      await vi.waitFor(() => expect(waiting.length).toBe(1));
      sendFaithfully(waiting.shift()!);
      expect(await answer).toMatchObject({ account: zhao.account });
    }
  });

  it('a fund that hangs holds nobody up for longer than a question’s time, and is then left alone', async () => {
    const { fund, breaker } = await held({ timeoutMs: 100, concurrency: 8 });
    const faults = await Promise.all(Array.from({ length: 8 }, () => faultOf(fund.employee(zhao.account, request))));
    expect(new Set(faults.map(({ fault }) => fault))).toEqual(new Set(['late']));
    expect(breaker).toEqual(['open']);
    expect((await faultOf(fund.employee(zhao.account, request))).fault).toBe('resting');
  });
});
