import { Pool } from 'undici';
import type { FundMapping } from '../../../../fund-wire/mapping.ts';
import type { SigningKey } from '../../../../fund-wire/signature.ts';
import type { FundObserver, FundPort, FundRequest, MonthRange } from '../../../ports/fund.ts';
import { Asker } from './asker.ts';
import { type BreakerOptions, CircuitBreaker, usualBreaker } from './circuit-breaker.ts';
import { type Clock, systemClock } from './clock.ts';
import { Gate } from './gate.ts';
import { RetryBudget } from './retry-budget.ts';

/** PEM texts: our certificate chain and its key, where the fund wants one; and who vouches for the fund, if not the usual ones. */
export interface FundTls {
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly ca?: string | undefined;
}

export interface HttpFundOptions {
  /** The base address; a path in it goes before those of the mapping. */
  readonly url: string;
  readonly mapping: FundMapping;
  /** Signs every question; without it, none is signed. */
  readonly key?: SigningKey | undefined;
  readonly tls?: FundTls | undefined;
  /** How long a question may take in all. Milliseconds; 4000 unless given. */
  readonly timeoutMs?: number | undefined;
  /** Questions at once; 8 unless given. Twice as many may wait for their turn. */
  readonly concurrency?: number | undefined;
  /** A larger answer is not read. Bytes; 2 MiB unless given. */
  readonly largestBytes?: number | undefined;
  readonly breaker?: Partial<BreakerOptions> | undefined;
  readonly observer?: FundObserver | undefined;
  readonly clock?: Clock | undefined;
  /** From 0 to below 1. */
  readonly random?: (() => number) | undefined;
}

export const usualTimeoutMs = 4_000;
const usualConcurrency = 8;
const usualLargestBytes = 2 * 1024 * 1024;

const unobserved: FundObserver = { answered: () => {}, breaker: () => {} };

/**
 * A fund that is asked over HTTP, by a mapping. Every question ends within its time: in an answer that was checked against its shape and
 * against what was asked, or as FundUnavailable. HTTP/1.1 only, so that what is given up takes its connection with it.
 */
export class HttpFund implements FundPort {
  readonly name: string;
  private readonly pool: Pool;
  private readonly asker: Asker;

  constructor(options: HttpFundOptions) {
    const { url, mapping, key, tls, observer = unobserved, clock = systemClock, random = Math.random } = options;
    const { timeoutMs = usualTimeoutMs, concurrency = usualConcurrency, largestBytes = usualLargestBytes } = options;
    const { origin, pathname } = new URL(url);
    this.name = mapping.name;
    this.pool = new Pool(origin, {
      connections: concurrency,
      pipelining: 1,
      allowH2: false,
      keepAliveTimeout: 10_000,
      // The deadline of the question is the one limit.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: largestBytes,
      connect: { ...tls, timeout: timeoutMs },
    });
    this.asker = new Asker({
      pool: this.pool,
      mapping,
      basePath: pathname.replace(/\/+$/, ''),
      key,
      timeoutMs,
      largestBytes,
      gate: new Gate(concurrency, 2 * concurrency),
      breaker: new CircuitBreaker({ ...usualBreaker, ...options.breaker }, clock.now, (state) =>
        observer.breaker(state),
      ),
      budget: new RetryBudget(),
      clock,
      random,
      observer,
    });
  }

  identity(idNumber: string, request: FundRequest) {
    return this.asker.ask('identity', { idNumber }, request);
  }

  employerIdentity(account: string, request: FundRequest) {
    return this.asker.ask('employer-identity', { account }, request);
  }

  employee(account: string, request: FundRequest) {
    return this.asker.ask('employee', { account }, request);
  }

  contributions(account: string, range: MonthRange, request: FundRequest) {
    return this.asker.ask('contributions', { account, ...range }, request);
  }

  employer(account: string, request: FundRequest) {
    return this.asker.ask('employer', { account }, request);
  }

  employerContributions(account: string, range: MonthRange, request: FundRequest) {
    return this.asker.ask('employer-contributions', { account, ...range }, request);
  }

  async loanProgress(account: string, request: FundRequest) {
    const found = await this.asker.ask('loan-progress', { account }, request);
    return newestFirst(found, ({ appliedOn }) => appliedOn);
  }

  async loans(account: string, request: FundRequest) {
    const found = await this.asker.ask('loans', { account }, request);
    return newestFirst(found, ({ signedOn, disbursedOn }) => signedOn ?? disbursedOn ?? notYet);
  }

  repayments(account: string, request: FundRequest) {
    return this.asker.ask('repayments', { account }, request);
  }

  async onlineApplications(account: string, request: FundRequest) {
    const found = await this.asker.ask('online-applications', { account }, request);
    return newestFirst(found, ({ submittedOn }) => submittedOn);
  }

  /** Whoever still waits is told that there is no connection. */
  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

/** Later than any day. */
const notYet = '9999-99-99';

/** Whole lists are put in order here, whatever order a centre has; of one day, as they came. */
const newestFirst = <T>(list: readonly T[], dayOf: (one: T) => string): T[] =>
  list.toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));
