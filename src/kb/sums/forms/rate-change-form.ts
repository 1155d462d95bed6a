import { form } from '../form.ts';
import { both } from '../words.ts';
import { contractTerm, home, method, on, paid, principal, rate, start, term } from './shared-fields.ts';

export const rateChangeForm = form({
  id: 'rate-change',
  name: both('利率调整', 'Rate change'),
  about: both('下一个 1 月 1 日调整利率后的月供', 'the instalment after the change of rate on the next 1 January'),
  hasSchedule: true,
  fields: {
    principal: {
      ...principal,
      label: both('贷款金额或剩余本金', 'principal, or what is still owed'),
      help: both('填剩余本金时，年限填剩余的', 'if it is what will be owed then: the term that is left then'),
    },
    years: { ...term, label: both('贷款年限或剩余年限', 'term, or what is left of it') },
    start: {
      ...start,
      help: both('由此算出到 1 月 1 日已还几期', 'gives the terms that are due by 1 January'),
    },
    paid: {
      ...paid,
      help: both(
        '到 1 月 1 日；不填按放款日算，都不填为 0',
        'by 1 January; by the day of payout if left empty, else 0',
      ),
    },
    method,
    rate: rate(both('现利率', 'rate now'), both('不填按公布的', 'the published one if left empty')),
    'new-rate': rate(both('新利率', 'new rate'), both('不填按公布的', 'the published one if left empty')),
    home,
    'contract-years': contractTerm,
    on,
  },
});
