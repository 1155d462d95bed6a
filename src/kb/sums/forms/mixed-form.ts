import { form } from '../form.ts';
import { both } from '../words.ts';
import { home, loanRate, method, money, on, rate, start, term, years } from './shared-fields.ts';

export const mixedForm = form({
  id: 'mixed',
  name: both('组合贷款', 'Mixed loan'),
  about: both('公积金贷款加商业贷款的月供', 'the instalments of a fund loan and a bank loan together'),
  hasSchedule: true,
  fields: {
    fund: { ...money(both('公积金部分', 'fund part')), required: true },
    commercial: { ...money(both('商贷部分', 'bank part')), required: true },
    years: term,
    'commercial-rate': {
      ...rate(both('商贷年利率', 'bank part, yearly rate'), both('以商贷合同为准', 'as in the contract with the bank')),
      required: true,
    },
    'commercial-years': years(
      both('商贷年限', 'term of the bank part'),
      both('不填与公积金部分相同', 'as the fund part if left empty'),
    ),
    method,
    rate: { ...loanRate, label: both('公积金年利率', 'fund part, yearly rate') },
    home,
    start,
    on,
  },
});
