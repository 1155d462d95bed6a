import type { Loan, Term } from '../../../domain/fund/sums/loan.ts';
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
