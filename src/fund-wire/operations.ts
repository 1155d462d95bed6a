import type * as z from 'zod';
import {
  Contribution,
  Employee,
  Employer,
  EmployerContribution,
  EmployerIdentity,
  Loan,
  LoanApplication,
  OnlineApplication,
  PersonIdentity,
  Repayments,
} from '../domain/fund/records.ts';

/** What is asked by: an account of the operation's kind, or a citizen number, or an account and which entries of it. */
export const questionValues = {
  identity: ['idNumber'],
  account: ['account'],
  entries: ['account', 'from', 'to', 'page', 'size'],
} as const;
export type QuestionValue = (typeof questionValues)[keyof typeof questionValues][number];

/** One record or none; all records of a list; or one page of them. */
export type AnswerForm = 'one' | 'list' | 'page';

export interface Operation {
  readonly asks: readonly QuestionValue[];
  readonly form: AnswerForm;
  /** The record, or one entry of the list or page. */
  readonly record: z.ZodObject;
  /** Whether a record names the account it was asked by; else the answer must repeat it elsewhere. */
  readonly namesAccount: boolean;
}

/** The questions of a fund port, as they go over the wire. */
export const operations = {
  identity: { asks: questionValues.identity, form: 'one', record: PersonIdentity, namesAccount: true },
  'employer-identity': { asks: questionValues.account, form: 'one', record: EmployerIdentity, namesAccount: true },
  employee: { asks: questionValues.account, form: 'one', record: Employee, namesAccount: true },
  contributions: { asks: questionValues.entries, form: 'page', record: Contribution, namesAccount: false },
  employer: { asks: questionValues.account, form: 'one', record: Employer, namesAccount: true },
  'employer-contributions': {
    asks: questionValues.entries,
    form: 'page',
    record: EmployerContribution,
    namesAccount: false,
  },
  'loan-progress': { asks: questionValues.account, form: 'list', record: LoanApplication, namesAccount: false },
  loans: { asks: questionValues.account, form: 'list', record: Loan, namesAccount: true },
  repayments: { asks: questionValues.account, form: 'one', record: Repayments, namesAccount: true },
  'online-applications': { asks: questionValues.account, form: 'list', record: OnlineApplication, namesAccount: false },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
export const operationNames = Object.keys(operations) as OperationName[];

/** What an operation is asked by. Months `YYYY-MM`, page and size as whole numbers. */
export type Question<N extends OperationName = OperationName> = {
  readonly [V in (typeof operations)[N]['asks'][number]]: V extends 'page' | 'size' ? number : string;
};

/** What a question may hold, whichever it is. */
export interface Asked {
  readonly idNumber?: string;
  readonly account?: string;
  readonly from?: string;
  readonly to?: string;
  readonly page?: number;
  readonly size?: number;
}

type RecordOf<N extends OperationName> = z.output<(typeof operations)[N]['record']>;

/** A page as a fund gives it: `total` counts all that fit the question. */
export interface Page<T> {
  entries: T[];
  total: number;
  page: number;
  pages: number;
}

/** What an operation answers. */
export type Answer<N extends OperationName = OperationName> = {
  one: RecordOf<N> | undefined;
  list: RecordOf<N>[];
  page: Page<RecordOf<N>>;
}[(typeof operations)[N]['form']];
