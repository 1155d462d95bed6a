import { form } from '../form.ts';
import { both } from '../words.ts';
import {
  choice,
  count,
  home,
  loanRate,
  method,
  money,
  moneyOrNone,
  on,
  percent,
  term,
  times,
  years,
} from './shared-fields.ts';

const published = both(
  '不填按公布的；没有公布的数就不算这一项',
  'the published figure if left empty; without one this limit is left out',
);

export const maxLoanForm = form({
  id: 'max-loan',
  name: both('可贷额度', 'Largest loan'),
  about: both(
    '余额倍数、还款能力、最高额度、房价减首付各能贷多少，哪一项卡住',
    'what balance multiple, repayment capacity, cap, and price less down payment each allow, and which one binds',
  ),
  fields: {
    years: { ...term, label: both('希望的年限', 'term wished') },
    balance: moneyOrNone(both('账户余额', 'account balance'), both('共同申请的合计', 'of all borrowers together')),
    multiple: times(both('余额倍数', 'multiple of the balance'), published),
    income: moneyOrNone(both('家庭月收入', 'household income a month')),
    'income-share': percent(both('月供最多占收入', 'share of income to repay'), published),
    debts: moneyOrNone(both('其他贷款月供', 'other monthly payments'), both('不填为 0', '0 if left empty')),
    price: money(both('房屋总价', 'price of the home')),
    'down-payment': percent(both('首付比例', 'down payment'), published),
    cap: money(both('最高额度', 'cap'), published),
    borrowers: choice(
      both('几人缴存', 'who contributes'),
      { one: both('一人', 'one person'), two: both('两人及以上', 'two or more') },
      both('决定最高额度；不填为一人', 'decides the cap; one if left empty'),
    ),
    age: count(both('借款人年龄', 'age of the borrower'), 120, both('周岁', 'in full years')),
    'until-age': count(both('最迟还清的年龄', 'oldest age at repayment'), 120, published),
    'max-years': years(both('本市最长年限', 'longest term of the city'), published),
    method,
    rate: loanRate,
    home,
    on,
  },
});
