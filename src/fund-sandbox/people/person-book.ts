import type {
  Contribution,
  Employee,
  Loan,
  LoanApplication,
  OnlineApplication,
  PersonIdentity,
  Repayments,
} from '../../domain/fund/records.ts';
import { AccountBook } from '../accounts/account-book.ts';
import type { Deposit } from '../accounts/deposits.ts';
import { isSealed } from '../accounts/notices.ts';
import { type Service, serviceOf } from '../accounts/service.ts';
import { wishesOf } from '../accounts/wishes.ts';
import { personOnline } from '../applications/person-online.ts';
import { dayText, monthText } from '../calendar/day.ts';
import type { Community } from '../employers/community.ts';
import { employerAccount } from '../employers/employer-book.ts';
import { bankOf, employerName } from '../employers/employer-names.ts';
import { openLoan } from '../loans/loan-book.ts';
import { accountNumber } from '../numbers/account-number.ts';
import { bankAccountNumber } from '../numbers/outside-numbers.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { type Identities, phoneOf } from './identities.ts';
import { nameOfPerson } from './population.ts';

/** All that a fund keeps of a person. */
export interface PersonBook {
  readonly identity: PersonIdentity;
  readonly employee: Employee;
  readonly contributions: readonly Contribution[];
  /** Of these, what employers paid in, and which one. Not part of any record. */
  readonly deposits: readonly Deposit[];
  readonly loanApplications: LoanApplication[];
  /** The person's own loan; as co-borrower they have part in another's. */
  readonly loan?: Loan;
  readonly repayments?: Repayments;
  readonly onlineApplications: OnlineApplication[];
}

export const personAccount = (index: number): string => accountNumber('person', index + 1);

const employerOf = (world: World, community: Community, { career }: Service) => {
  const { id } = community.employers[career.spells.at(-1)!.slot]!;
  return { account: employerAccount(id), name: employerName(world.seed, id) };
};

const bankAccountOf = ({ seed }: World, index: number) => {
  const draws = new Draws(seed, 'bank account', index);
  return { bank: bankOf(draws), bankAccount: bankAccountNumber(draws.below(1e4) * 1e7 + index) };
};

/** The latest month for which something was paid in. */
const paidUpTo = ({ deposits }: Service): string | null =>
  deposits.length > 0 ? monthText(deposits.reduce((latest, { month }) => Math.max(latest, month), 0)) : null;

const stateOf = ({ life, career, notices }: Service, { frozen }: AccountBook): Employee['state'] => {
  if (career.closedOn !== undefined) return life.standing === 'retired' ? '05' : '04';
  return frozen ? '06' : isSealed(notices) ? '02' : '01';
};

const running: ReadonlySet<Loan['state']> = new Set(['normal', 'overdue', 'bad']);

export const personBook = (world: World, community: Community, index: number, identities: Identities): PersonBook => {
  const service = serviceOf(world, community, index);
  const { life, career, bases } = service;
  const open = life.loan && openLoan(world, life.loan, index);
  const wishes = wishesOf(world, life, career, index);
  const book = new AccountBook(world, index, { ...service, wishes, terms: open?.terms ?? [] });
  const { entries, balance, carriedOver, thisYear } = book.ledger;
  const money = bankAccountOf(world, index);
  const lending = open?.finish(book.termsPaid, money.bankAccount);
  const who = {
    account: personAccount(index),
    name: nameOfPerson(world, index),
    idType: '01',
    idNumber: identities.idNumber(index),
    phone: phoneOf(world, index),
    employer: employerOf(world, community, service),
  } as const;
  const { baseYear: _, ...paying } = bases.at(-1)!.at(-1)!;
  return {
    identity: {
      ...who,
      bankAccount: money.bankAccount,
      loanContracts: lending?.loan && running.has(lending.loan.state) ? [lending.loan.contract] : [],
    },
    employee: {
      ...who,
      ...money,
      ...paying,
      state: stateOf(service, book),
      openedOn: dayText(career.openedOn),
      closedOn: career.closedOn === undefined ? null : dayText(career.closedOn),
      balance,
      carriedOver,
      thisYear,
      paidUpTo: paidUpTo(service),
    },
    contributions: entries,
    deposits: service.deposits,
    loanApplications: lending?.applications ?? [],
    ...(lending?.loan && { loan: lending.loan }),
    ...(lending?.repayments && { repayments: lending.repayments }),
    onlineApplications: personOnline(world, life, { entries, balance }, lending?.repayments, index),
  };
};
