import type { Form } from './form.ts';
import { compareForm } from './forms/compare-form.ts';
import { depositForm } from './forms/deposit-form.ts';
import { earlyLossForm } from './forms/early-loss-form.ts';
import { interestForm } from './forms/interest-form.ts';
import { loanForm } from './forms/loan-form.ts';
import { maxLoanForm } from './forms/max-loan-form.ts';
import { mixedForm } from './forms/mixed-form.ts';
import { prepayForm } from './forms/prepay-form.ts';
import { rateChangeForm } from './forms/rate-change-form.ts';
import { withdrawForm } from './forms/withdraw-form.ts';

const forms = [
  loanForm,
  prepayForm,
  compareForm,
  maxLoanForm,
  rateChangeForm,
  mixedForm,
  depositForm,
  interestForm,
  withdrawForm,
  earlyLossForm,
] as const;

export type SumId = (typeof forms)[number]['id'];

/** Every sum, in the order in which they are offered. Data alone; `run-sum.ts` does the work. */
export const sumForms: readonly Form<SumId>[] = forms;
