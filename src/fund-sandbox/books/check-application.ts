import type { LoanApplication, OnlineApplication } from '../../domain/fund/records.ts';
import { dayNumber } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import { expectHolds, type Report } from './problem.ts';

const isWorkday = (day: string): boolean => workdayFrom(dayNumber(day)) === dayNumber(day);

/** Steps stand in their order, on working days, none after today; the last is where the application stands. */
const checkSteps = (steps: readonly { step: string; since: string }[], step: string, today: string, report: Report) => {
  expectHolds(report, steps.at(-1)?.step === step, 'the last step is not the present one');
  steps.forEach(({ step: name, since }, at) => {
    expectHolds(report, since <= today && since >= (steps[at - 1]?.since ?? ''), `step ${name}: out of order`);
    expectHolds(report, isWorkday(since), `step ${name}: not on a working day`);
  });
};

export const checkLoanApplication = (application: LoanApplication, today: string, report: Report): void => {
  const { steps, step, appliedOn, missing, reason } = application;
  checkSteps(steps, step, today, report);
  expectHolds(report, steps[0]?.since === appliedOn, 'not applied for on the day of the first step');
  expectHolds(report, missing.length > 0 === (step === 'reviewing'), 'papers are missing in the wrong step');
  expectHolds(report, (reason !== null) === (step === 'rejected' || step === 'void'), 'an end without a reason');
};

export const checkOnlineApplication = (application: OnlineApplication, today: string, report: Report): void => {
  const { steps, state, submittedOn, missing } = application;
  checkSteps(steps, state, today, report);
  expectHolds(report, steps[0]?.since === submittedOn, 'not submitted on the day of the first step');
  expectHolds(report, missing.length > 0 === (state === 'returned'), 'papers are missing in the wrong state');
};
