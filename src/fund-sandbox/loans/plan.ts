import { portionOf } from '../../domain/fund/sums/instalment.ts';
import type { Loan, RepaymentMethod, Term } from '../../domain/fund/sums/loan.ts';
import { type PrepaymentEffect, prepay, prepaymentEffects, settlement } from '../../domain/fund/sums/prepayment.ts';
import { changesRate, nextRateDay } from '../../domain/fund/sums/rate-change.ts';
import { repayWith } from '../../domain/fund/sums/schedule.ts';
import { type DayNumber, dayNumber, dayText } from '../calendar/day.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { dueDay, type LoanFacts, loanRateOn } from './loan-facts.ts';

/** A term with its day, and the yearly rate at which it is reckoned (ten-millionths). */
export interface DatedTerm extends Term {
  readonly due: DayNumber;
  readonly rate: number;
}

/** Money paid before it was due, fen. */
export interface EarlyPayment {
  readonly day: DayNumber;
  /** How many terms were paid before. */
  readonly after: number;
  readonly principal: number;
  readonly interest: number;
  readonly effect: PrepaymentEffect | 'settle';
}

/** What a loan asks over its whole life, as it looks from today. */
export interface LoanPlan {
  readonly terms: readonly DatedTerm[];
  /** Ten-millionths a year, now. */
  readonly rate: number;
  readonly early: EarlyPayment | undefined;
}

/** The sums work in hundred-millionths, records in ten-millionths. */
const hundredMillionths = 10;
const methods: Record<'01' | '02', RepaymentMethod> = { '01': 'equal-instalment', '02': 'equal-principal' };
const tenThousandYuan = 1_000_000;

/** A loan under repayment: what is left of it as a loan of its own, and the terms that were settled so far. */
class Repayment {
  readonly terms: DatedTerm[] = [];
  rest: Loan;
  readonly #disbursedOn: DayNumber;
  #coming: readonly Term[];
  #portion: number;

  constructor(loan: Loan, disbursedOn: DayNumber) {
    this.rest = loan;
    this.#disbursedOn = disbursedOn;
    this.#portion = portionOf(loan);
    this.#coming = repayWith(loan, this.#portion);
  }

  /** Keeps the terms up to this one; what comes after may still change. */
  passTo(term: number): void {
    const count = Math.min(term - this.terms.length, this.#coming.length);
    for (const one of this.#coming.slice(0, count)) {
      const nth = this.terms.length + 1;
      const rate = this.rest.rate / hundredMillionths;
      this.terms.push({ ...one, term: nth, due: dueDay(this.#disbursedOn, nth), rate });
    }
    if (count <= 0) return;
    this.#coming = this.#coming.slice(count);
    this.rest = { ...this.rest, principal: this.terms.at(-1)!.remaining, months: this.rest.months - count };
  }

  changeRate(rate: number): void {
    this.rest = { ...this.rest, rate };
    this.#portion = portionOf(this.rest);
    this.#coming = repayWith(this.rest, this.#portion);
  }

  prepay(amount: number, effect: PrepaymentEffect): void {
    this.#coming = prepay(this.rest, this.#portion, amount, effect);
    this.rest = { ...this.rest, principal: this.rest.principal - amount, months: this.#coming.length };
    const [next] = this.#coming;
    this.#portion = this.rest.method === 'equal-instalment' ? next!.payment : next!.principal;
  }
}

/** The term after which something is paid early, and how. */
const earlyAfter = (world: World, { life, months, disbursedOn }: LoanFacts, index: number) => {
  if (disbursedOn === undefined || (life.fate !== 'prepaid' && life.fate !== 'settled')) return undefined;
  const draws = new Draws(world.seed, 'early payment', index);
  let passed = 0;
  while (passed < months && dueDay(disbursedOn, passed + 1) <= world.today) passed++;
  return {
    after: draws.between(12, passed - 6),
    effect: life.fate === 'settled' ? ('settle' as const) : draws.pick(prepaymentEffects),
    percent: draws.between(15, 60),
    days: draws.between(2, 25),
  };
};

/** The days on which a running loan's rate is another than before, up to today. */
const rateChanges = (world: World, { months, secondHome, rate }: LoanFacts, disbursedOn: DayNumber) => {
  const changes: { day: DayNumber; rate: number }[] = [];
  if (!changesRate({ months })) return changes;
  let held = rate;
  for (let day = nextRateDay(dayText(disbursedOn)); dayNumber(day) <= world.today; day = nextRateDay(day)) {
    const now = loanRateOn(world, dayNumber(day), months, secondHome);
    if (now !== held) changes.push({ day: dayNumber(day), rate: now });
    held = now;
  }
  return changes;
};

/** The plan of a loan that was paid out. */
export const planOf = (world: World, facts: LoanFacts, disbursedOn: DayNumber, index: number): LoanPlan => {
  const { amount, months, rate, life } = facts;
  const loan: Loan = { principal: amount, rate: rate * hundredMillionths, months, method: methods[life.method] };
  const repayment = new Repayment(loan, disbursedOn);
  const wanted = earlyAfter(world, facts, index);
  let early: EarlyPayment | undefined;
  let rateNow = rate;

  const payEarly = (): void => {
    if (!wanted || early) return;
    const { after, effect, percent, days } = wanted;
    repayment.passTo(after);
    const due = dueDay(disbursedOn, after);
    if (effect === 'settle') {
      const { principal, interest } = settlement(repayment.rest, days);
      early = { day: due + days, after, principal, interest, effect };
      return;
    }
    const share = Math.floor((repayment.rest.principal * percent) / 100 / tenThousandYuan) * tenThousandYuan;
    const principal = Math.max(tenThousandYuan / 10, share);
    repayment.prepay(principal, effect);
    early = { day: due, after, principal, interest: 0, effect };
  };

  for (const change of rateChanges(world, facts, disbursedOn)) {
    if (wanted && dueDay(disbursedOn, wanted.after) < change.day) payEarly();
    if (early?.effect === 'settle') break;
    let before = repayment.terms.length;
    while (before < months && dueDay(disbursedOn, before + 1) < change.day) before++;
    repayment.passTo(before);
    if (repayment.rest.principal === 0) break;
    repayment.changeRate(change.rate * hundredMillionths);
    rateNow = change.rate;
  }
  payEarly();
  if (early?.effect !== 'settle') repayment.passTo(months);
  return { terms: repayment.terms, rate: rateNow, early };
};
