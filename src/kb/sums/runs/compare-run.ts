import { type Loan, repaymentMethods, type Term, totalInterest, totalPayment } from '../../../domain/fund/sums/loan.ts';
import { scheduleOf } from '../../../domain/fund/sums/schedule.ts';
import { compareForm } from '../forms/compare-form.ts';
import { methodNames } from '../forms/shared-fields.ts';
import { percentNumber, percentText, termWords, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, joined, same, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';
import { newLoanRate, secondHomeNote } from './loan-rate.ts';
import { estimateNote, paymentWords } from './loan-words.ts';

interface Variant {
  readonly loan: Loan;
  readonly terms: readonly Term[];
  readonly interest: number;
}

const variantOf = (loan: Loan): Variant => {
  const terms = scheduleOf(loan);
  return { loan, terms, interest: totalInterest(terms) };
};

const variantDocument = ({ loan, terms, interest }: Variant, first: Variant) => ({
  method: loan.method,
  months: loan.months,
  rate: percentNumber(loan.rate),
  monthly: yuanNumber(terms[0]?.payment ?? 0),
  last: yuanNumber(terms.at(-1)?.payment ?? 0),
  total_interest: yuanNumber(interest),
  total_payment: yuanNumber(totalPayment(terms)),
  interest_difference: yuanNumber(interest - first.interest),
});

const variantWords = ({ loan, terms, interest }: Variant): Words => {
  const [term, name, paid, cost] = [
    termWords(loan.months),
    methodNames[loan.method],
    paymentWords(loan.method, terms),
    yuanWords(interest),
  ];
  return both(
    `${term['zh-CN']}、${percentText(loan.rate)}、${name['zh-CN']}：${paid['zh-CN']}，利息${cost['zh-CN']}`,
    `${term.en} at ${percentText(loan.rate)}, ${name.en}: ${paid.en}, interest ${cost.en}`,
  );
};

const variantRow = ({ loan, terms, interest }: Variant, first: Variant): Words[] => [
  methodNames[loan.method],
  termWords(loan.months),
  same(percentText(loan.rate)),
  ...[terms[0]?.payment ?? 0, terms.at(-1)?.payment ?? 0, interest].map((fen) => same(yuan(fen))),
  same(`${interest < first.interest ? '-' : '+'}${yuan(Math.abs(interest - first.interest))}`),
];

const headings: readonly Words[] = [
  both('方式', 'Method'),
  both('年限', 'Term'),
  both('年利率', 'Rate'),
  both('首月', 'First month'),
  both('末月', 'Last month'),
  both('利息合计', 'Interest'),
  both('与第一行比', 'Against the first'),
];

export const runCompare = defineRun(compareForm, ({ principal, years, rate: rates, method, home }, figures) => {
  const methods = method === undefined ? repaymentMethods : [method];
  const variants = years.flatMap((months) =>
    (rates ?? [undefined]).flatMap((given) => {
      const rate = newLoanRate(figures, { home, months, given });
      return methods.map((each) => variantOf({ principal, rate, months, method: each }));
    }),
  );
  const [first] = variants as [Variant];
  const told = joined(variants.map(variantWords), '；', '; ');
  const amount = yuanWords(principal);
  return {
    document: {
      principal: yuanNumber(principal),
      variants: variants.map((variant) => variantDocument(variant, first)),
    },
    said: both(`贷款${amount['zh-CN']}，${told['zh-CN']}。`, `For a loan of ${amount.en}: ${told.en}.`),
    table: { headings, rows: variants.map((variant) => variantRow(variant, first)) },
    notes: [estimateNote, ...(home === 'second' && !rates ? [secondHomeNote] : [])],
  };
});
