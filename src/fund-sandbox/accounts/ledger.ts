import type { Contribution } from '../../domain/fund/records.ts';
import { type Movement, settlementYear, yearInterest } from '../../domain/fund/sums/account-interest.ts';
import { type DayNumber, dayText, monthText } from '../calendar/day.ts';
import { serialsOf } from '../numbers/account-number.ts';
import { heldOn, type SandboxPolicy } from '../policy.ts';
import type { Deposit } from './deposits.ts';

/** The sums work in hundred-millionths, records in ten-millionths. */
const hundredMillionths = 10;

type Entry = Omit<Contribution, 'serial' | 'bookedOn' | 'balance'>;

const plain = { month: null, employerAmount: null, employeeAmount: null, reason: null, way: null, reversed: false };

/** A person's account as it is kept: each entry with the balance after it, amounts in fen. */
export class Ledger {
  readonly entries: Contribution[] = [];
  /** What last 30 June left, as far as it is still there, and what came since. */
  carriedOver = 0;
  thisYear = 0;
  readonly #serial: (which: number) => string;
  readonly #policy: SandboxPolicy;
  #settled = 0;
  #movements: Movement[] = [];

  /** @param owner the value of the account's number */
  constructor(owner: number, policy: SandboxPolicy) {
    this.#serial = serialsOf('personEntry', owner);
    this.#policy = policy;
  }

  get balance(): number {
    return this.carriedOver + this.thisYear;
  }

  /** Books an entry of which its kind and amount say all. */
  book(kind: Entry['kind'], on: DayNumber, amount: number): void {
    this.#write(on, { ...plain, kind, amount });
  }

  deposit({ day, kind, month, employerAmount, employeeAmount, reversed }: Deposit): void {
    const amount = employerAmount + employeeAmount;
    this.#write(day, {
      kind,
      month: monthText(month),
      amount,
      employerAmount,
      employeeAmount,
      reason: null,
      way: null,
      reversed,
    });
  }

  /** Pays out to the person's bank account, or takes that back (`amount` below 0). */
  withdraw(on: DayNumber, amount: number, reason: Entry['reason'], reversed = false): void {
    this.#write(on, { ...plain, kind: '11', amount: -amount, reason, way: '02', reversed });
  }

  /** Books the year's interest on 30 June; all there is then is carried over. */
  settle(on: DayNumber): void {
    this.book('09', on, this.#interest(dayText(on), this.#movements));
    this.carriedOver = this.balance;
    this.thisYear = 0;
    this.#settled = this.balance;
    this.#movements = [];
  }

  /** Pays all out at retirement, or to another city, with the interest up to the day. */
  close(to: 'person' | 'other city', on: DayNumber): void {
    const day = dayText(on);
    // What is taken out earns nothing from then on, so the whole year's interest is that up to the day.
    this.book('09', on, this.#interest(day, [...this.#movements, { day, amount: -this.balance }]));
    if (to === 'person') this.#write(on, { ...plain, kind: '12', amount: -this.balance, reason: '03', way: '02' });
    else this.book('07', on, -this.balance);
  }

  /** What goes out is taken from what was carried over, then from this year's. */
  #write(on: DayNumber, entry: Entry): void {
    const { kind, month, amount, employerAmount, employeeAmount, reason, way, reversed } = entry;
    const fromCarried = amount < 0 ? Math.min(-amount, this.carriedOver) : 0;
    this.carriedOver -= fromCarried;
    this.thisYear += amount + fromCarried;
    const bookedOn = dayText(on);
    if (amount !== 0) this.#movements.push({ day: bookedOn, amount });
    const serial = this.#serial(this.entries.length + 1);
    const { balance } = this;
    this.entries.push({
      serial,
      bookedOn,
      kind,
      month,
      amount,
      employerAmount,
      employeeAmount,
      reason,
      way,
      reversed,
      balance,
    });
  }

  #interest(day: string, movements: readonly Movement[]): number {
    const rate = heldOn(this.#policy.accountRate, day) * hundredMillionths;
    return yearInterest(this.#settled, movements, settlementYear(day), rate);
  }
}
