import { totalInterest, totalPayment } from '../../../domain/fund/sums/loan.ts';
import { lastRateDay } from '../../../domain/fund/sums/rate-change.ts';
import { scheduleOf } from '../../../domain/fund/sums/schedule.ts';
import { loanForm } from '../forms/loan-form.ts';
import { percentNumber, yuanNumber, yuanWords } from '../show-number.ts';
import { both, type Words } from '../words.ts';
import { defineRun } from './define-run.ts';
import { newLoanRate, secondHomeNote } from './loan-rate.ts';
import { estimateNote, loanWords, paymentWords } from './loan-words.ts';
import { scheduleDocument, scheduleTable, yearlyTable } from './schedule-view.ts';

const laterChangesNote: Words = both(
  '按一个利率算到底，没有算放款后每年 1 月 1 日的利率调整；要算用利率调整。',
  'At one rate throughout: changes on a 1 January after payout are the sum of the rate change.',
);

export const runLoan = defineRun(
  loanForm,
  ({ principal, years: months, method, rate: given, home, start }, figures) => {
    const rate = newLoanRate(figures, { home, months, given }, start);
    const loan = { principal, rate, months, method: method ?? 'equal-instalment' } as const;
    const terms = scheduleOf(loan);
    const [interest, all] = [totalInterest(terms), totalPayment(terms)];
    const [name, payment] = [loanWords(loan), paymentWords(loan.method, terms)];
    return {
      document: {
        principal: yuanNumber(principal),
        months,
        rate: percentNumber(rate),
        method: loan.method,
        monthly: yuanNumber(terms[0]?.payment ?? 0),
        last: yuanNumber(terms.at(-1)?.payment ?? 0),
        total_interest: yuanNumber(interest),
        total_payment: yuanNumber(all),
        schedule: scheduleDocument(terms, start),
      },
      said: both(
        `${name['zh-CN']}：${payment['zh-CN']}，利息合计${yuanWords(interest)['zh-CN']}，本息合计${yuanWords(all)['zh-CN']}。`,
        `${name.en}: ${payment.en}; interest ${yuanWords(interest).en}, ${yuanWords(all).en} in all.`,
      ),
      table: yearlyTable(terms),
      schedule: scheduleTable(terms, start),
      notes: [
        estimateNote,
        ...(start !== undefined && start < lastRateDay(figures.day) ? [laterChangesNote] : []),
        ...(home === 'second' && given === undefined ? [secondHomeNote] : []),
      ],
    };
  },
);
