import type { Limit } from './limits.ts';

/** For what an account may be drawn on (住房公积金管理条例第二十四条), and 离职 (the notice at `wd.leave.seal.months`); rent with and without a filed lease. */
export const withdrawalReasons = [
  'rent',
  'rent-filed',
  'purchase',
  'build',
  'repay-loan',
  'renovate',
  'property-fee',
  'retire',
  'disabled',
  'abroad',
  'leave',
] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** What bounds a withdrawal: what is in the account, what was spent, a quota, or that the account is not sealed long enough. */
export type WithdrawalLimitKind = 'balance' | 'spent' | 'monthly-quota' | 'yearly-quota' | 'sealed';

/** Which limits a reason has, apart from the balance. */
export const limitsOfReason: Record<WithdrawalReason, readonly Exclude<WithdrawalLimitKind, 'balance'>[]> = {
  rent: ['monthly-quota', 'yearly-quota'],
  'rent-filed': ['spent', 'yearly-quota'],
  purchase: ['spent'],
  build: ['spent'],
  'repay-loan': ['spent'],
  renovate: ['spent'],
  'property-fee': ['spent'],
  retire: [],
  disabled: [],
  abroad: [],
  leave: ['sealed'],
};

/** The whole account is paid out and closed. */
export const closesAccount = (reason: WithdrawalReason): boolean =>
  limitsOfReason[reason].every((kind) => kind === 'sealed');

export interface WithdrawalFacts {
  readonly balance?: number | undefined;
  /** What was really paid, as far as the reason counts it. */
  readonly spent?: number | undefined;
  readonly monthlyQuota?: number | undefined;
  readonly yearlyQuota?: number | undefined;
  /** Months rented, or months that the account has been sealed. */
  readonly months?: number | undefined;
  /** How many months an account is sealed before it is paid out to who has left. */
  readonly sealedMonths?: number | undefined;
}

const amounts: Record<WithdrawalLimitKind, (facts: WithdrawalFacts) => number | undefined> = {
  balance: ({ balance }) => balance,
  spent: ({ spent }) => spent,
  'monthly-quota': ({ monthlyQuota, months }) =>
    monthlyQuota === undefined || months === undefined ? undefined : monthlyQuota * months,
  'yearly-quota': ({ yearlyQuota }) => yearlyQuota,
  sealed: ({ balance, months, sealedMonths }) =>
    months === undefined || sealedMonths === undefined ? undefined : months >= sealedMonths ? balance : 0,
};

/** Every limit of a withdrawal by itself, in fen. The withdrawal is the narrowest; the centre decides (条例第二十五条). */
export const withdrawalLimits = (reason: WithdrawalReason, facts: WithdrawalFacts): Limit<WithdrawalLimitKind>[] =>
  (['balance', ...limitsOfReason[reason]] as const).map((kind) => ({ kind, amount: amounts[kind](facts) }));
