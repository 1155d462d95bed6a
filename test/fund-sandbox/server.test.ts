import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';
import { isLoopback } from '../../src/fund-sandbox/server/control.ts';
import { type FaultName, type FaultRule, faultNames, parseFault } from '../../src/fund-sandbox/server/fault.ts';
import { FaultPlan } from '../../src/fund-sandbox/server/fault-plan.ts';
import { type SandboxServerOptions, startSandboxServer } from '../../src/fund-sandbox/server/start-server.ts';
import { writeQuestion } from '../../src/fund-wire/question.ts';
import { type SigningKey, sign } from '../../src/fund-wire/signature.ts';
import { HttpFund } from '../../src/hub/adapters/fund/http/http-fund.ts';
import type { FundUnavailable } from '../../src/hub/ports/fund.ts';
import { faultEnds } from '../fund/support/fault-ends.ts';
import { shippedMapping } from '../fund/support/mappings.ts';

const sandbox = new Sandbox({ seed: 1, people: 300, today: '2026-11-23' });
const mapping = shippedMapping('jgj-t-320');
const borrower = sandbox.personOf('loan-equal-instalment')!;
const { account, idNumber } = borrower.identity;
const request = { id: '019ab0c2-0000-7000-8000-00000000000a' };
const months = { from: '2026-01', to: '2026-12', page: 1, size: 50 };

const started = async (options: Partial<SandboxServerOptions> = {}) => {
  const server = await startSandboxServer({ sandbox, mapping, port: 0, ...options });
  onTestFinished(() => server.close());
  return server;
};

const fundAt = (url: string, key?: SigningKey): HttpFund => {
  const fund = new HttpFund({ url, mapping, key, timeoutMs: 500 });
  onTestFinished(() => fund.close());
  return fund;
};

const steer = (url: string, faults: readonly Partial<FaultRule>[]): Promise<Response> =>
  fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });

describe('faults on demand', () => {
  const questions: Record<string, (fund: HttpFund) => Promise<unknown>> = {
    identity: (fund) => fund.identity(idNumber, request),
    employee: (fund) => fund.employee(account, request),
    contributions: (fund) => fund.contributions(account, months, request),
    loans: (fund) => fund.loans(account, request),
    repayments: (fund) => fund.repayments(borrower.loan!.account, request),
    employerIdentity: (fund) => fund.employerIdentity(borrower.identity.employer!.account, request),
  };

  describe.each(faultNames)('%s', (fault) => {
    it.each(Object.keys(questions))('of %s', async (name) => {
      const { url } = await started();
      const fund = fundAt(url);
      expect((await steer(url, [{ fault }])).status).toBe(200);
      const failure: FundUnavailable = await questions[name]!(fund).then(
        (answer) => expect.fail(JSON.stringify(answer).slice(0, 200)),
        (error) => error,
      );
      expect(failure.fault).toBe(faultEnds[fault]);
      await steer(url, []);
      expect(await questions[name]!(fundAt(url))).toBeDefined();
    });
  });

  it('slow and dripping answers are right, for whoever has the patience', async () => {
    const { url } = await started({ faults: [{ fault: 'slow', share: 1, milliseconds: 20 }] });
    expect(await fundAt(url).identity(idNumber, request)).toEqual(borrower.identity);
    await steer(url, [{ fault: 'drip', milliseconds: 0 }]);
    expect(await fundAt(url).identity(idNumber, request)).toEqual(borrower.identity);
  });

  it('429 says after how long to ask again', async () => {
    const { url } = await started({ faults: [{ fault: '429', share: 1, milliseconds: 7000 }] });
    await expect(fundAt(url).identity(idNumber, request)).rejects.toMatchObject({ fault: 'busy', retryAfterMs: 7000 });
  });

  it('happens so many times, and to the named questions alone', async () => {
    const { url } = await started();
    await steer(url, [{ fault: 'garbage', operation: 'employee', times: 1 }]);
    const fund = fundAt(url);
    expect(await fund.identity(idNumber, request)).toBeDefined();
    await expect(fund.employee(account, request)).rejects.toMatchObject({ fault: 'garbled' });
    expect(await fund.employee(account, request)).toBeDefined();
    expect(await (await fetch(`${url}/_sandbox/faults`)).json()).toEqual({ faults: [] });
  });

  it('happens to a share of the questions, the same ones each time', () => {
    const drawn = (seed: number) => {
      const plan = new FaultPlan(seed, [{ fault: 'slow', share: 0.1 }]);
      return Array.from({ length: 2000 }, () => plan.next('loans') !== undefined);
    };
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    const hit = drawn(1).filter(Boolean).length;
    expect(hit).toBeGreaterThan(120);
    expect(hit).toBeLessThan(280);
  });

  it('is told on the command line as name:milliseconds@operation=share', () => {
    expect(parseFault('slow')).toEqual({ fault: 'slow', share: 1 });
    expect(parseFault('slow:3000@loans=0.1')).toEqual({
      fault: 'slow',
      milliseconds: 3000,
      operation: 'loans',
      share: 0.1,
    });
    for (const none of ['', 'sloww', 'slow=2', 'slow@nothing', 'slow:x', 'slow=0.1.2', 'slow=.'])
      expect(parseFault(none)).toBeUndefined();
  });
});

describe('the control route', () => {
  it('refuses what is no fault, and changes nothing then', async () => {
    const { url } = await started({ faults: [{ fault: 'garbage', share: 1 }] });
    expect((await steer(url, [{ fault: 'nothing' as FaultName }])).status).toBe(400);
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${url}/_sandbox/faults`, { method: 'POST', headers, body });
    expect((await post({ 'content-type': 'application/json' }, '{')).status).toBe(400);
    expect((await post({ 'content-type': 'text/plain' }, '{"faults":[]}')).status).toBe(415);
    expect((await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' })).status).toBe(405);
    await expect(fundAt(url).identity(idNumber, request)).rejects.toMatchObject({ fault: 'garbled' });
  });

  it('is there for this machine alone', () => {
    const from = (remoteAddress: string) =>
      isLoopback({ socket: { remoteAddress } } as Parameters<typeof isLoopback>[0]);
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(from)).toEqual([true, true, true, true]);
    expect(['10.0.0.1', '192.168.1.7', '::ffff:10.0.0.1', 'fe80::1', ''].map(from)).not.toContain(true);
  });
});

describe('who may ask', () => {
  const key = { id: 'seat', secret: 'a-secret-of-the-tests-alone' };

  it('with a key, only what is signed with it', async () => {
    const { url } = await started({ key });
    expect(await fundAt(url, key).identity(idNumber, request)).toEqual(borrower.identity);
    for (const wrong of [undefined, { ...key, secret: 'another-secret-of-the-tests' }, { ...key, id: 'other' }])
      await expect(fundAt(url, wrong).identity(idNumber, request)).rejects.toMatchObject({ fault: 'denied' });
  });

  it('and each question once', async () => {
    const { url } = await started({ key });
    const { method, path, body = '' } = writeQuestion(mapping, 'identity', { idNumber });
    const headers = sign({ method, path, body }, key, Date.now(), randomUUID());
    const ask = async () => (await fetch(url + path, { method, headers, body })).status;
    expect([await ask(), await ask()]).toEqual([200, 401]);
  });
});

describe('the server', () => {
  const post = (url: string, path: string, body: string) =>
    fetch(url + path, { method: 'POST', body }).then(({ status }) => status);

  it('does not take what is no question', async () => {
    const { url } = await started();
    const { path } = writeQuestion(mapping, 'identity', { idNumber });
    expect(await post(url, '/nothing', '{}')).toBe(404);
    expect(await post(url, path, '{')).toBe(400);
    expect(await post(url, path, '{}')).toBe(400);
    expect(await post(url, path, JSON.stringify({ filler: 'x'.repeat(100_000) }))).toBe(413);
  });

  it('ends while an answer hangs', async () => {
    const server = await startSandboxServer({ sandbox, mapping, port: 0, faults: [{ fault: 'hang', share: 1 }] });
    const fund = new HttpFund({ url: server.url, mapping, timeoutMs: 20_000 });
    const asked = fund.identity(idNumber, request).catch((error: FundUnavailable) => error.fault);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close();
    expect(['unreachable', 'late']).toContain(await asked);
    await fund.close();
  });
});
