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
  principalOrOwed,
  start,
  termOrLeft,
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
    principal: principalOrOwed,
    years: termOrLeft,
    paid: {
      ...paid,
      help: both('空着按放款日数；放款日也空着，就当一期没还', 'by payout day if empty; else none'),
    },
    amount: money(both('提前还多少', 'how much is prepaid'), both('不填为全部结清', 'all of it if left empty')),
    owed: money(
      both('账上的剩余本金', 'owed by the account'),
      both('本金填原来的才填，最准；并填已还期数或放款日', 'most exact; give terms paid as well'),
    ),
    start: {
      ...start,
      help: both('本金填原来的才填；由此推算还剩多少', 'with the amount lent: tells what is left'),
    },
    effect: choice(both('还后怎么变', 'what changes'), effectNames, both('不填则两种都算', 'both if left empty')),
    days: count(
      both('距上个还款日的天数', 'days since last payment'),
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
