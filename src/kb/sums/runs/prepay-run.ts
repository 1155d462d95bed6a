import { type Term, totalInterest } from '../../../domain/fund/sums/loan.ts';
import { type PrepaymentEffect, prepay, prepaymentEffects, settlement } from '../../../domain/fund/sums/prepayment.ts';
import { goingOn, type Standing } from '../../../domain/fund/sums/standing.ts';
import type { Values } from '../form.ts';
import { effectNames, prepayForm } from '../forms/prepay-form.ts';
import { refuse } from '../problem.ts';
import type { SumResult } from '../result.ts';
import { percentNumber, termWords, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, joined, same, type Words } from '../words.ts';
import { pastWords, runningNotes } from './balance-words.ts';
import { defineRun } from './define-run.ts';
import { secondHomeNote } from './loan-rate.ts';
import { estimateNote, splitNote } from './loan-words.ts';
import { runningLoan } from './running-loan.ts';
import { scheduleDocument } from './schedule-view.ts';

type Asked = Values<(typeof prepayForm)['fields']>;
type Work = Omit<SumResult, 'basis'>;

const notes: readonly Words[] = [
  estimateNote,
  both(
    '省下的是剩余还款期的利息；是否收费、最低还多少、一年几次，看借款合同和中心规定。',
    'What is saved is interest still to come; fees, least amounts and how often are up to the contract and the centre.',
  ),
];

const standingDocument = ({ rest }: Standing, before: readonly Term[]) => ({
  balance: yuanNumber(rest.principal),
  rate: percentNumber(rest.rate),
  method: rest.method,
  before: {
    monthly: yuanNumber(before[0]?.payment ?? 0),
    terms: before.length,
    interest: yuanNumber(totalInterest(before)),
  },
});

/** All of it on one day. */
const settleAll = (standing: Standing, days: number): Work => {
  const before = goingOn(standing);
  const { principal, interest, total } = settlement(standing.rest, days);
  const saved = totalInterest(before) - interest;
  return {
    document: {
      ...standingDocument(standing, before),
      whole: {
        principal: yuanNumber(principal),
        interest: yuanNumber(interest),
        total: yuanNumber(total),
        interest_saved: yuanNumber(saved),
      },
    },
    said: both(
      `当天结清要还${yuanWords(total)['zh-CN']}，其中本金${yuanWords(principal)['zh-CN']}、利息${yuanWords(interest)['zh-CN']}；剩余${before.length}期不用再还，省利息${yuanWords(saved)['zh-CN']}。`,
      `Settling it that day takes ${yuanWords(total).en}: principal ${yuanWords(principal).en}, interest ${yuanWords(interest).en}. The ${before.length} terms left fall away, which saves ${yuanWords(saved).en} of interest.`,
    ),
    table: {
      headings: [
        both('应还本金', 'Principal'),
        both('应还利息', 'Interest'),
        both('合计', 'Total'),
        both('省利息', 'Saved'),
      ],
      rows: [[principal, interest, total, saved].map((fen) => same(yuan(fen)))],
    },
    notes: [
      both(
        '零头天数按年利率÷360计日息；以还款当日系统金额为准。',
        'Odd days at a 360th of the yearly rate; the system’s amount of that day decides.',
      ),
      ...notes,
    ],
  };
};

interface Outcome {
  readonly effect: PrepaymentEffect;
  readonly terms: readonly Term[];
  readonly saved: number;
}

const outcomeDocument = ({ terms, saved }: Outcome, before: readonly Term[]) => ({
  monthly: yuanNumber(terms[0]?.payment ?? 0),
  last: yuanNumber(terms.at(-1)?.payment ?? 0),
  terms: terms.length,
  terms_saved: before.length - terms.length,
  interest: yuanNumber(totalInterest(terms)),
  interest_saved: yuanNumber(saved),
  schedule: scheduleDocument(terms),
});

const outcomeWords = ({ effect, terms, saved }: Outcome, before: readonly Term[]): Words => {
  const [first, gain] = [yuanWords(terms[0]?.payment ?? 0), yuanWords(saved)];
  const fewer = before.length - terms.length;
  return effect === 'shorten'
    ? both(
        `缩短年限：下期还${first['zh-CN']}起，还剩${terms.length}期，少${fewer}期，省利息${gain['zh-CN']}`,
        `with a shorter term the next payment is ${first.en}, over ${terms.length} terms, ${fewer} fewer, saving ${gain.en} of interest`,
      )
    : both(
        `减少月供：期数不变，每期由${yuanWords(before[0]?.payment ?? 0)['zh-CN']}降到${first['zh-CN']}，省利息${gain['zh-CN']}`,
        `with a lower instalment it falls from ${yuanWords(before[0]?.payment ?? 0).en} to ${first.en} over the same terms, saving ${gain.en} of interest`,
      );
};

/** Part of it, on a repayment day. */
const payPart = (standing: Standing, amount: number, effects: readonly PrepaymentEffect[]): Work => {
  const { rest, portion } = standing;
  const before = goingOn(standing);
  const outcomes = effects.map((effect): Outcome => {
    const terms = prepay(rest, portion, amount, effect);
    return { effect, terms, saved: totalInterest(before) - totalInterest(terms) };
  });
  const [paid, owed] = [yuanWords(amount), yuanWords(rest.principal)];
  const told = joined(
    outcomes.map((outcome) => outcomeWords(outcome, before)),
    '；',
    '; ',
  );
  const row = (name: Words, terms: readonly Term[], saved: number): Words[] => [
    name,
    same(yuan(terms[0]?.payment ?? 0)),
    same(String(terms.length)),
    termWords(terms.length),
    same(yuan(totalInterest(terms))),
    same(yuan(saved)),
  ];
  return {
    document: {
      ...standingDocument(standing, before),
      prepaid: yuanNumber(amount),
      ...Object.fromEntries(outcomes.map((outcome) => [outcome.effect, outcomeDocument(outcome, before)])),
    },
    said: both(
      `剩余本金${owed['zh-CN']}，提前还${paid['zh-CN']}。${told['zh-CN']}。`,
      `Of ${owed.en} still owed, ${paid.en} is prepaid: ${told.en}.`,
    ),
    table: {
      headings: [
        both('方案', 'Plan'),
        both('下期月供', 'Next payment'),
        both('期数', 'Terms'),
        both('时间', 'Time'),
        both('利息', 'Interest'),
        both('省利息', 'Saved'),
      ],
      rows: [
        row(both('不提前还', 'as it is'), before, 0),
        ...outcomes.map(({ effect, terms, saved }) => row(effectNames[effect], terms, saved)),
      ],
    },
    notes,
  };
};

/** All of it, or the part that was asked for. @throws {SumRefusal} when they do not fit what is owed */
const payOff = (standing: Standing, { amount, effect, days = 0 }: Asked): Work => {
  const owed = standing.rest.principal;
  if (amount === undefined || amount === owed) {
    if (effect !== undefined) refuse('effect', both('全部结清时不用填', 'there is none when all is paid'));
    return settleAll(standing, days);
  }
  if (amount > owed) {
    const told = yuanWords(owed);
    refuse('amount', both(`多于剩余本金${told['zh-CN']}`, `more than the ${told.en} that is owed`));
  }
  if (days > 0) refuse('days', both('只用于全部结清', 'only when all is paid'));
  return payPart(standing, amount, effect === undefined ? prepaymentEffects : [effect]);
};

export const runPrepay = defineRun(prepayForm, (values, figures) => {
  const { start, paid, home, rate } = values;
  if (start !== undefined && start > figures.day)
    refuse('start', both(`不能晚于 ${figures.day}`, `not after ${figures.day}`));
  const loan = runningLoan(figures, values, figures.day);
  const standing =
    loan.standing ?? refuse(paid === undefined ? 'start' : 'paid', both('已经还清', 'the loan is repaid by then'));
  const work = payOff(standing, values);
  return {
    ...work,
    document: { terms_paid: loan.paid, balance_from: loan.from, ...work.document },
    said: joined([work.said, pastWords(loan)], '', ''),
    notes: [
      ...runningNotes(loan, figures.day),
      ...(loan.rates.length > 1 ? [splitNote] : []),
      ...work.notes,
      ...(home === 'second' && rate === undefined ? [secondHomeNote] : []),
    ],
  };
});
