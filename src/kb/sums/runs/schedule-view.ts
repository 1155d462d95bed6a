import { addMonths } from '../../../domain/fund/sums/day.ts';
import type { Term } from '../../../domain/fund/sums/loan.ts';
import type { ResultTable } from '../result.ts';
import { yuan, yuanNumber } from '../show-number.ts';
import { both, same, type Words } from '../words.ts';

const amountHeadings: readonly Words[] = [
  both('月供', 'Payment'),
  both('本金', 'Principal'),
  both('利息', 'Interest'),
  both('剩余本金', 'Remaining'),
];

const amounts = ({ payment, principal, interest, remaining }: Omit<Term, 'term'>): Words[] =>
  [payment, principal, interest, remaining].map((fen) => same(yuan(fen)));

/** The terms as a document gives them; with their days when the day of payout is known. */
export const scheduleDocument = (terms: readonly Term[], start?: string) =>
  terms.map(({ term, payment, principal, interest, remaining }) => ({
    term,
    ...(start !== undefined && { date: addMonths(start, term) }),
    payment: yuanNumber(payment),
    principal: yuanNumber(principal),
    interest: yuanNumber(interest),
    remaining: yuanNumber(remaining),
  }));

/** Every term. */
export const scheduleTable = (terms: readonly Term[], start?: string): ResultTable => ({
  headings: [both('期数', 'Term'), ...(start === undefined ? [] : [both('还款日', 'Due')]), ...amountHeadings],
  rows: terms.map((term) => [
    same(String(term.term)),
    ...(start === undefined ? [] : [same(addMonths(start, term.term))]),
    ...amounts(term),
  ]),
});

const together = (terms: readonly Term[]): Omit<Term, 'term'> => {
  const sum = (part: 'payment' | 'principal' | 'interest'): number => terms.reduce((all, term) => all + term[part], 0);
  return {
    payment: sum('payment'),
    principal: sum('principal'),
    interest: sum('interest'),
    remaining: terms.at(-1)?.remaining ?? 0,
  };
};

/** The first and the last term, between them the years of the loan, and the whole. */
export const yearlyTable = (terms: readonly Term[]): ResultTable => {
  const years = Array.from({ length: Math.ceil(terms.length / 12) }, (_, year) =>
    terms.slice(12 * year, 12 * year + 12),
  );
  const row = (name: Words, amount: Omit<Term, 'term'> | undefined): Words[][] =>
    amount ? [[name, ...amounts(amount)]] : [];
  const last = terms.at(-1);
  return {
    headings: [both('期', 'Term'), ...amountHeadings],
    rows: [
      ...row(both('第 1 期', 'term 1'), terms[0]),
      ...years.flatMap((year, at) => row(both(`第 ${at + 1} 年合计`, `year ${at + 1}`), together(year))),
      ...row(both(`第 ${last?.term} 期`, `term ${last?.term}`), last),
      ...row(both('合计', 'all'), together(terms)),
    ],
  };
};
