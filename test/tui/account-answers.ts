import type { VerifiedView } from '../../src/contract/shapes/identity.ts';
import { addMonths } from '../../src/domain/fund/months.ts';
import type { Answer } from '../../src/tui/state/accounts/tabs.ts';
import { ago, me } from './fixtures.ts';

/** Answers of a hub as its views write them, all of it nobody's. */

export const today = '2026-11-24';
const person = '0193bd00-0000-7000-8000-0000000000a1';
const by = { id: me.id, name: me.name };

export const holder: VerifiedView = {
  id: person,
  subject: 'person',
  name: '赵**',
  by,
  authorisation: null,
  at: ago(30),
};
export const clerk: VerifiedView = {
  ...holder,
  id: '0193bd00-0000-7000-8000-0000000000a2',
  subject: 'employer',
  name: '山海测试软件有限公司',
};

const query = { id: '0193bd00-0000-7000-8000-0000000000b1', at: ago(10), person, name: '赵**' };
const gaps = ['2025-08', '2025-09'];
const months = Array.from({ length: 24 }, (_, at) => addMonths('2024-12', at)).filter((month) => !gaps.includes(month));

const contributions = months.map((month, at) => ({
  bookedOn: `${month}-15`,
  kind: '01' as const,
  month,
  amount: at < 12 ? 240_000 : 264_000,
  employerAmount: at < 12 ? 120_000 : 132_000,
  employeeAmount: at < 12 ? 120_000 : 132_000,
  reason: null,
  way: null,
  reversed: false,
  balance: 1_000_000 + 240_000 * (at + 1),
}));

const loan = {
  ref: 'L-0123456789ab',
  account: '********0777',
  contract: '******0001',
  own: true,
  borrower: { name: '赵**' },
  coBorrowers: [{ name: '钱**' }],
  state: 'normal' as const,
  method: '01' as const,
  contractAmount: 60_000_000,
  disbursed: 60_000_000,
  signedOn: '2024-01-05',
  disbursedOn: '2024-01-20',
  dueOn: '2044-01-20',
  settledOn: null,
  terms: 240,
  termsPassed: 34,
  payDay: 20,
  rate: 260_000,
  balance: 54_238_712,
  next: { dueOn: '2026-12-20', payment: 320_873, principal: 203_356, interest: 117_517 },
  principalPaid: 5_761_288,
  interestPaid: 4_148_394,
  prepaid: 0,
  penaltyPaid: 0,
  overdue: { principal: 0, interest: 0, penalty: 0, terms: 0 },
  risk: '01' as const,
  guarantee: '01' as const,
  property: { address: '济南市历下区****', area: 9000, price: 90_000_000, downPayment: 30_000_000 },
  bank: '测试银行',
  repaymentAccount: '************3034',
};

const plan = Array.from({ length: 240 }, (_, at) => ({
  term: at + 1,
  dueOn: `${addMonths('2024-02', at)}-20`,
  payment: 320_873,
  principal: 190_873 + at * 500,
  interest: 130_000 - at * 500,
  remaining: 60_000_000 - 250_000 * (at + 1),
  state: at < 34 ? ('paid' as const) : ('coming' as const),
}));

export const answers = {
  overview: {
    tab: 'overview',
    reply: {
      query,
      employee: {
        account: '********0101',
        name: '赵**',
        idType: '01',
        idNumber: '3799**********0021',
        phone: '154****1001',
        employer: { name: '山海测试软件有限公司' },
        state: '01',
        openedOn: '2015-01-02',
        closedOn: null,
        base: 1_100_000,
        employerRatio: 1200,
        employeeRatio: 1200,
        employerAmount: 132_000,
        employeeAmount: 132_000,
        balance: 6_280_000,
        carriedOver: 3_640_000,
        thisYear: 2_640_000,
        paidUpTo: '2026-11',
        bankAccount: '************1012',
        bank: '测试银行',
        inARow: { months: 14, orMore: false },
      },
    },
  },
  contributions: {
    tab: 'contributions',
    reply: { query, contributions, gaps, total: contributions.length, page: 1, pages: 1 },
  },
  progress: {
    tab: 'progress',
    reply: {
      query,
      applications: [
        {
          number: 'SQ20260001',
          appliedOn: '2026-10-09',
          amount: 60_000_000,
          terms: 240,
          step: 'reviewing',
          steps: [
            { step: 'created', since: '2026-10-09' },
            { step: 'reviewing', since: '2026-10-12' },
          ],
          missing: ['购房合同', '首付款发票'],
          reason: null,
          bank: '测试银行',
        },
      ],
    },
  },
  loans: { tab: 'loans', reply: { query, loans: [loan] } },
  repayments: {
    tab: 'repayments',
    reply: {
      query,
      loan,
      plan,
      made: [
        {
          bookedOn: '2026-11-20',
          kind: '02',
          term: 34,
          amount: 320_873,
          principal: 203_000,
          interest: 117_873,
          penalty: 0,
          balance: 54_238_712,
        },
      ],
    },
  },
  online: {
    tab: 'online',
    reply: {
      query,
      applications: [
        {
          number: 'WS20260007',
          kind: 'withdrawal',
          submittedOn: '2026-11-18',
          amount: 1_800_000,
          state: 'returned',
          steps: [
            { step: 'submitted', since: '2026-11-18' },
            { step: 'reviewing', since: '2026-11-19' },
            { step: 'returned', since: '2026-11-20' },
          ],
          missing: ['租房合同'],
          reason: '租房合同没有签字',
        },
        {
          number: 'WS20260003',
          kind: 'transfer-in',
          submittedOn: '2026-09-02',
          amount: null,
          state: 'completed',
          steps: [
            { step: 'letter-approved', since: '2026-09-04' },
            { step: 'completed', since: '2026-09-21' },
          ],
          missing: [],
          reason: null,
        },
      ],
    },
  },
  employer: {
    tab: 'employer',
    reply: {
      query: { ...query, person: clerk.id, name: clerk.name },
      employer: {
        account: '880000000303',
        name: '山海测试软件有限公司',
        creditCode: '91379900MA00000012',
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
        clerk: { name: '孙**', phone: '154****1003' },
      },
    },
  },
  remittances: {
    tab: 'remittances',
    reply: {
      query: { ...query, person: clerk.id, name: clerk.name },
      contributions: months.map((month) => ({
        bookedOn: `${month}-15`,
        kind: '01' as const,
        month,
        amount: 2_880_000,
        employees: 12,
        reversed: false,
      })),
      gaps,
      total: months.length,
      page: 1,
      pages: 1,
    },
  },
} as const satisfies { [T in Answer['tab']]: Answer };
