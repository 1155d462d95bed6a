import { form } from '../form.ts';
import { both } from '../words.ts';
import { home, loanRate, method, on, principal, start, term } from './shared-fields.ts';

export const loanForm = form({
  id: 'loan',
  name: both('贷款月供', 'Loan repayment'),
  about: both('月供、利息合计和还款计划', 'the instalments, the interest and the repayment schedule'),
  hasSchedule: true,
  fields: { principal, years: term, method, rate: loanRate, home, start, on },
});
