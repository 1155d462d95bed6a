import { type DayNumber, dayIn, monthOf } from '../calendar/day.ts';
import { workdayFrom, workdaysAfter } from '../calendar/workday.ts';
import type { Life } from '../people/life.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { Career } from './career.ts';
import type { Deposit } from './deposits.ts';
import { Ledger } from './ledger.ts';
import type { Notice } from './notices.ts';
import type { Wish } from './wishes.ts';

/** A term of a loan that the person would have paid from the account, fen. */
export interface TermToPay {
  readonly day: DayNumber;
  readonly term: number;
  readonly amount: number;
}

/** All that happens to an account. */
export interface AccountEvents {
  readonly life: Life;
  readonly career: Career;
  readonly deposits: readonly Deposit[];
  readonly notices: readonly Notice[];
  readonly wishes: readonly Wish[];
  readonly terms: readonly TermToPay[];
}

/** What is booked first on one day: the account must be open before money comes, and earn before it is closed. */
const order = { notice: 0, deposit: 1, income: 2, wish: 3, term: 4, sealing: 5, interest: 6, closing: 7 } as const;

interface Happening {
  readonly day: DayNumber;
  readonly order: number;
  readonly book: () => void;
}

const fenAYuan = 100;
/** Nobody takes out less, and so much stays in. */
const leastWithdrawal = 200 * fenAYuan;
const stays = 10 * fenAYuan;

/** A person's account from its opening to today, or to its closing. */
export class AccountBook {
  readonly ledger: Ledger;
  /** Terms of a loan that were paid from the account. */
  readonly termsPaid = new Set<number>();
  frozen = false;
  readonly #happenings: Happening[] = [];
  readonly #end: DayNumber;

  constructor(world: World, index: number, { life, career, deposits, notices, wishes, terms }: AccountEvents) {
    this.ledger = new Ledger(index + 1, world.policy);
    this.#end = Math.min(career.closedOn ?? world.today, world.today);
    for (const notice of notices) this.#heed(notice);
    for (const term of terms) this.#on(term.day, order.term, () => this.#pay(term));
    for (const wish of wishes) this.#fulfil(wish);
    const brought = broughtMoney(world, life, career, index);
    if (brought) this.#on(brought.day, order.income, () => this.ledger.book('08', brought.day, brought.amount));
    this.#settleYearly(career.openedOn, world);
    const { closedOn } = career;
    const to = life.standing === 'retired' ? 'person' : 'other city';
    if (closedOn !== undefined) this.#on(closedOn, order.closing, () => this.ledger.close(to, closedOn));
    this.#keep(deposits.toSorted((a, b) => a.day - b.day));
  }

  #on(day: DayNumber, at: number, book: () => void): void {
    if (day <= this.#end) this.#happenings.push({ day, order: at, book });
  }

  #heed({ day, kind }: Notice): void {
    this.#on(day, kind === '05' || kind === '14' ? order.sealing : order.notice, () => {
      if (kind === '14' || kind === '15') this.frozen = kind === '14';
      this.ledger.book(kind, day, 0);
    });
  }

  #pay({ day, term, amount }: TermToPay): void {
    if (this.frozen || this.ledger.balance < amount + stays) return;
    this.ledger.withdraw(day, amount, '06');
    this.termsPaid.add(term);
  }

  /** Pays out what is wished for as far as there is enough; what went to a wrong bank account comes back, and goes out again. */
  #fulfil({ day, reason, amount, botched }: Wish): void {
    const [back, again] = [workdaysAfter(day, 2), workdaysAfter(day, 4)];
    const twice = botched && again <= this.#end;
    let taken = 0;
    this.#on(day, order.wish, () => {
      const most = Math.floor((this.ledger.balance - stays) / fenAYuan) * fenAYuan;
      const possible = Math.min(amount ?? most, most);
      if (this.frozen || possible < leastWithdrawal) return;
      taken = possible;
      this.ledger.withdraw(day, taken, reason, twice);
    });
    if (!twice) return;
    this.#on(back, order.income, () => {
      if (taken > 0) this.ledger.withdraw(back, -taken, reason, true);
    });
    this.#on(again, order.wish, () => {
      // Another wish may have taken it meanwhile.
      if (taken > 0 && this.ledger.balance >= taken) this.ledger.withdraw(again, taken, reason);
    });
  }

  #settleYearly(openedOn: DayNumber, { last }: World): void {
    for (let year = Math.floor(monthOf(openedOn) / 12); year <= Math.floor(last / 12); year++) {
      const day = dayIn(year * 12 + 5, 30);
      if (day >= openedOn) this.#on(day, order.interest, () => this.ledger.settle(day));
    }
  }

  /** @param deposits in the order of their days */
  #keep(deposits: readonly Deposit[]): void {
    this.#happenings.sort((a, b) => a.day - b.day || a.order - b.order);
    let next = 0;
    for (const { day, order: at, book } of this.#happenings) {
      const until = at >= order.deposit ? day : day - 1;
      for (let deposit = deposits[next]; deposit && deposit.day <= until; deposit = deposits[++next])
        this.ledger.deposit(deposit);
      book();
    }
    for (const deposit of deposits.slice(next)) this.ledger.deposit(deposit);
  }
}

/** Money from another city comes some months after the account was opened. */
const broughtMoney = ({ seed }: World, life: Life, { openedOn }: Career, index: number) => {
  if (!life.broughtMoney) return undefined;
  const draws = new Draws(seed, 'brought money', index);
  return { day: workdayFrom(openedOn + draws.between(60, 200)), amount: draws.between(300_000, 8_000_000) };
};
