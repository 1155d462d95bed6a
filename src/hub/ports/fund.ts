import type { FundFault } from '../../domain/fund/fund-fault.ts';
import type {
  ContributionPage,
  Employee,
  Employer,
  EmployerContributionPage,
  EmployerIdentity,
  Loan,
  LoanApplication,
  OnlineApplication,
  PersonIdentity,
  Repayments,
} from '../../domain/fund/records.ts';

/** What goes with every question to a fund. */
export interface FundRequest {
  /** Names the question in the logs of both sides; says nothing of the person. */
  readonly id: string;
  /** Nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Which entries: months `YYYY-MM`, both included; pages count from 1. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
  readonly page: number;
  /** Entries a page, 1 to 500. */
  readonly size: number;
}

/** A fund gave no answer. Carries no word of what was asked or answered. */
export class FundUnavailable extends Error {
  readonly fault: FundFault;
  /** Milliseconds after which it is worth asking again, where known. */
  readonly retryAfterMs: number | undefined;

  constructor(fault: FundFault, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(`fund: ${fault}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'FundUnavailable';
    this.fault = fault;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/**
 * A fund's records, read only. What is not there is `undefined`, or an empty list; what could not be read is FundUnavailable. An adapter
 * never gives a record that it has not checked against its shape, nor one of another account than it was asked for.
 */
export interface FundPort {
  /** Which fund answers, for people: its name or address. */
  readonly name: string;
  /** The person with this citizen number. */
  identity(idNumber: string, request: FundRequest): Promise<PersonIdentity | undefined>;
  employerIdentity(employerAccount: string, request: FundRequest): Promise<EmployerIdentity | undefined>;
  employee(account: string, request: FundRequest): Promise<Employee | undefined>;
  /** The oldest entry first. Entries without a month are in by the month they were booked in. */
  contributions(account: string, range: MonthRange, request: FundRequest): Promise<ContributionPage>;
  employer(account: string, request: FundRequest): Promise<Employer | undefined>;
  employerContributions(account: string, range: MonthRange, request: FundRequest): Promise<EmployerContributionPage>;
  /** The newest first, and so below. */
  loanProgress(account: string, request: FundRequest): Promise<LoanApplication[]>;
  /** Loans of which the person is borrower or co-borrower. */
  loans(account: string, request: FundRequest): Promise<Loan[]>;
  repayments(loanAccount: string, request: FundRequest): Promise<Repayments | undefined>;
  /** Of a person's account or an employer's. */
  onlineApplications(account: string, request: FundRequest): Promise<OnlineApplication[]>;
  close(): Promise<void>;
}

/** What a hub measures of its fund: how it answered, never what. */
export interface FundObserver {
  answered(answer: { operation: string; outcome: 'found' | 'absent' | FundFault; ms: number; attempts: number }): void;
  /** Whether the fund is asked, left alone after too many faults, or tried again. */
  breaker(state: 'closed' | 'open' | 'half-open'): void;
}

/** Opens a fund for a hub that measures it. */
export type OpenFund = (observer: FundObserver) => Promise<FundPort>;
