import { type Movement, settlementYear, yearInterest } from '../../../domain/fund/sums/account-interest.ts';
import type { Figures } from '../figures.ts';
import type { Values } from '../form.ts';
import { interestForm } from '../forms/interest-form.ts';
import { refuse } from '../problem.ts';
import { percentNumber, percentText, yuan, yuanNumber, yuanWords } from '../show-number.ts';
import { both, same } from '../words.ts';
import { defineRun } from './define-run.ts';

type Asked = Values<(typeof interestForm)['fields']>;

/** The contributions of a year of settlement, from July on; on the month's last day where it has no such day. */
const contributions = ({ monthly = 0, deposits = 12, day = 1 }: Asked, year: number): Movement[] =>
  Array.from({ length: deposits }, (_, at) => {
    const [of, month] = at < 6 ? [year - 1, at + 7] : [year, at - 5];
    const last = new Date(Date.UTC(of, month, 0)).getUTCDate();
    const on = [of, String(month).padStart(2, '0'), String(Math.min(day, last)).padStart(2, '0')].join('-');
    return { day: on, amount: monthly };
  });

/** What was withdrawn, if anything; it must have been there, and within the year. */
const withdrawal = (asked: Asked, paidIn: readonly Movement[], year: number): Movement[] => {
  const { opening, withdrawn = 0, 'withdrawn-on': day } = asked;
  if (withdrawn === 0) return [];
  if (day === undefined) return refuse('withdrawn-on', both('不能缺少', 'is missing'));
  const [from, to] = [`${year - 1}-07-01`, `${year}-06-30`];
  if (day < from || day > to) refuse('withdrawn-on', both(`应在 ${from} 至 ${to}`, `between ${from} and ${to}`));
  const there = paidIn.filter((movement) => movement.day <= day).reduce((sum, { amount }) => sum + amount, opening);
  if (withdrawn > there) {
    const most = yuanWords(there);
    refuse('withdrawn', both(`多于当时的余额${most['zh-CN']}`, `more than the ${most.en} that was there`));
  }
  return [{ day, amount: -withdrawn }];
};

const rateOf = (figures: Figures, given: number | undefined, day: string): number =>
  figures.need(
    { name: 'deposit.interest.rate', kind: 'percent', label: both('存款年利率', 'yearly deposit rate'), given, day },
    'rate',
  );

export const runInterest = defineRun(interestForm, (values, figures) => {
  const { opening, withdrawn = 0 } = values;
  const year = values.year ?? settlementYear(figures.day);
  const day = `${year}-06-30`;
  const rate = rateOf(figures, values.rate, day);
  const paidIn = contributions(values, year);
  const interest = yearInterest(opening, [...paidIn, ...withdrawal(values, paidIn, year)], year, rate);
  const sum = paidIn.reduce((all, { amount }) => all + amount, 0);
  const closing = opening + sum - withdrawn + interest;
  const [earned, after] = [yuanWords(interest), yuanWords(closing)];
  return {
    document: {
      year,
      settled_on: day,
      rate: percentNumber(rate),
      opening: yuanNumber(opening),
      paid_in: yuanNumber(sum),
      withdrawn: yuanNumber(withdrawn),
      interest: yuanNumber(interest),
      closing: yuanNumber(closing),
    },
    said: both(
      `按年利率${percentText(rate)}估算，${year}年6月30日结息大约${earned['zh-CN']}，结息后余额${after['zh-CN']}。`,
      `At ${percentText(rate)} a year about ${earned.en} of interest is credited on 30 June ${year}, which leaves ${after.en}.`,
    ),
    table: {
      headings: [
        both('上年结转', 'Carried over'),
        both('本年存入', 'Paid in'),
        both('本年提取', 'Withdrawn'),
        both('利息', 'Interest'),
        both('结息后余额', 'Balance after it'),
      ],
      rows: [[opening, sum, withdrawn, interest, closing].map((fen) => same(yuan(fen)))],
    },
    notes: [
      both(
        '自存入之日起计息：整月按月，零头天数按年利率÷360；以中心系统结息为准。',
        'Money earns from the day on which it came: whole months by the month, odd days at a 360th of the yearly rate; the centre’s system decides.',
      ),
    ],
  };
});
