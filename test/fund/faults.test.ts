import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { HttpFund } from '../../src/hub/adapters/fund/http/http-fund.ts';
import { HandMadeFund, secrets, zhao } from '../support/fund.ts';
import { askedFund, faultOf, mapping } from './support/asked-fund.ts';
import { changed, type Data, faultReplies, json } from './support/fault-replies.ts';
import { authority, fundCertificate, hubCertificate, strangerCertificate } from './support/tls.ts';
import { sendFaithfully, wireServer } from './support/wire-server.ts';

const request = { id: '019ab0c2-0000-7000-8000-00000000000f' };
const year = { from: '2026-01', to: '2026-12', page: 1, size: 5 };

/** Nothing of whom it was about may be found in what goes to logs and metrics. */
const expectSilence = (...said: unknown[]): void => {
  const all = said
    .map((one) => {
      const chain: unknown[] = [];
      for (let error = one; error; error = (error as Error).cause)
        chain.push(error, (error as Error).stack, { ...(error as object) });
      return chain.map((part) => (typeof part === 'string' ? part : `${part} ${JSON.stringify(part)}`)).join();
    })
    .join();
  for (const secret of [...secrets, zhao.name]) expect(all).not.toContain(secret);
};

describe('every fault of a fund ends in its state', () => {
  it.each(Object.entries(faultReplies))('%s', async (_, { reply, fault, code, dropped }) => {
    const waits = fault === 'late';
    const { fund, server, told } = await askedFund(
      (arrival) =>
        server.arrivals.length <= 3 && arrival.received.body.includes(zhao.account) ? reply(arrival) : undefined,
      { timeoutMs: waits ? 150 : 10_000 },
    );
    const error = await faultOf(fund.employee(zhao.account, request));
    expect(error.fault).toBe(fault);
    if (code !== undefined) expect((error.cause as { code: string }).code).toBe(code);
    expect(told).toMatchObject([{ operation: 'employee', outcome: fault, attempts: server.arrivals.length }]);
    expectSilence(error, ...told);
    if (dropped) await vi.waitFor(() => expect(server.connections()).toBe(0));
  });

  it.each(Object.entries(faultReplies))('%s: the next question is answered', async (_, { reply, fault }) => {
    const { fund } = await askedFund(
      (arrival) => (arrival.name === 'employee' ? reply(arrival) : sendFaithfully(arrival)),
      { timeoutMs: fault === 'late' ? 150 : 10_000 },
    );
    await faultOf(fund.employee(zhao.account, request));
    expect(await fund.identity(zhao.idNumber, request)).toMatchObject({ account: zhao.account });
  });

  it.each<[string, (data: Data & { MX: Data[] }) => void, string]>([
    [
      'a month that was not asked for',
      ({ MX }) => {
        MX[1]!.HBJNY = '202512';
      },
      'contributions.1.month: other',
    ],
    [
      'an entry of another account',
      ({ MX }) => {
        MX[0]!.GRZH = '990000000999';
      },
      'contributions.0.account (GRZH): other',
    ],
    [
      'an entry of no account',
      ({ MX }) => {
        delete MX[0]!.GRZH;
      },
      'contributions.0.account (GRZH): missing',
    ],
    [
      'another page',
      (data) => {
        data.YM = 2;
      },
      'contributions.page: other',
    ],
    [
      'fewer entries than there must be',
      ({ MX }) => {
        MX.pop();
      },
      'contributions.entries: other',
    ],
    [
      'more entries than were asked for',
      ({ MX }) => {
        MX.push(MX[0]!);
      },
      'contributions.entries: other',
    ],
    [
      'pages that do not fit the total',
      (data) => {
        data.ZYS = 9;
      },
      'contributions.pages: other',
    ],
    [
      'a total that is none',
      (data) => {
        data.ZTS = -1;
      },
      'contributions.total (ZTS): form',
    ],
    [
      'no entries',
      (data) => {
        delete (data as Data).MX;
      },
      'contributions (MX): missing',
    ],
  ])('%s', async (_, change, code) => {
    const { fund } = await askedFund(changed(change));
    const error = await faultOf(fund.contributions(zhao.account, year, request));
    expect([error.fault, (error.cause as { code: string }).code]).toEqual(['garbled', code]);
  });

  it('somebody else’s identity, loan or plan', async () => {
    const { fund } = await askedFund(({ response, answer }) => {
      const swapped = JSON.stringify(answer.body)
        .replaceAll(/"(99000000|DK000000)/g, '"11000000')
        .replaceAll(zhao.idNumber, '11010119900307123X');
      response.writeHead(200, json).end(swapped);
    });
    for (const asked of [
      fund.identity(zhao.idNumber, request),
      fund.loans(zhao.account, request),
      fund.repayments('DK0000000777', request),
    ]) {
      const error = await faultOf(asked);
      expect([error.fault, (error.cause as { code: string }).code]).toEqual([
        'garbled',
        expect.stringMatching(/: other$/),
      ]);
      expectSilence(error);
    }
  });

  it('nobody there', async () => {
    const fund = new HttpFund({ url: 'http://127.0.0.1:9', mapping });
    onTestFinished(() => fund.close());
    const error = await faultOf(fund.employee(zhao.account, request));
    expect([error.fault, (error.cause as { code: string }).code]).toEqual(['unreachable', 'ECONNREFUSED']);
  });

  it('a question under way when the fund is closed, and one after', async () => {
    const { fund, server } = await askedFund(() => {});
    const asked = faultOf(fund.employee(zhao.account, request));
    await vi.waitFor(() => expect(server.arrivals.length).toBe(1));
    await fund.close();
    expect((await asked).fault).toBe('unreachable');
    expect((await faultOf(fund.employee(zhao.account, request))).fault).toBe('unreachable');
  });

  it('nobody waits any more: it ends as that, the connection with it, and nothing is held against the fund', async () => {
    const { fund, server, told, breaker } = await askedFund(() => {}, { breaker: { least: 1 } });
    const leaving = new AbortController();
    const asked = fund.employee(zhao.account, { ...request, signal: leaving.signal });
    await vi.waitFor(() => expect(server.arrivals.length).toBe(1));
    leaving.abort();
    await expect(asked).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    await vi.waitFor(() => expect(server.connections()).toBe(0));
    expect([told, breaker]).toEqual([[], []]);
  });
});

describe('certificates', () => {
  const strict = { ...fundCertificate, ca: authority, requestCert: true, rejectUnauthorized: true };

  const asked = async (tls: object) => {
    const { url } = await wireServer({ fund: new HandMadeFund(), mapping, tls: strict });
    const fund = new HttpFund({ url, mapping, tls });
    onTestFinished(() => fund.close());
    return fund.employee(zhao.account, request);
  };

  it('each side knows the other', async () => {
    expect(await asked({ ...hubCertificate, ca: authority })).toMatchObject({ account: zhao.account });
  });

  it.each([
    ['none of ours', { ca: authority }],
    ['one that the fund does not know', { ...strangerCertificate, ca: authority }],
    ['a fund that nobody vouches for', hubCertificate],
  ])('%s', async (_, tls) => {
    expect((await faultOf(asked(tls))).fault).toBe('unreachable');
  });
});
