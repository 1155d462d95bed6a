import { form } from '../form.ts';
import { both } from '../words.ts';
import { count, date, moneyOrNone, on, percent } from './shared-fields.ts';

export const interestForm = form({
  id: 'interest',
  name: both('账户结息', 'Account interest'),
  about: both('6 月 30 日结算的一年利息', "the year's interest on 30 June"),
  fields: {
    opening: { ...moneyOrNone(both('上年结转余额', 'balance last 30 June')), required: true },
    monthly: moneyOrNone(
      both('每月存入', 'paid in a month'),
      both('单位和个人合计；不填为 0', 'both parts; 0 if left empty'),
    ),
    deposits: {
      ...count(both('存入几个月', 'months paid in'), 12, both('从 7 月起；不填为 12', 'from July; 12 if left empty')),
    },
    day: {
      ...count(both('每月几日入账', 'day of the month'), 31, both('不填为 1 日', 'the 1st if left empty')),
      min: 1,
    },
    withdrawn: moneyOrNone(both('期间提取', 'withdrawn in the year')),
    'withdrawn-on': date(both('提取日', 'withdrawn on')),
    year: {
      ...count(
        both('结息年份', 'year of the settlement'),
        2100,
        both('不填为下一个 6 月 30 日', 'the next 30 June if left empty'),
      ),
      min: 1999,
    },
    rate: percent(
      both('年利率', 'yearly rate'),
      both('不填按公布的存款利率', 'the published deposit rate if left empty'),
    ),
    on,
  },
});
