import { form } from '../form.ts';
import { both } from '../words.ts';
import { date, money, moneyOrNone, on, percent, times } from './shared-fields.ts';

export const earlyLossForm = form({
  id: 'early-loss',
  name: both('提前提取的代价', 'Cost of an early withdrawal'),
  about: both(
    '现在提取、而不留到以后：少得多少利息，按余额倍数少贷多少，多久缴得回来',
    'withdrawing now instead of later: the interest forgone, what the loan limit by balance loses, how long until it is paid in again',
  ),
  fields: {
    balance: { ...money(both('账户余额', 'account balance')), required: true },
    amount: { ...money(both('打算提取', 'to be withdrawn')), required: true },
    until: {
      ...date(both('本来留到哪天', 'else left until'), both('例如打算贷款的日子', 'such as the day of a loan')),
      required: true,
      example: '2030-01-01',
    },
    monthly: moneyOrNone(both('每月存入', 'paid in a month'), both('单位和个人合计', 'both parts')),
    multiple: times(
      both('余额倍数', 'multiple of the balance'),
      both(
        '不填按公布的；没有公布的数就不算额度',
        'the published one if left empty; without one the limit is left out',
      ),
    ),
    cap: money(both('最高额度', 'cap'), both('超过它的部分不算损失', 'nothing above it is lost')),
    rate: percent(
      both('存款年利率', 'yearly deposit rate'),
      both('不填按公布的存款利率', 'the published one if left empty'),
    ),
    on,
  },
});
