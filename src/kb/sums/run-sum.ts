import type { Typed } from './read-fields.ts';
import { runCompare } from './runs/compare-run.ts';
import type { SumOutcome, SumRun, SumWorld } from './runs/define-run.ts';
import { runDeposit } from './runs/deposit-run.ts';
import { runEarlyLoss } from './runs/early-loss-run.ts';
import { runInterest } from './runs/interest-run.ts';
import { runLoan } from './runs/loan-run.ts';
import { runMaxLoan } from './runs/max-loan-run.ts';
import { runMixed } from './runs/mixed-run.ts';
import { runPrepay } from './runs/prepay-run.ts';
import { runRateChange } from './runs/rate-change-run.ts';
import { runWithdraw } from './runs/withdraw-run.ts';
import type { SumId } from './sum-forms.ts';

const runs: Record<SumId, SumRun> = {
  loan: runLoan,
  prepay: runPrepay,
  compare: runCompare,
  'max-loan': runMaxLoan,
  'rate-change': runRateChange,
  mixed: runMixed,
  deposit: runDeposit,
  interest: runInterest,
  withdraw: runWithdraw,
  'early-loss': runEarlyLoss,
};

/** Works a sum out of what was typed into its form's fields. Needs no hub, no network and no clock. */
export const runSum = (id: SumId, typed: Typed, world: SumWorld): SumOutcome => runs[id](typed, world);
