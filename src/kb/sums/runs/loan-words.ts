import type { Loan, Term } from '../../../domain/fund/sums/loan.ts';
import { lastRateDay } from '../../../domain/fund/sums/rate-change.ts';
import { methodNames } from '../forms/shared-fields.ts';
import { percentText, termWords, yuanWords } from '../show-number.ts';
import { both, type Words } from '../words.ts';

/** `贷款60万元、20年、年利率2.6%，等额本息`: the loan as it is named before its numbers. */
export const loanWords = ({ principal, rate, months, method }: Loan): Words => {
  const [amount, term, name] = [yuanWords(principal), termWords(months), methodNames[method]];
  return both(
    `贷款${amount['zh-CN']}、${term['zh-CN']}、年利率${percentText(rate)}，${name['zh-CN']}`,
    `A loan of ${amount.en} over ${term.en} at ${percentText(rate)} a year, ${name.en}`,
  );
};

/** What is paid: one amount a month, or the first and the last of the falling ones. */
export const paymentWords = (method: Loan['method'], terms: readonly Term[]): Words => {
  const first = yuanWords(terms[0]?.payment ?? 0);
  if (method === 'equal-instalment') return both(`每月还${first['zh-CN']}`, `${first.en} a month`);
  const last = yuanWords(terms.at(-1)?.payment ?? 0);
  return both(
    `首月还${first['zh-CN']}，以后逐月减少，末月还${last['zh-CN']}`,
    `${first.en} in the first month, falling to ${last.en} in the last`,
  );
};

/** To every loan: the schedule of the contract is what counts. */
export const estimateNote: Words = both(
  '测算按整月计息，尾差在最后一期；以借款合同和还款计划为准。',
  'Reckoned by whole months, the last term takes the rounding; the contract and its schedule decide.',
);

/** To a loan that took another rate on a 1 January: the term in which it did. */
export const splitNote: Words = both(
  '还款日不在 1 日的，换利率那一期可能分段计息，以还款计划为准。',
  'Where instalments are not due on the 1st, the term across the change may be split; the schedule decides.',
);

const laterChangesNote: Words = both(
  '按一个利率算到底，没有算放款后每年 1 月 1 日的利率调整；要算用利率调整。',
  'At one rate throughout: changes on a 1 January after payout are the sum of the rate change.',
);

/** To a loan reckoned from its payout on at one rate, when running loans have changed theirs since. */
export const laterChangesNotes = (start: string | undefined, day: string): readonly Words[] =>
  start !== undefined && start < lastRateDay(day) ? [laterChangesNote] : [];
