import type { Rate } from '../../../domain/fund/sums/rate.ts';
import { lastRateDay, nextRateDay } from '../../../domain/fund/sums/rate-change.ts';
import type { Figures } from '../figures.ts';
import { both, type Words } from '../words.ts';

export type Home = 'first' | 'second';

/** Five years sharp still belong to the lower tier (五年以下，含五年). */
const lowerTierMonths = 60;

const tierWords = (home: Home, months: number): { chinese: string; english: string } => ({
  chinese: `${home === 'first' ? '首套' : '二套'}，${months <= lowerTierMonths ? '五年以下（含五年）' : '五年以上'}`,
  english: `${home} home, ${months <= lowerTierMonths ? 'up to 5 years' : 'over 5 years'}`,
});

interface Asked {
  readonly home: Home | undefined;
  /** The term in the contract, by which the tier goes. */
  readonly months: number;
  readonly given: Rate | undefined;
}

const figureName = (home: Home, months: number): string =>
  `loan.rate.${home}.${months <= lowerTierMonths ? 'le5' : 'gt5'}`;

/** Which home a rate is for. Where nobody said, and a rate was given that is published for a second home alone, it is one. */
const homeOf = (figures: Figures, { home, months, given }: Asked, day: string): Home => {
  const isPublishedFor = (one: Home): boolean => figures.published(figureName(one, months), 'percent', day) === given;
  return home ?? (given !== undefined && !isPublishedFor('first') && isPublishedFor('second') ? 'second' : 'first');
};

/** The fund's rate that holds on a day for a home and a term. @throws {SumRefusal} naming the field when none is known */
const rateOn = (
  figures: Figures,
  asked: Asked,
  { day, field, what }: { day: string; field: string; what: Words },
): Rate => {
  const { months, given } = asked;
  const home = homeOf(figures, asked, day);
  const { chinese, english } = tierWords(home, months);
  const label = both(`${what['zh-CN']}（${chinese}）`, `${what.en} (${english})`);
  return figures.need({ name: figureName(home, months), kind: 'percent', label, given, day }, field);
};

/** The rate of a loan that is paid out on a day. */
export const newLoanRate = (figures: Figures, asked: Asked, day = figures.day): Rate =>
  rateOn(figures, asked, { day, field: 'rate', what: both('公积金贷款年利率', 'yearly rate of the fund loan') });

/** The rate of a loan that has run since before this year: what held on its 1 January. */
export const runningRate = (figures: Figures, asked: Asked): Rate =>
  rateOn(figures, asked, {
    day: lastRateDay(figures.day),
    field: 'rate',
    what: both('现执行年利率', 'yearly rate now in force'),
  });

/** The rate that running loans take on the next 1 January, as far as it is published. */
export const comingRate = (figures: Figures, asked: Asked): Rate => {
  const day = nextRateDay(figures.day);
  return rateOn(figures, asked, { day, field: 'new-rate', what: both(`${day} 起的年利率`, `yearly rate from ${day}`) });
};

/** What is published for a second home is the least that may be charged. */
export const secondHomeNote: Words = both(
  '二套利率规定的是“不低于”，以合同为准。',
  'For a second home the published rate is the least; the contract says which.',
);
