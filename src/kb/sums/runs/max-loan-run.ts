import { narrowest } from '../../../domain/fund/sums/limits.ts';
import { type LoanLimitKind, loanLimits, type TermLimitKind, termLimits } from '../../../domain/fund/sums/max-loan.ts';
import { scheduleOf } from '../../../domain/fund/sums/schedule.ts';
import type { Figures } from '../figures.ts';
import type { Values } from '../form.ts';
import { maxLoanForm } from '../forms/max-loan-form.ts';
import { refuse, type SumProblem, SumRefusal } from '../problem.ts';
import { numberWords, percentNumber, termWords, yuanNumber, yuanWords } from '../show-number.ts';
import { both, joined, same, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';
import { emptyOf, leftOutWords, limitDocuments, limitTable, missingOf, type ShownLimit } from './limit-view.ts';
import { newLoanRate, secondHomeNote } from './loan-rate.ts';
import { paymentWords } from './loan-words.ts';

type Asked = Values<(typeof maxLoanForm)['fields']>;

const labels: Record<LoanLimitKind, Words> = {
  balance: both('余额倍数', 'balance multiple'),
  capacity: both('还款能力', 'repayment capacity'),
  cap: both('最高额度', 'cap'),
  price: both('房价减首付', 'price less down payment'),
};

const termLabels: Record<TermLimitKind, Words> = {
  wished: both('希望的年限', 'the term wished'),
  longest: both('本市最长年限', "the city's longest term"),
  age: both('年龄', 'age'),
};

/** The city's own figures, each from the policy or from the person; the shipped policy has none that is confirmed. */
const localFigures = (figures: Figures, asked: Asked) => {
  const { borrowers = 'one', home = 'first' } = asked;
  const { fields } = maxLoanForm;
  const find = (
    name: string,
    field: 'multiple' | 'income-share' | 'cap' | 'down-payment' | 'max-years' | 'until-age',
  ) => figures.find({ name, kind: fields[field].kind, label: fields[field].label, given: asked[field] });
  return {
    multiple: find('loan.jinan.multiple', 'multiple'),
    incomeShare: find('loan.jinan.income.share', 'income-share'),
    cap: find(`loan.jinan.max.${borrowers}`, 'cap'),
    downPayment: find(`loan.jinan.down.${home}`, 'down-payment'),
    longest: find('loan.jinan.years.max', 'max-years'),
    untilAge: find('loan.jinan.age.max', 'until-age'),
  };
};

/** What a limit is called to a citizen, who knows no names of limits. */
const saidOf = (kind: LoanLimitKind, multiple: number | undefined): Words => {
  switch (kind) {
    case 'balance': {
      const times = numberWords.times(multiple ?? 0);
      return both(`账户余额的${times['zh-CN']}`, `${times.en} the account balance`);
    }
    case 'capacity':
      return both('家庭收入还得起的上限', 'what the household income can repay');
    case 'cap':
      return both('贷款最高额度', 'the cap on loans');
    case 'price':
      return both('房价减去首付', 'the price less the down payment');
  }
};

/** No limit can be worked out: what is still wanted for those that were begun, or where one could begin. */
const nothingKnown = ({ cap: _, ...needs }: Record<LoanLimitKind, string[]>): never => {
  const unpublished = both(
    '没有公布的数，别的限制也都没有填全，一项都算不出；填上这一项，或填全别的一项',
    'no figure is published, and no other limit is complete either, so none can be worked out; give this one, or complete another',
  );
  const anyOne = both('各项限制都算不出，至少填一项', 'no limit can be worked out; give at least one');
  const wanted = Object.values(needs).flatMap((fields) => (fields.length === 1 ? fields : []));
  const problems =
    wanted.length > 0
      ? wanted.map((field): SumProblem => ({ field, problem: unpublished }))
      : ['balance', 'income', 'cap', 'price'].map((field): SumProblem => ({ field, problem: anyOne }));
  throw new SumRefusal(problems);
};

export const runMaxLoan = defineRun(maxLoanForm, (values, figures) => {
  const { balance, income, price, age, debts = 0, method = 'equal-instalment', home } = values;
  const { longest, untilAge, ...local } = localFigures(figures, values);
  const bounds = termLimits({ wished: values.years, longest, age, untilAge });
  const { amount: months = 0, binding: shortest } = narrowest(bounds);
  if (months === 0) refuse('age', both('已超过最迟还清的年龄', 'past the age by which it must be repaid'));
  const rate = newLoanRate(figures, { home, months, given: values.rate });
  const needs: Record<LoanLimitKind, string[]> = {
    balance: emptyOf({ balance, multiple: local.multiple }),
    capacity: emptyOf({ income, 'income-share': local.incomeShare }),
    cap: emptyOf({ cap: local.cap }),
    price: emptyOf({ price, 'down-payment': local.downPayment }),
  };
  const limits = loanLimits({ ...local, balance, income, price, debts, rate, months, method }).map(
    (limit): ShownLimit<LoanLimitKind> => ({ ...limit, label: labels[limit.kind], needs: needs[limit.kind] }),
  );
  const { amount, binding } = narrowest(limits);
  if (amount === undefined) return nothingKnown(needs);
  const terms = amount > 0 ? scheduleOf({ principal: amount, rate, months, method }) : [];
  const complete = limits.every((limit) => limit.amount !== undefined);
  const [told, term, bound, leftOut] = [
    yuanWords(amount),
    termWords(months),
    joined(
      binding.map((kind) => saidOf(kind, local.multiple)),
      '、',
      ' and ',
    ),
    leftOutWords(limits, maxLoanForm.fields),
  ];
  const paid = terms.length > 0 ? paymentWords(method, terms) : same('');
  return {
    document: {
      max_loan: yuanNumber(amount),
      complete,
      binding,
      limits: limitDocuments(limits),
      months,
      term_binding: shortest,
      term_limits: bounds.map(({ kind, amount: most }) => ({ limit: kind, months: most ?? null })),
      rate: percentNumber(rate),
      method,
      monthly: yuanNumber(terms[0]?.payment ?? 0),
    },
    said: both(
      `按${term['zh-CN']}估算，最多贷${told['zh-CN']}，这是${bound['zh-CN']}${paid['zh-CN'] && `；${paid['zh-CN']}`}。${leftOut['zh-CN']}这是估算，以中心审批为准。`,
      `Over ${term.en} the loan is at most ${told.en}, which is ${bound.en}${paid.en && `; ${paid.en}`}.${leftOut.en} An estimate; the centre decides.`,
    ),
    table: limitTable(limits, maxLoanForm.fields),
    missing: missingOf(limits),
    notes: [
      ...bounds.flatMap(({ kind, amount: most }) => {
        const name = termLabels[kind];
        return most === undefined
          ? [
              both(
                `年限没有按“${name['zh-CN']}”限制：没有公布的数或者没有填。`,
                `The term is not limited by ${name.en}: no figure, or none given.`,
              ),
            ]
          : [];
      }),
      both('额度没有取整；怎样取整以中心为准。', 'Not rounded down; how that is done is up to the centre.'),
      ...(home === 'second' && values.rate === undefined ? [secondHomeNote] : []),
    ],
  };
});
