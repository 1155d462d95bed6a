import { type Term, totalInterest } from '../../../domain/fund/sums/loan.ts';
import { changesRate, nextRateDay } from '../../../domain/fund/sums/rate-change.ts';
import { atRate, goingOn, type Standing } from '../../../domain/fund/sums/standing.ts';
import { rateChangeForm } from '../forms/rate-change-form.ts';
import { refuse } from '../problem.ts';
import type { SumResult } from '../result.ts';
import { dayWords, percentNumber, percentText, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, joined, same, type Words } from '../words.ts';
import { pastWords, runningNotes } from './balance-words.ts';
import { defineRun } from './define-run.ts';
import { comingRate, secondHomeNote } from './loan-rate.ts';
import { estimateNote, splitNote } from './loan-words.ts';
import { runningLoan, tierOf } from './running-loan.ts';
import { scheduleDocument, scheduleTable } from './schedule-view.ts';

type Work = Omit<SumResult, 'basis'>;

const noNewsNote: Words = both(
  '新利率按目前已公布的，之后另有调整的从其规定。',
  'The new rate is what is published so far; a later notice goes before it.',
);

const unchanged = (day: string, standing: Standing, notes: readonly Words[]): Work => {
  const next = goingOn(standing)[0]?.payment ?? 0;
  return {
    document: { from: day, changes: false, rate: percentNumber(standing.rest.rate), monthly: yuanNumber(next) },
    said: both(
      '期限一年以内（含一年）的贷款，利率按原合同到期，不随调整变化。',
      'A loan of a year or less keeps the rate of its contract to the end.',
    ),
    table: {
      headings: [both('年利率', 'Rate'), both('下期月供', 'Next payment')],
      rows: [[same(percentText(standing.rest.rate)), same(yuan(next))]],
    },
    notes,
  };
};

const row = (name: Words, rate: number, terms: readonly Term[]): Words[] => [
  name,
  same(percentText(rate)),
  same(yuan(terms[0]?.payment ?? 0)),
  same(String(terms.length)),
  same(yuan(totalInterest(terms))),
];

export const runRateChange = defineRun(rateChangeForm, (values, figures) => {
  const day = nextRateDay(figures.day);
  const date = dayWords(day);
  const { start } = values;
  if (start !== undefined && start >= day) refuse('start', both(`应早于 ${day}`, `before ${day}`));
  const tier = tierOf(values);
  const loan = runningLoan(figures, values, day);
  const { paid } = loan;
  const standing =
    loan.standing ??
    refuse(
      values.paid === undefined ? 'start' : 'paid',
      both(`到${date['zh-CN']}已经还清`, `the loan is repaid by ${day}`),
    );
  if (!changesRate({ months: tier })) return unchanged(day, standing, runningNotes(loan, day));
  const { rest } = standing;
  const rate = comingRate(figures, { home: values.home, months: tier, given: values['new-rate'] });
  const before = goingOn(standing);
  const after = rate === rest.rate ? before : atRate(standing, rate);
  const [old, next] = [before[0]?.payment ?? 0, after[0]?.payment ?? 0];
  const saved = totalInterest(before) - totalInterest(after);
  const numbered = after.map((term) => ({ ...term, term: term.term + paid }));
  const [owed, was, is] = [yuanWords(rest.principal), yuanWords(old), yuanWords(next)];
  const [less, gain] = [yuanWords(Math.abs(old - next)), yuanWords(Math.abs(saved))];
  const said =
    rate === rest.rate
      ? both(
          `${date['zh-CN']}起利率还是${percentText(rate)}，月供不变，下一期${is['zh-CN']}。`,
          `From ${date.en} the rate stays ${percentText(rate)}, and so do the instalments: ${is.en} next.`,
        )
      : both(
          `${date['zh-CN']}起年利率由${percentText(rest.rate)}变为${percentText(rate)}：剩余本金${owed['zh-CN']}、剩余${rest.months}期，下一期由${was['zh-CN']}变为${is['zh-CN']}，${old > next ? '少' : '多'}${less['zh-CN']}；剩余利息${saved > 0 ? '少' : '多'}${gain['zh-CN']}。`,
          `From ${date.en} the rate goes from ${percentText(rest.rate)} to ${percentText(rate)}: with ${owed.en} owed over ${rest.months} terms the next payment goes from ${was.en} to ${is.en}, and the interest to come is ${gain.en} ${saved > 0 ? 'less' : 'more'}.`,
        );
  return {
    document: {
      from: day,
      changes: rate !== rest.rate,
      balance: yuanNumber(rest.principal),
      balance_from: loan.from,
      terms_left: rest.months,
      method: rest.method,
      before: { rate: percentNumber(rest.rate), monthly: yuanNumber(old), interest: yuanNumber(totalInterest(before)) },
      after: { rate: percentNumber(rate), monthly: yuanNumber(next), interest: yuanNumber(totalInterest(after)) },
      monthly_difference: yuanNumber(next - old),
      interest_difference: yuanNumber(totalInterest(after) - totalInterest(before)),
      schedule: scheduleDocument(numbered, start),
    },
    said: joined([said, pastWords(loan)], '', ''),
    table: {
      headings: [
        both('', ''),
        both('年利率', 'Rate'),
        both('下期月供', 'Next payment'),
        both('剩余期数', 'Terms left'),
        both('剩余利息', 'Interest left'),
      ],
      rows: [row(both('调整前', 'before'), rest.rate, before), row(both(`${day} 起`, `from ${day}`), rate, after)],
    },
    schedule: scheduleTable(numbered, start),
    notes: [
      ...runningNotes(loan, day),
      estimateNote,
      splitNote,
      ...(values['new-rate'] === undefined ? [noNewsNote] : []),
      ...(values.home === 'second' && values['new-rate'] === undefined ? [secondHomeNote] : []),
    ],
  };
});
