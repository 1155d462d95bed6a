import { form } from '../form.ts';
import { both } from '../words.ts';
import { contractTerm, home, method, on, paid, principalOrOwed, rate, start, termOrLeft } from './shared-fields.ts';

export const rateChangeForm = form({
  id: 'rate-change',
  name: both('利率调整', 'Rate change'),
  about: both('下一个 1 月 1 日调整利率后的月供', 'the instalment after the change of rate on the next 1 January'),
  hasSchedule: true,
  fields: {
    principal: {
      ...principalOrOwed,
      help: both(
        '原来贷了多少，配原来的年限；填剩余的，就填到 1 月 1 日还欠的和剩的年限',
        'what was lent, with the full term; or what is owed on 1 January, term left then',
      ),
    },
    years: termOrLeft,
    start: {
      ...start,
      help: both('本金填原来的才填；由此算到 1 月 1 日还了几期', 'with the amount lent: terms due by 1 January'),
    },
    paid: {
      ...paid,
      help: both('到 1 月 1 日；空着按放款日数，放款日也空着当没还', 'by 1 January; by payout day if empty'),
    },
    method,
    rate: rate(both('现利率', 'rate now'), both('不填按公布的', 'the published one if left empty')),
    'new-rate': rate(both('新利率', 'new rate'), both('不填按公布的', 'the published one if left empty')),
    home,
    'contract-years': contractTerm,
    on,
  },
});
