import { form } from '../form.ts';
import { both } from '../words.ts';
import {
  choice,
  contractTerm,
  count,
  home,
  loanRate,
  method,
  money,
  on,
  paid,
  principal,
  start,
  term,
} from './shared-fields.ts';

export const effectNames = {
  shorten: both('缩短年限', 'shorten the term'),
  lower: both('减少月供', 'lower the instalment'),
} as const;

export const prepayForm = form({
  id: 'prepay',
  name: both('提前还款', 'Prepayment'),
  about: both(
    '提前还一部分（缩短年限、减少月供）或者全部结清，省多少利息',
    'what prepaying part (shorter term, lower instalment) or all of a loan saves',
  ),
  fields: {
    principal: {
      ...principal,
      label: both('贷款金额或剩余本金', 'principal, or what is still owed'),
      help: both(
        '填剩余本金时，年限填剩余的，已还期数、放款日不填',
        'if it is what is owed: the term that is left, no terms paid, no day of payout',
      ),
    },
    years: { ...term, label: both('贷款年限或剩余年限', 'term, or what is left of it') },
    paid: { ...paid, help: both('不填按放款日算，都不填为 0', 'by the day of payout if left empty, else 0') },
    amount: money(both('提前还多少', 'how much is prepaid'), both('不填为全部结清', 'all of it if left empty')),
    owed: money(
      both('剩余本金', 'what is still owed'),
      both('最准；另填已还期数或放款日', 'the most exact; with terms paid or day of payout'),
    ),
    start: { ...start, help: both('由此按公布的利率算剩余本金', 'gives what is owed, by the published rates') },
    effect: choice(both('还后怎么变', 'what changes'), effectNames, both('不填则两种都算', 'both if left empty')),
    days: count(
      both('距上个还款日的天数', 'days since the last repayment day'),
      31,
      both('只用于全部结清；不填为还款日当天', 'for all of it only; on a repayment day if left empty'),
    ),
    method,
    rate: loanRate,
    home,
    'contract-years': contractTerm,
    on,
  },
});
