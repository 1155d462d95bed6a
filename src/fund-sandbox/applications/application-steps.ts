import type { Code } from '../../domain/fund/codes.ts';
import type { OnlineApplication } from '../../domain/fund/records.ts';
import { type DayNumber, dayText } from '../calendar/day.ts';
import { workdaysBefore } from '../calendar/workday.ts';
import type { Draws } from '../random/draws.ts';

type OnlineState = Code<'onlineState'>;
type TransferState = Code<'transferState'>;

/** The states that a piece of business has gone through when it is in one. */
const onlinePaths: Record<OnlineState, readonly OnlineState[]> = {
  submitted: ['submitted'],
  reviewing: ['submitted', 'reviewing'],
  returned: ['submitted', 'reviewing', 'returned'],
  approved: ['submitted', 'reviewing', 'approved'],
  rejected: ['submitted', 'reviewing', 'rejected'],
  completed: ['submitted', 'reviewing', 'approved', 'completed'],
  withdrawn: ['submitted', 'withdrawn'],
};

const letter = ['letter-approved', 'letter-received'] as const;
const agreed = [...letter, 'account-approved'] as const;
const transferPaths: Record<TransferState, readonly TransferState[]> = {
  'letter-approved': ['letter-approved'],
  'letter-received': letter,
  'account-approved': agreed,
  paying: [...agreed, 'paying'],
  'paid-by-origin': [...agreed, 'paying', 'paid-by-origin'],
  completed: [...agreed, 'paying', 'paid-by-origin', 'completed'],
  'origin-rejected': [...letter, 'origin-rejected'],
  'out-failed': [...letter, 'origin-rejected', 'out-failed'],
  negotiating: [...agreed, 'paying', 'negotiating'],
  'completed-after-negotiation': [...agreed, 'paying', 'negotiating', 'completed-after-negotiation'],
  'in-cancelled': ['letter-approved', 'in-cancelled'],
};

const stepsTo = <S>(path: readonly S[], day: DayNumber, draws: Draws): { step: S; since: string }[] => {
  let since = day;
  return path
    .toReversed()
    .map((step, at) => {
      if (at > 0) since = workdaysBefore(since, draws.between(1, 3));
      return { step, since: dayText(since) };
    })
    .reverse();
};

/** The steps to a state that was reached on a day, which is a working day, as are the days before. */
export const onlineSteps = (state: OnlineState, day: DayNumber, draws: Draws): OnlineApplication['steps'] =>
  stepsTo(onlinePaths[state], day, draws);

export const transferSteps = (state: TransferState, day: DayNumber, draws: Draws): OnlineApplication['steps'] =>
  stepsTo(transferPaths[state], day, draws);
