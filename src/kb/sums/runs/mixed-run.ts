import { type Loan, totalInterest, totalPayment } from '../../../domain/fund/sums/loan.ts';
import { mixTerms } from '../../../domain/fund/sums/mixed-loan.ts';
import { scheduleOf } from '../../../domain/fund/sums/schedule.ts';
import { mixedForm } from '../forms/mixed-form.ts';
import { methodNames } from '../forms/shared-fields.ts';
import { percentNumber, percentText, termWords, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, same, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';
import { newLoanRate, secondHomeNote } from './loan-rate.ts';
import { estimateNote, laterChangesNotes, paymentWords } from './loan-words.ts';
import { scheduleDocument, scheduleTable } from './schedule-view.ts';

const partOf = (loan: Loan) => {
  const terms = scheduleOf(loan);
  return { loan, terms, first: terms[0]?.payment ?? 0, interest: totalInterest(terms) };
};
type Part = ReturnType<typeof partOf>;

const partDocument = ({ loan, terms, first, interest }: Part) => ({
  principal: yuanNumber(loan.principal),
  months: loan.months,
  rate: percentNumber(loan.rate),
  monthly: yuanNumber(first),
  last: yuanNumber(terms.at(-1)?.payment ?? 0),
  total_interest: yuanNumber(interest),
});

const row = (name: Words, { loan, terms, first, interest }: Part): Words[] => [
  name,
  same(yuan(loan.principal)),
  termWords(loan.months),
  same(percentText(loan.rate)),
  ...[first, terms.at(-1)?.payment ?? 0, interest].map((fen) => same(yuan(fen))),
];

export const runMixed = defineRun(mixedForm, (values, figures) => {
  const { years: months, method = 'equal-instalment', home, rate: given, start } = values;
  const rate = newLoanRate(figures, { home, months, given }, start);
  const fund = partOf({ principal: values.fund, rate, months, method });
  const commercial = partOf({
    principal: values.commercial,
    rate: values['commercial-rate'],
    months: values['commercial-years'] ?? months,
    method,
  });
  const terms = mixTerms(fund.terms, commercial.terms);
  const [first, interest] = [terms[0]?.payment ?? 0, totalInterest(terms)];
  const plan = scheduleDocument(terms, start).map((term, at) => ({
    ...term,
    fund: yuanNumber(terms[at]?.fund ?? 0),
    commercial: yuanNumber(terms[at]?.commercial ?? 0),
  }));
  const [ours, theirs] = [paymentWords(method, fund.terms), paymentWords(method, commercial.terms)];
  const [together, cost] = [yuanWords(first), yuanWords(interest)];
  return {
    document: {
      principal: yuanNumber(values.fund + values.commercial),
      method,
      monthly: yuanNumber(first),
      total_interest: yuanNumber(interest),
      total_payment: yuanNumber(totalPayment(terms)),
      fund: partDocument(fund),
      commercial: partDocument(commercial),
      schedule: plan,
    },
    said: both(
      `组合贷款（${methodNames[method]['zh-CN']}）：公积金部分${yuanWords(values.fund)['zh-CN']}${ours['zh-CN']}，商贷部分${yuanWords(values.commercial)['zh-CN']}${theirs['zh-CN']}；首月一共${together['zh-CN']}，利息合计${cost['zh-CN']}。`,
      `Mixed loan (${methodNames[method].en}): ${yuanWords(values.fund).en} of the fund at ${ours.en}, ${yuanWords(values.commercial).en} of the bank at ${theirs.en}; ${together.en} together in the first month, ${cost.en} of interest in all.`,
    ),
    table: {
      headings: [
        both('部分', 'Part'),
        both('金额', 'Principal'),
        both('年限', 'Term'),
        both('年利率', 'Rate'),
        both('首月', 'First month'),
        both('末月', 'Last month'),
        both('利息合计', 'Interest'),
      ],
      rows: [row(both('公积金', 'fund'), fund), row(both('商贷', 'bank'), commercial)],
    },
    schedule: scheduleTable(terms, start),
    notes: [
      estimateNote,
      both(
        '商贷利率按合同，随 LPR 调整；两部分各有还款计划。',
        'The bank’s rate is that of its contract and moves with the LPR; each part has its own schedule.',
      ),
      ...laterChangesNotes(start, figures.day),
      ...(home === 'second' && given === undefined ? [secondHomeNote] : []),
    ],
  };
});
