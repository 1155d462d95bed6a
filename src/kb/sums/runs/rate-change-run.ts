import { type Loan, type Term, totalInterest } from '../../../domain/fund/sums/loan.ts';
import { changesRate, lastRateDay, nextRateDay, termsDue } from '../../../domain/fund/sums/rate-change.ts';
import { atRate, goingOn, type RateChange, type Standing, standingAfter } from '../../../domain/fund/sums/standing.ts';
import type { Figures } from '../figures.ts';
import type { Values } from '../form.ts';
import { rateChangeForm } from '../forms/rate-change-form.ts';
import { refuse } from '../problem.ts';
import type { SumResult } from '../result.ts';
import { dayWords, percentNumber, percentText, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, same, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';
import { comingRate, newLoanRate, runningRate, secondHomeNote } from './loan-rate.ts';
import { estimateNote } from './loan-words.ts';
import { scheduleDocument, scheduleTable } from './schedule-view.ts';

type Asked = Values<(typeof rateChangeForm)['fields']>;
type Work = Omit<SumResult, 'basis'>;

const splitNote: Words = both(
  '还款日不在 1 日的，换利率那一期可能分段计息，以还款计划为准。',
  'Where instalments are not due on the 1st, the term across the change may be split; the schedule decides.',
);

const noNewsNote: Words = both(
  '新利率按目前已公布的，之后另有调整的从其规定。',
  'The new rate is what is published so far; a later notice goes before it.',
);

/** From payout to now, by the published rates: the first one, and each 1 January on which another held. */
const publishedCourse = (
  figures: Figures,
  asked: Asked,
  start: string,
  tier: number,
): { first: Loan; changes: RateChange[] } => {
  const { principal, years: months, method = 'equal-instalment', home } = asked;
  const rateOn = (day: string): number => newLoanRate(figures, { home, months: tier, given: undefined }, day);
  const first = { principal, rate: rateOn(start), months, method };
  const changes: RateChange[] = [];
  for (let day = nextRateDay(start); day <= lastRateDay(figures.day); day = nextRateDay(day)) {
    const rate = rateOn(day);
    if (rate !== (changes.at(-1)?.rate ?? first.rate)) changes.push({ paid: termsDue(start, months, day), rate });
  }
  return { first, changes };
};

/** The loan as it stands on the next 1 January. */
const standingThen = (
  figures: Figures,
  asked: Asked,
  tier: number,
): { standing: Standing | undefined; paid: number } => {
  const { principal, years: months, method = 'equal-instalment', home, start } = asked;
  const paid = asked.paid ?? (start === undefined ? 0 : termsDue(start, months, nextRateDay(figures.day)));
  if (paid >= months) return { standing: undefined, paid };
  if (start !== undefined && asked.rate === undefined) {
    const { first, changes } = publishedCourse(figures, asked, start, tier);
    const reached = changes.filter((change) => change.paid <= paid);
    return { standing: standingAfter(first, paid, reached), paid };
  }
  const rate = runningRate(figures, { home, months: tier, given: asked.rate });
  return { standing: standingAfter({ principal, rate, months, method }, paid), paid };
};

const unchanged = (day: string, standing: Standing): Work => {
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
    notes: [],
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
  const tier = values['contract-years'] ?? values.years;
  const { standing: found, paid } = standingThen(figures, values, tier);
  const standing = found ?? refuse('paid', both(`到${date['zh-CN']}已经还清`, `the loan is repaid by ${day}`));
  if (!changesRate({ months: tier })) return unchanged(day, standing);
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
      terms_left: rest.months,
      method: rest.method,
      before: { rate: percentNumber(rest.rate), monthly: yuanNumber(old), interest: yuanNumber(totalInterest(before)) },
      after: { rate: percentNumber(rate), monthly: yuanNumber(next), interest: yuanNumber(totalInterest(after)) },
      monthly_difference: yuanNumber(next - old),
      interest_difference: yuanNumber(totalInterest(after) - totalInterest(before)),
      schedule: scheduleDocument(numbered, values.start),
    },
    said,
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
    schedule: scheduleTable(numbered, values.start),
    notes: [
      estimateNote,
      splitNote,
      ...(values['new-rate'] === undefined ? [noNewsNote] : []),
      ...(values.home === 'second' && values['new-rate'] === undefined ? [secondHomeNote] : []),
    ],
  };
});
