import { describe, expect, it } from 'vitest';
import { canonicalText, type SignedRequest, sign, signatureFault } from '../../src/fund-wire/signature.ts';
import { zhao } from '../support/fund.ts';
import { askedFund, faultOf } from './support/asked-fund.ts';
import { type Arrival, sendFaithfully } from './support/wire-server.ts';

const key = { id: 'hotline-1', secret: '0123456789abcdef0123456789abcdef' };
const request: SignedRequest = { method: 'POST', path: '/fund/v1/employee?x=1', body: '{"GRZH":"990000000101"}' };
const now = 1_795_482_000_000;
const nonce = '0198f2a4-7c1e-7000-8000-00000000beef';

const judged = (
  change: { request?: Partial<SignedRequest>; headers?: Record<string, string | undefined>; nowMs?: number } = {},
) =>
  signatureFault(
    { ...request, ...change.request },
    { ...sign(request, key, now, nonce), ...change.headers },
    (id) => (id === key.id ? key.secret : undefined),
    change.nowMs ?? now,
  );

describe('the signature of a request', () => {
  // docs/fund-port.md gives this example; it was worked out there with openssl.
  it('is the one of the documentation', () => {
    expect(canonicalText(request, key.id, '1795482000', nonce)).toBe(
      [
        'FUND-HMAC-SHA256',
        'POST',
        '/fund/v1/employee?x=1',
        'hotline-1',
        '1795482000',
        nonce,
        '76a630d0fe5c762ecd7de445ecf0c03dc147a5eb7c6f58582096f5e5cbf4d952',
      ].join('\n'),
    );
    expect(sign(request, key, now, nonce)).toEqual({
      'x-fund-key': 'hotline-1',
      'x-fund-timestamp': '1795482000',
      'x-fund-nonce': nonce,
      'x-fund-signature': 'b7caa9900ca3ba0984471a5b97666cc5c5c48958b01f80f730f381429c6f0100',
    });
  });

  it('is accepted as it was made', () => expect(judged()).toBeUndefined());

  it.each([
    ['another method', { request: { method: 'PUT' } }, 'wrong'],
    ['another path', { request: { path: '/fund/v1/loans?x=1' } }, 'wrong'],
    ['another query', { request: { path: '/fund/v1/employee?x=2' } }, 'wrong'],
    ['another body', { request: { body: '{"GRZH":"990000000102"}' } }, 'wrong'],
    ['another nonce', { headers: { 'x-fund-nonce': nonce.replace('beef', 'beee') } }, 'wrong'],
    ['another time', { headers: { 'x-fund-timestamp': '1795482001' } }, 'wrong'],
    ['another signature', { headers: { 'x-fund-signature': '0'.repeat(64) } }, 'wrong'],
    ['a key that nobody has', { headers: { 'x-fund-key': 'hotline-2' } }, 'unknown_key'],
    ['a key of an object by birth', { headers: { 'x-fund-key': 'constructor' } }, 'unknown_key'],
    ['no signature', { headers: { 'x-fund-signature': undefined } }, 'unsigned'],
    ['a signature in capitals', { headers: { 'x-fund-signature': 'A'.repeat(64) } }, 'unsigned'],
    ['a short signature', { headers: { 'x-fund-signature': 'ab' } }, 'unsigned'],
    ['a time that is none', { headers: { 'x-fund-timestamp': '2026-11-24' } }, 'unsigned'],
    ['a nonce of two lines', { headers: { 'x-fund-nonce': `${nonce}\n1` } }, 'unsigned'],
    ['an old one', { nowMs: now + 300_001 }, 'clock'],
    ['one of the future', { nowMs: now - 300_001 }, 'clock'],
    ['one of five minutes ago', { nowMs: now + 300_000 }, undefined],
  ] as const)('%s is %s', (_, change, fault) => expect(judged(change)).toBe(fault));
});

describe('a fund that wants signatures', () => {
  const strictly =
    (secret: string) =>
    (arrival: Arrival): unknown => {
      const { received, request: incoming, response } = arrival;
      const fault = signatureFault(received, incoming.headers, () => secret, Date.now());
      return fault ? response.writeHead(401).end() : sendFaithfully(arrival);
    };

  it('answers what was signed with its key', async () => {
    const { fund } = await askedFund(strictly(key.secret), { key });
    expect(await fund.employee(zhao.account, { id: 'signed' })).toMatchObject({ account: zhao.account });
  });

  it.each([
    ['another key', { key: { ...key, secret: 'x'.repeat(32) } }],
    ['no key', {}],
  ])('denies %s', async (_, options) => {
    const { fund } = await askedFund(strictly(key.secret), options);
    expect((await faultOf(fund.employee(zhao.account, { id: 'signed' }))).fault).toBe('denied');
  });
});
