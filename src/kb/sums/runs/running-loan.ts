import { portionOf } from '../../../domain/fund/sums/instalment.ts';
import type { RepaymentMethod } from '../../../domain/fund/sums/loan.ts';
import type { Rate } from '../../../domain/fund/sums/rate.ts';
import { changesRate, lastRateDay, nextRateDay, termsDue } from '../../../domain/fund/sums/rate-change.ts';
import { type RateChange, type Standing, standingAfter } from '../../../domain/fund/sums/standing.ts';
import type { Figures } from '../figures.ts';
import { refuse } from '../problem.ts';
import { both } from '../words.ts';
import { type Home, newLoanRate, runningRate } from './loan-rate.ts';

/**
 * On what the balance of a running loan rests: nothing is paid yet, the person gave it, the published rates since payout, or one rate
 * for all that was paid, given by the person or only the one now in force.
 */
export type BalanceFrom = 'principal' | 'owed' | 'published' | 'given-rate' | 'rate-now';

/** What a form asks of a loan that is being repaid. */
interface Asked {
  readonly principal: number;
  readonly years: number;
  readonly start?: string | undefined;
  readonly paid?: number | undefined;
  readonly owed?: number | undefined;
  readonly method?: RepaymentMethod | undefined;
  readonly rate?: Rate | undefined;
  readonly home?: Home | undefined;
  readonly 'contract-years'?: number | undefined;
}

/** A loan as it stands on a day. */
export interface RunningLoan {
  /** Nothing when it is repaid. */
  readonly standing: Standing | undefined;
  readonly paid: number;
  /** By the day of payout; absent without one. */
  readonly due: number | undefined;
  readonly from: BalanceFrom;
  /** Of the terms paid, each another than the one before; a single one unless the published ones were followed. */
  readonly rates: readonly Rate[];
}

/** The term by which the tier of a loan's rate goes. */
export const tierOf = (asked: Asked): number => asked['contract-years'] ?? asked.years;

/** From payout to now, by the published rates: the first one, and each 1 January on which another held. */
const publishedCourse = (figures: Figures, asked: Asked, start: string): { first: Rate; changes: RateChange[] } => {
  const tier = tierOf(asked);
  const rateOn = (day: string): Rate => newLoanRate(figures, { home: asked.home, months: tier, given: undefined }, day);
  const first = rateOn(start);
  const changes: RateChange[] = [];
  if (!changesRate({ months: tier })) return { first, changes };
  for (let day = nextRateDay(start); day <= lastRateDay(figures.day); day = nextRateDay(day)) {
    const rate = rateOn(day);
    if (rate !== (changes.at(-1)?.rate ?? first)) changes.push({ paid: termsDue(start, asked.years, day), rate });
  }
  return { first, changes };
};

/** The rate now: of a loan paid out this year, or of one that keeps its own, that of its payout. */
const rateNow = (figures: Figures, asked: Asked): Rate => {
  const { start, home, rate: given } = asked;
  const months = tierOf(asked);
  const keeps = start !== undefined && (start > lastRateDay(figures.day) || !changesRate({ months }));
  return keeps ? newLoanRate(figures, { home, months, given }, start) : runningRate(figures, { home, months, given });
};

/** What is left of a loan has no past: nothing that tells of one goes with it. */
const refusePast = (asked: Asked): void => {
  if (tierOf(asked) <= asked.years) return;
  const field = (['start', 'paid', 'owed'] as const).find((name) => asked[name]);
  if (field) refuse(field, both('年限填的是剩余的，这一项不填', 'not when the term is what is left of the contract'));
};

/**
 * A loan as it stands on a day. What is owed is what the person says, else what the published rates since payout leave; without
 * the day of payout, or at a rate given by hand, it is reckoned at that one rate throughout, and `from` says so.
 *
 * @throws {SumRefusal} naming the field that does not fit the others
 */
export const runningLoan = (figures: Figures, asked: Asked, day: string): RunningLoan => {
  const { principal, years: months, method = 'equal-instalment', start, owed } = asked;
  refusePast(asked);
  const due = start === undefined ? undefined : termsDue(start, months, day);
  const paid = asked.paid ?? due ?? 0;
  const at = { paid, due };
  if (owed !== undefined) {
    if (asked.paid === undefined && due === undefined)
      refuse('paid', both('填了剩余本金，还要填已还期数或放款日', 'with what is owed give this, or the day of payout'));
    if (owed > principal) refuse('owed', both('多于贷款金额', 'more than the principal'));
  }
  if (paid >= months) return { ...at, standing: undefined, from: 'principal', rates: [] };
  if (owed !== undefined) {
    const rest = { principal: owed, rate: rateNow(figures, asked), months: months - paid, method };
    return { ...at, standing: { rest, portion: portionOf(rest) }, from: 'owed', rates: [rest.rate] };
  }
  if (start !== undefined && asked.rate === undefined) {
    const { first, changes } = publishedCourse(figures, asked, start);
    // The rate changed on its day, however many terms were paid by then.
    const reached = changes.map((change) => ({ ...change, paid: Math.min(change.paid, paid) }));
    const standing = standingAfter({ principal, rate: first, months, method }, paid, reached);
    return { ...at, standing, from: 'published', rates: [first, ...changes.map(({ rate }) => rate)] };
  }
  const rate = rateNow(figures, asked);
  const standing = standingAfter({ principal, rate, months, method }, paid);
  const from = paid === 0 ? 'principal' : asked.rate === undefined ? 'rate-now' : 'given-rate';
  return { ...at, standing, from, rates: [rate] };
};
