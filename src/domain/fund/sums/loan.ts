import type { Rate } from './rate.ts';

/** 等额本息, every instalment the same; 等额本金, every instalment repays the same part of the principal. */
export const repaymentMethods = ['equal-instalment', 'equal-principal'] as const;
export type RepaymentMethod = (typeof repaymentMethods)[number];

/** A loan repaid monthly, from the month after it was paid out. */
export interface Loan {
  /** Fen, above 0. */
  readonly principal: number;
  readonly rate: Rate;
  /** How many monthly terms it runs, above 0. */
  readonly months: number;
  readonly method: RepaymentMethod;
}

/** One instalment, in fen. */
export interface Term {
  /** From 1. */
  readonly term: number;
  /** `principal` and `interest` together. */
  readonly payment: number;
  readonly principal: number;
  readonly interest: number;
  /** What is owed after it, without interest. */
  readonly remaining: number;
}

const sumOf = (terms: readonly Term[], part: 'interest' | 'payment'): number =>
  terms.reduce((sum, term) => sum + term[part], 0);

export const totalInterest = (terms: readonly Term[]): number => sumOf(terms, 'interest');

export const totalPayment = (terms: readonly Term[]): number => sumOf(terms, 'payment');
