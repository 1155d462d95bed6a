import type { Code } from '../../domain/fund/codes.ts';
import type { Habit } from '../employers/habits.ts';
import { Draws } from '../random/draws.ts';

/** How a person stands with the fund by today. */
export type Standing = 'contributing' | 'sealed' | 'frozen' | 'retired' | 'moved-away' | 'just-opened';

/** What becomes of a loan by today. Each tells which step the application has reached, and which state the loan is in. */
export const loanFates = [
  'created',
  'reviewing',
  'rejected',
  'given-up',
  'signing',
  'disbursing',
  'cancelled',
  'just-disbursed',
  'running',
  'prepaid',
  'sometimes-late',
  'overdue',
  'bad',
  'settled',
  'ran-out',
] as const;
export type LoanFate = (typeof loanFates)[number];

export interface LoanLife {
  readonly fate: LoanFate;
  /** DKHKFS: 01 等额本息, 02 等额本金 */
  readonly method: '01' | '02';
  /** Terms are paid from the account while that has enough. */
  readonly fromAccount: boolean;
}

/** Business handed in online that is not done yet, or came to nothing. */
export type OnlineLife =
  | { readonly kind: 'transfer-in' | 'transfer-out'; readonly state: Code<'transferState'> }
  | { readonly kind: 'withdrawal' | 'prepayment'; readonly state: Code<'onlineState'> };

/** What kind of life a person leads, as far as a fund sees it; the generators fill in the rest. */
export interface Life {
  readonly standing: Standing;
  /** For whom they work from their first month to their last: the employer of their community with this habit. */
  readonly steady?: Habit;
  readonly loan?: LoanLife | undefined;
  readonly online?: OnlineLife | undefined;
  /** Takes rent out of the account. */
  readonly rents: boolean;
  /** Brought money from another city, at once or after the two cities had to clear something up. */
  readonly broughtMoney?: 'smoothly' | 'after-clarification';
}

const standings: readonly (readonly [Standing, number])[] = [
  ['contributing', 800],
  ['sealed', 90],
  ['retired', 50],
  ['moved-away', 40],
  ['frozen', 10],
  ['just-opened', 10],
];

const fates: readonly (readonly [LoanFate, number])[] = [
  ['running', 600],
  ['prepaid', 90],
  ['sometimes-late', 70],
  ['settled', 70],
  ['ran-out', 40],
  ['overdue', 30],
  ['bad', 6],
  ['reviewing', 30],
  ['rejected', 20],
  ['signing', 12],
  ['disbursing', 12],
  ['just-disbursed', 12],
  ['created', 8],
  ['given-up', 6],
  ['cancelled', 6],
];

/** What may stand in `OnlineLife`: what was completed follows from the books instead. */
export const openOnlineStates: readonly Code<'onlineState'>[] = [
  'submitted',
  'reviewing',
  'returned',
  'approved',
  'rejected',
  'withdrawn',
];
export const openTransferStates: readonly Code<'transferState'>[] = [
  'letter-approved',
  'letter-received',
  'account-approved',
  'paid-by-origin',
  'origin-rejected',
  'negotiating',
  'paying',
  'in-cancelled',
  'out-failed',
];

const onlineLife = (draws: Draws): OnlineLife => {
  const kind = draws.weighted([
    ['withdrawal', 6],
    ['prepayment', 1],
    ['transfer-in', 2],
    ['transfer-out', 1],
  ] as const);
  return kind === 'withdrawal' || kind === 'prepayment'
    ? { kind, state: draws.pick(openOnlineStates) }
    : { kind, state: draws.pick(openTransferStates) };
};

/** Only who contributes applies; a prepayment needs a loan to prepay. */
const possible = (online: OnlineLife, loan: LoanLife | undefined): OnlineLife =>
  online.kind === 'prepayment' && loan?.fate !== 'running' ? { kind: 'withdrawal', state: online.state } : online;

/** A life as lots fall. */
export const drawnLife = (seed: number, index: number): Life => {
  const draws = new Draws(seed, 'life', index);
  const standing = draws.weighted(standings);
  const loan: LoanLife | undefined =
    standing === 'contributing' && draws.chance(32)
      ? { fate: draws.weighted(fates), method: draws.chance(60) ? '01' : '02', fromAccount: draws.chance(35) }
      : undefined;
  const online = standing === 'contributing' && draws.chance(12) ? possible(onlineLife(draws), loan) : undefined;
  const brought = draws.chance(8) ? (draws.chance(20) ? 'after-clarification' : 'smoothly') : undefined;
  return {
    standing,
    rents: !loan && draws.chance(25),
    ...(loan && { loan }),
    ...(online && { online }),
    ...(brought && { broughtMoney: brought }),
  };
};
