import { form } from '../form.ts';
import { both } from '../words.ts';
import { home, method, on, principal, rate, term } from './shared-fields.ts';

export const compareForm = form({
  id: 'compare',
  name: both('还款比较', 'Comparison'),
  about: both('几种还款方式、年限、利率放在一起比', 'repayment methods, terms and rates side by side'),
  fields: {
    principal,
    years: {
      ...term,
      label: both('贷款年限', 'terms'),
      help: both('可多个，如 10,20,30', 'several, such as 10,20,30'),
      many: true,
    },
    rate: {
      ...rate(both('年利率', 'yearly rates')),
      help: both('可多个；不填按公布的公积金贷款利率', 'several; the published rate of the fund if left empty'),
      many: true,
    },
    method: { ...method, help: both('不填则两种都比', 'both if left empty') },
    home,
    on,
  },
});
