import { addMonths } from '../../src/domain/fund/months.ts';
import type { FundPort } from '../../src/hub/ports/fund.ts';
import { HandMadeFund, type Person, zhao } from '../support/fund.ts';
import { Hotline, type Seat } from './driver.tsx';
import { shelf } from './shelf.ts';

/** The shelf, with what the knowledge base says of how long a loan may take to be decided. */
export const knowledge = shelf.map((document) =>
  document.id === 'policy'
    ? {
        ...document,
        text: `${document.text}- name: loan.decide.days
  value: 10
  unit: 日
  from: 2026-09-20
  source: {name: 住房公积金管理条例（2026年修订）第二十六条, number: 国务院令第844号, date: 2026-09-20}
  confidence: national
`,
      }
    : document,
);

/** The same people, with a second loan whose plan is long. */
export const withTwoLoans = (fund: HandMadeFund): FundPort => ({
  name: fund.name,
  identity: (idNumber) => fund.identity(idNumber),
  employerIdentity: (account) => fund.employerIdentity(account),
  employee: (account) => fund.employee(account),
  contributions: (account, range) => fund.contributions(account, range),
  employer: (account) => fund.employer(account),
  employerContributions: (account, range) => fund.employerContributions(account, range),
  loanProgress: (account) => fund.loanProgress(account),
  onlineApplications: (account) => fund.onlineApplications(account),
  close: () => fund.close(),
  loans: async (account) => {
    const loans = await fund.loans(account);
    return loans.flatMap((loan) => [loan, { ...loan, account: 'DK0000000778', terms: 240, termsPassed: 30 }]);
  },
  repayments: async (account) => {
    const first = await fund.repayments('DK0000000777');
    if (account === 'DK0000000777' || !first) return first;
    const plan = Array.from({ length: 240 }, (_, at) => ({
      ...first.plan[0]!,
      term: at + 1,
      dueOn: `${addMonths('2024-06', at)}-20`,
      state: at < 30 ? ('paid' as const) : ('coming' as const),
    }));
    return { ...first, account, plan };
  },
});

/** A hotline with a fund of a few people. */
export const lineWithFund = async (): Promise<{ line: Hotline; fund: HandMadeFund }> => {
  const fund = new HandMadeFund();
  return { line: await Hotline.open({}, knowledge, fund), fund };
};

/** A call is taken and its accounts are asked for. */
export const takes = async (seat: Seat, name: string): Promise<void> => {
  await seat.sees(name);
  seat.press('Ctrl-N');
  await seat.sees('◆ 通话中', '身份 未核验 · F5 核验');
  seat.press('F5');
  await seat.sees(`核验身份 · ${name}`, '可以怎样说');
};

/** What callers say of themselves goes into the form, whose focus is on the name; the calling number is the third item. */
export const says = (seat: Seat, { name, idNumber }: Pick<Person, 'name' | 'idNumber'>): void => {
  seat.types(name);
  seat.press('Enter');
  seat.types(idNumber);
  seat.press('Enter', 'Enter');
};

/** A call is taken, and the caller is who they say. */
export const takesAndVerifies = async (seat: Seat, name = '赵女士', person = zhao): Promise<void> => {
  await takes(seat, name);
  says(seat, person);
  await seat.sees(`已核验 ${person.name[0]}`);
};
