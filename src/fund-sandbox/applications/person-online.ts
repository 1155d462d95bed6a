import type { Contribution, OnlineApplication, Repayments } from '../../domain/fund/records.ts';
import { type DayNumber, dayNumber } from '../calendar/day.ts';
import { workdaysBefore } from '../calendar/workday.ts';
import { numberWithin } from '../numbers/account-number.ts';
import type { Life, OnlineLife } from '../people/life.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { type Business, newestFirst, onlineApplication, reachedOn } from './online-application.ts';

/** Withdrawals that the website still shows. */
const withdrawalsShown = 3;

interface Done {
  readonly business: Business;
  readonly day: DayNumber;
  /** Fen. */
  readonly amount: number;
}

const done = (business: Business, { bookedOn, amount }: { bookedOn: string; amount: number }): Done => ({
  business,
  day: workdaysBefore(dayNumber(bookedOn), 0),
  amount: Math.abs(amount),
});

/** Business that was completed, as the books show it. Terms of a loan are paid by themselves, no one hands them in. */
const completed = (life: Life, entries: readonly Contribution[], repayments: Repayments | undefined): Done[] => {
  const withdrawals = entries.filter(
    ({ kind, reversed, reason }) => (kind === '11' || kind === '12') && !reversed && reason !== '06',
  );
  const transfers = entries.filter(({ kind }) => kind === '07' || kind === '08');
  const prepayments = repayments?.made.filter(({ kind }) => kind === '03') ?? [];
  const state = life.broughtMoney === 'after-clarification' ? 'completed-after-negotiation' : 'completed';
  return [
    ...withdrawals.slice(-withdrawalsShown).map((entry) => done({ kind: 'withdrawal', state: 'completed' }, entry)),
    ...transfers.map((entry) =>
      done(entry.kind === '08' ? { kind: 'transfer-in', state } : { kind: 'transfer-out', state: 'completed' }, entry),
    ),
    ...prepayments.map((entry) => done({ kind: 'prepayment', state: 'completed' }, entry)),
  ];
};

/** How much is asked for in what is not done yet, in fen. @param balance of the account */
const wanted = ({ kind }: OnlineLife, balance: number, draws: Draws): number => {
  const thousands = (least: number, most: number) => draws.between(least, most) * 100_000;
  if (kind === 'prepayment') return thousands(20, 100);
  if (kind === 'transfer-in') return thousands(3, 60);
  return kind === 'transfer-out' ? balance : Math.max(50_000, Math.floor(balance / 200_000) * 100_000);
};

/** What a person handed in online, the newest first. */
export const personOnline = (
  world: World,
  life: Life,
  { entries, balance }: { entries: readonly Contribution[]; balance: number },
  repayments: Repayments | undefined,
  index: number,
): OnlineApplication[] => {
  const draws = new Draws(world.seed, 'online', index);
  const all = completed(life, entries, repayments).map(({ business, day, amount }, at) =>
    onlineApplication(numberWithin('online', index + 1, at + 1), business, { day, amount }, draws),
  );
  const { online } = life;
  if (online) {
    const number = numberWithin('online', index + 1, all.length + 1);
    const day = reachedOn(world, online.state, draws);
    all.push(onlineApplication(number, online, { day, amount: wanted(online, balance, draws) }, draws));
  }
  return newestFirst(all);
};
