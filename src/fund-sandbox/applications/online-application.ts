import type { Code } from '../../domain/fund/codes.ts';
import type { OnlineApplication } from '../../domain/fund/records.ts';
import type { DayNumber } from '../calendar/day.ts';
import { workdaysBefore } from '../calendar/workday.ts';
import type { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { onlineSteps, transferSteps } from './application-steps.ts';
import { missingPapers, refusal } from './papers.ts';

type Transfer = 'transfer-in' | 'transfer-out';

/** Where a piece of business stands: transfers have states of their own. */
export type Business =
  | { readonly kind: Transfer; readonly state: Code<'transferState'> }
  | { readonly kind: Exclude<Code<'onlineKind'>, Transfer>; readonly state: Code<'onlineState'> };

const isTransfer = (business: Business): business is Extract<Business, { kind: Transfer }> =>
  business.kind === 'transfer-in' || business.kind === 'transfer-out';

const over: ReadonlySet<string> = new Set(['rejected', 'withdrawn', 'in-cancelled', 'out-failed', 'origin-rejected']);

/** When a state was reached that holds today: lately where somebody still works on it. */
export const reachedOn = (world: World, state: string, draws: Draws): DayNumber =>
  workdaysBefore(world.today, over.has(state) ? draws.between(8, 60) : draws.between(0, 4));

const reasonOf = ({ kind, state }: Business, draws: Draws): string | null => {
  if (state === 'rejected' || state === 'origin-rejected' || state === 'out-failed') return refusal(kind, draws);
  if (state === 'negotiating') return '两地登记的身份信息不一致，正在核对';
  return state === 'withdrawn' || state === 'in-cancelled' ? '申请人撤回申请' : null;
};

/** A piece of business handed in online, whose state was reached on a day. @param amount fen */
export const onlineApplication = (
  number: string,
  business: Business,
  { day, amount }: { day: DayNumber; amount: number | null },
  draws: Draws,
): OnlineApplication => {
  const steps = isTransfer(business)
    ? transferSteps(business.state, day, draws)
    : onlineSteps(business.state, day, draws);
  return {
    number,
    kind: business.kind,
    submittedOn: steps[0]!.since,
    amount,
    state: business.state,
    steps,
    missing: business.state === 'returned' ? missingPapers(business.kind, draws) : [],
    reason: reasonOf(business, draws),
  };
};

/** The newest first. */
export const newestFirst = (applications: OnlineApplication[]): OnlineApplication[] =>
  applications.sort((a, b) => (a.submittedOn < b.submittedOn ? 1 : a.submittedOn > b.submittedOn ? -1 : 0));
