import { totalInterest, totalPayment } from '../../../domain/fund/sums/loan.ts';
import { scheduleOf } from '../../../domain/fund/sums/schedule.ts';
import { loanForm } from '../forms/loan-form.ts';
import { percentNumber, yuanNumber, yuanWords } from '../show-number.ts';
import { both } from '../words.ts';
import { defineRun } from './define-run.ts';
import { newLoanRate, secondHomeNote } from './loan-rate.ts';
import { estimateNote, laterChangesNotes, loanWords, paymentWords } from './loan-words.ts';
import { scheduleDocument, scheduleTable, yearlyTable } from './schedule-view.ts';

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
        ...laterChangesNotes(start, figures.day),
        ...(home === 'second' && given === undefined ? [secondHomeNote] : []),
      ],
    };
  },
);
