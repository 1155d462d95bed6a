import { onTestFinished } from 'vitest';
import { HttpFund, type HttpFundOptions } from '../../../src/hub/adapters/fund/http/http-fund.ts';
import { type FundObserver, FundUnavailable } from '../../../src/hub/ports/fund.ts';
import { HandMadeFund } from '../../support/fund.ts';
import { shippedMapping } from './mappings.ts';
import { type WireServer, type WireServerOptions, wireServer } from './wire-server.ts';

export const mapping = shippedMapping('jgj-t-320');

type Told = Parameters<FundObserver['answered']>[0];

export interface AskedFund {
  readonly fund: HttpFund;
  readonly server: WireServer;
  /** What the hub was told to measure. */
  readonly told: Told[];
  readonly breaker: string[];
}

/** An HTTP fund before a server of a few records that answers in the given way. */
export const askedFund = async (
  reply: WireServerOptions['reply'],
  options: Partial<HttpFundOptions> = {},
): Promise<AskedFund> => {
  const told: Told[] = [];
  const breaker: string[] = [];
  const server = await wireServer({ fund: new HandMadeFund(), mapping, ...(reply && { reply }) });
  const fund = new HttpFund({
    url: server.url,
    mapping,
    random: () => 0,
    observer: { answered: (one) => told.push(one), breaker: (state) => breaker.push(state) },
    ...options,
  });
  onTestFinished(() => fund.close());
  return { fund, server, told, breaker };
};

/** The fault that a question ends in; an answer is a mistake of the test. */
export const faultOf = async (asked: Promise<unknown>): Promise<FundUnavailable> => {
  try {
    await asked;
  } catch (error) {
    if (error instanceof FundUnavailable) return error;
    throw error;
  }
  throw new Error('the fund answered');
};
