import { citizenCheckCharacter } from '../../src/domain/fund/citizen-number.ts';
import { creditCheckCharacter } from '../../src/domain/fund/credit-code.ts';
import type { FundFault } from '../../src/domain/fund/fund-fault.ts';
import { addMonths } from '../../src/domain/fund/months.ts';
import type {
  Contribution,
  Employee,
  Employer,
  EmployerContribution,
  Loan,
  LoanApplication,
  PersonIdentity,
} from '../../src/domain/fund/records.ts';
import { type FundPort, FundUnavailable, type MonthRange } from '../../src/hub/ports/fund.ts';

/** A citizen number that is nobody's: there is no place 379900. */
const citizenNumber = (birth: string, order: string): string => {
  const digits = `379900${birth}${order}`;
  return digits + citizenCheckCharacter(digits);
};

const creditBody = '91379900MA0000001';

export interface Person {
  name: string;
  idNumber: string;
  phone: string;
  account: string;
  bankAccount: string;
  contract: string | null;
}

/** Nobody: numbers of a place that is none, and of a range that was never given out. */
export const zhao: Person = {
  name: '赵文静',
  idNumber: citizenNumber('19880412', '002'),
  phone: '15400001001',
  account: '990000000101',
  bankAccount: '6299990000001012',
  contract: 'HT20220001',
};
export const qian: Person = {
  name: '钱国强',
  idNumber: citizenNumber('19850923', '001'),
  phone: '15400001002',
  account: '990000000202',
  bankAccount: '6299990000002028',
  contract: null,
};
export const firm = {
  account: '880000000303',
  name: '山海测试软件有限公司',
  creditCode: creditBody + creditCheckCharacter(creditBody),
  clerk: { name: '孙晓梅', idNumber: citizenNumber('19900301', '004'), phone: '15400001003' },
};
/** Everything that must stand nowhere but at the fund. */
export const secrets: readonly string[] = [zhao, qian]
  .flatMap(({ idNumber, phone, account, bankAccount }) => [idNumber, phone, account, bankAccount])
  .concat(firm.clerk.idNumber, firm.clerk.phone);

const identityOf = (person: Person): PersonIdentity => ({
  account: person.account,
  name: person.name,
  idType: '01',
  idNumber: person.idNumber,
  phone: person.phone,
  bankAccount: person.bankAccount,
  employer: { account: firm.account, name: firm.name },
  loanContracts: person.contract === null ? [] : [person.contract],
});

const monthly = 2400_00;
/** 2025-01 to 2026-10 without the two months in which the firm did not pay. */
export const gaps = ['2025-08', '2025-09'];
const months = Array.from({ length: 22 }, (_, at) => addMonths('2025-01', at)).filter((month) => !gaps.includes(month));

const contributions: readonly Contribution[] = months.map((month, at) => ({
  serial: `S${month.replace('-', '')}`,
  bookedOn: `${month}-15`,
  kind: '01',
  month,
  amount: monthly,
  employerAmount: monthly / 2,
  employeeAmount: monthly / 2,
  reason: null,
  way: null,
  reversed: false,
  balance: monthly * (at + 1),
}));

const employeeOf = (person: Person): Employee => ({
  account: person.account,
  name: person.name,
  idType: '01',
  idNumber: person.idNumber,
  phone: person.phone,
  bankAccount: person.bankAccount,
  employer: { account: firm.account, name: firm.name },
  state: '01',
  openedOn: '2025-01-02',
  closedOn: null,
  base: 10_000_00,
  employerRatio: 1200,
  employeeRatio: 1200,
  employerAmount: monthly / 2,
  employeeAmount: monthly / 2,
  balance: monthly * months.length,
  carriedOver: monthly * 4,
  thisYear: monthly * (months.length - 4),
  paidUpTo: '2026-10',
  bank: '测试银行',
});

const pageOf = <E>(all: readonly E[], { page, size }: MonthRange) => ({
  entries: all.slice((page - 1) * size, page * size),
  total: all.length,
  page,
  pages: Math.ceil(all.length / size),
});

const within = <E extends { month: string | null }>(all: readonly E[], { from, to }: MonthRange): E[] =>
  all.filter(({ month }) => month !== null && month >= from && month <= to);

const employer: Employer = {
  account: firm.account,
  name: firm.name,
  creditCode: firm.creditCode,
  address: '测试路1号',
  state: '01',
  openedOn: '2015-03-01',
  closedOn: null,
  employerRatio: 1200,
  employeeRatio: 1200,
  contributing: 12,
  sealed: 3,
  balance: 0,
  paidUpTo: '2026-10',
  payday: 10,
  bank: '测试银行',
  clerk: { name: firm.clerk.name, phone: firm.clerk.phone },
};

const remittances: readonly EmployerContribution[] = months.map((month) => ({
  serial: `R${month.replace('-', '')}`,
  bookedOn: `${month}-15`,
  kind: '01',
  month,
  amount: monthly * 12,
  employees: 12,
  reversed: false,
}));

const application: LoanApplication = {
  number: 'SQ20260001',
  contract: null,
  appliedOn: '2026-10-09',
  amount: 600_000_00,
  terms: 240,
  step: 'reviewing',
  steps: [
    { step: 'created', since: '2026-10-09' },
    { step: 'reviewing', since: '2026-10-12' },
  ],
  missing: ['购房合同'],
  reason: null,
  bank: '测试银行',
};

const loan: Loan = {
  account: 'DK0000000777',
  contract: 'HT20220001',
  borrower: { account: zhao.account, name: zhao.name },
  coBorrowers: [{ account: qian.account, name: qian.name }],
  state: 'normal',
  method: '01',
  contractAmount: 300_000_00,
  disbursed: 300_000_00,
  signedOn: '2026-01-05',
  disbursedOn: '2026-01-20',
  dueOn: '2027-01-20',
  settledOn: null,
  terms: 12,
  termsPassed: 10,
  payDay: 20,
  rate: 210_000,
  balance: 50_000_00,
  next: { dueOn: '2026-12-20', payment: 25_087_50, principal: 25_000_00, interest: 87_50 },
  principalPaid: 250_000_00,
  interestPaid: 3_000_00,
  prepaid: 0,
  penaltyPaid: 0,
  overdue: { principal: 0, interest: 0, penalty: 0, terms: 0 },
  risk: '01',
  guarantee: '01',
  property: { address: '济南市历下区测试路2号3单元', area: 90_00, price: 900_000_00, downPayment: 300_000_00 },
  bank: '测试银行',
  repaymentAccount: '6299990000003034',
};

/** A fund of a few hand-made records. What it does wrong or late is the test's to say. */
export class HandMadeFund implements FundPort {
  readonly name = 'hand-made';
  /** What was asked, in order. */
  readonly asked: string[] = [];
  closed = false;
  /** Does not heed which page is asked for. */
  ignoresPages = false;
  private fault: FundFault | undefined;
  private waiting: Promise<void> | undefined;

  /** From now on there is no answer, for this reason; or there is again. */
  fail(fault: FundFault | undefined): void {
    this.fault = fault;
  }

  /** From now on answers wait until the function that it gives is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting = promise;
    return () => {
      this.waiting = undefined;
      resolve();
    };
  }

  private async answer<T>(operation: string, record: T): Promise<T> {
    this.asked.push(operation);
    await this.waiting;
    if (this.fault) throw new FundUnavailable(this.fault);
    return record;
  }

  private holderOf(account: string): Person | undefined {
    return [zhao, qian].find((person) => person.account === account);
  }

  identity(idNumber: string) {
    const person = [zhao, qian].find((known) => known.idNumber === idNumber);
    return this.answer('identity', person && identityOf(person));
  }

  employerIdentity(account: string) {
    const { name, clerk } = firm;
    return this.answer('employer-identity', account === firm.account ? { account, name, clerk } : undefined);
  }

  employee(account: string) {
    const person = this.holderOf(account);
    return this.answer('employee', person && employeeOf(person));
  }

  contributions(account: string, range: MonthRange) {
    const all = this.holderOf(account) ? within(contributions, range) : [];
    // As funds do that know no pages: the same entries, whatever was asked.
    const page = this.ignoresPages ? { ...pageOf(all, { ...range, page: 1, size: 10 }), pages: 2 } : pageOf(all, range);
    return this.answer('contributions', page);
  }

  employer(account: string) {
    return this.answer('employer', account === firm.account ? employer : undefined);
  }

  employerContributions(account: string, range: MonthRange) {
    return this.answer(
      'employer-contributions',
      pageOf(account === firm.account ? within(remittances, range) : [], range),
    );
  }

  loanProgress(account: string) {
    return this.answer('loan-progress', account === zhao.account ? [application] : []);
  }

  loans(account: string) {
    return this.answer('loans', account === zhao.account || account === qian.account ? [loan] : []);
  }

  repayments(loanAccount: string) {
    const plan = { term: 1, dueOn: '2026-02-20', payment: 25_525_00, principal: 25_000_00, interest: 525_00 };
    const known = loanAccount === loan.account;
    return this.answer(
      'repayments',
      known
        ? { account: loanAccount, plan: [{ ...plan, remaining: 275_000_00, state: 'paid' as const }], made: [] }
        : undefined,
    );
  }

  onlineApplications(account: string) {
    return this.answer('online', account === firm.account ? [] : []);
  }

  async close() {
    this.closed = true;
  }
}
