import { describe, expect, it } from 'vitest';
import { CircuitBreaker, type Health, usualBreaker } from '../../src/hub/adapters/fund/http/circuit-breaker.ts';
import type { HttpFund } from '../../src/hub/adapters/fund/http/http-fund.ts';
import { zhao } from '../support/fund.ts';
import { askedFund, faultOf } from './support/asked-fund.ts';
import { FakeClock } from './support/fake-clock.ts';
import { sendFaithfully } from './support/wire-server.ts';

const started = () => {
  const clock = new FakeClock();
  const states: string[] = [];
  const breaker = new CircuitBreaker(usualBreaker, clock.now, (state) => states.push(state));
  const all = (...healths: Health[]): void => {
    for (const health of healths) breaker.enter()(health);
  };
  return { clock, states, breaker, all };
};

const resting = expect.objectContaining({ name: 'FundUnavailable', fault: 'resting' });

describe('the breaker', () => {
  it('opens when at least half of at least five questions failed', () => {
    const { breaker, states, all } = started();
    all('down', 'down', 'down', 'down');
    expect(states).toEqual([]);
    all('down');
    expect(states).toEqual(['open']);
    expect(() => breaker.enter()).toThrow(resting);
  });

  it('stays closed while more questions are answered than not', () => {
    const { states, all } = started();
    for (let round = 0; round < 50; round++) all('up', 'up', 'down');
    expect(states).toEqual([]);
  });

  it('does not open by an answer, whatever came before', () => {
    const { states, all } = started();
    all('down', 'down', 'down', 'down', 'up');
    expect(states).toEqual([]);
    all('down');
    expect(states).toEqual(['open']);
  });

  it('forgets what is long ago, and counts nothing that says nothing', () => {
    const { clock, states, all } = started();
    all('down', 'down', 'down', 'down', 'unknown', 'unknown');
    clock.advance(usualBreaker.windowMs);
    all('down');
    expect(states).toEqual([]);
  });

  it('rests, tries one question, and closes when it is answered', () => {
    const { clock, states, breaker, all } = started();
    all('down', 'down', 'down', 'down', 'down');
    clock.advance(usualBreaker.restMs - 1);
    expect(() => breaker.enter()).toThrow(expect.objectContaining({ retryAfterMs: 1 }));
    clock.advance(1);
    const probe = breaker.enter();
    expect(() => breaker.enter()).toThrow(resting);
    expect(states).toEqual(['open', 'half-open']);
    probe('up');
    expect(states).toEqual(['open', 'half-open', 'closed']);
    all('down', 'down', 'down', 'down');
    expect(breaker.state).toBe('closed');
  });

  it('rests twice as long after each try that failed, but no longer than a minute', () => {
    const { clock, breaker, all } = started();
    all('down', 'down', 'down', 'down', 'down');
    for (const rest of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      clock.advance(rest - 1);
      expect(() => breaker.enter()).toThrow(resting);
      clock.advance(1);
      breaker.enter()('down');
    }
    clock.advance(60_000);
    breaker.enter()('up');
    all('down', 'down', 'down', 'down', 'down');
    clock.advance(usualBreaker.restMs);
    expect(() => breaker.enter()).not.toThrow();
  });

  it('a try that nobody waited for decides nothing: the next one may follow at once', () => {
    const { clock, states, breaker, all } = started();
    all('down', 'down', 'down', 'down', 'down');
    clock.advance(usualBreaker.restMs);
    breaker.enter()('unknown');
    breaker.enter()('up');
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it('whoever was let in before a change has no say after it', () => {
    const { clock, states, breaker, all } = started();
    const [early, late] = [breaker.enter(), breaker.enter()];
    all('down', 'down', 'down', 'down', 'down');
    early('up');
    expect(breaker.state).toBe('open');
    clock.advance(usualBreaker.restMs);
    const probe = breaker.enter();
    late('up');
    expect(breaker.state).toBe('half-open');
    probe('up');
    expect(states).toEqual(['open', 'half-open', 'closed']);
  });
});

describe('a fund with a breaker', () => {
  const request = { id: 'breaker' };
  const ask = (fund: HttpFund) => fund.employee(zhao.account, request);

  it('is left alone when it fails, tried after a rest, and asked again when it answers', async () => {
    const clock = new FakeClock();
    let well = false;
    const { fund, server, told, breaker } = await askedFund(
      (arrival) => (well ? sendFaithfully(arrival) : arrival.response.writeHead(500).end()),
      { clock },
    );
    for (let count = 0; count < 5; count++) expect((await faultOf(ask(fund))).fault).toBe('failing');
    expect(breaker).toEqual(['open']);
    const error = await faultOf(ask(fund));
    expect([error.fault, error.retryAfterMs]).toEqual(['resting', 5_000]);
    expect(server.arrivals.length).toBe(5);
    expect(told.at(-1)).toMatchObject({ outcome: 'resting', attempts: 0 });

    clock.advance(5_000);
    expect((await faultOf(ask(fund))).fault).toBe('failing');
    expect((await faultOf(ask(fund))).fault).toBe('resting');
    well = true;
    clock.advance(10_000);
    expect(await ask(fund)).toMatchObject({ account: zhao.account });
    expect(await ask(fund)).toMatchObject({ account: zhao.account });
    expect(breaker).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });

  it.each([
    ['questions that it denies', 403, '{}'],
    ['records that are not as agreed', 200, '{"code":"0","data":{}}'],
    ['questions about nobody', 200, '{"code":"1"}'],
  ])('is not left alone for %s', async (_, status, body) => {
    const { fund, breaker } = await askedFund(({ response }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body),
    );
    for (let count = 0; count < 8; count++) await ask(fund).catch(() => {});
    expect(breaker).toEqual([]);
  });

  it.each([
    ['pages for people instead of answers', 200, '<html>'],
    ['no patience', 429, ''],
  ])('is left alone for %s', async (_, status, body) => {
    const { fund, breaker } = await askedFund(({ response }) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end(body),
    );
    for (let count = 0; count < 8; count++) await ask(fund).catch(() => {});
    expect(breaker).toEqual(['open']);
  });
});
