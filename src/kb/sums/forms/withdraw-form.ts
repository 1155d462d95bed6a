import type { WithdrawalReason } from '../../../domain/fund/sums/withdrawal.ts';
import { form } from '../form.ts';
import { both, type Words } from '../words.ts';
import { choice, count, moneyOrNone, on } from './shared-fields.ts';

export const reasonNames = {
  rent: both('租房，未备案', 'rent, lease not filed'),
  'rent-filed': both('租房，已备案', 'rent, lease filed'),
  purchase: both('购房', 'buying a home'),
  build: both('自建、翻建、大修', 'building, rebuilding, overhauling a home'),
  'repay-loan': both('偿还购房贷款', 'repaying a home loan'),
  renovate: both('装修自住住房', 'renovating the own home'),
  'property-fee': both('物业费', 'property fees of the own home'),
  retire: both('离休、退休', 'retirement'),
  disabled: both('完全丧失劳动能力', 'full loss of ability to work'),
  abroad: both('出境定居', 'settling abroad'),
  leave: both('离职', 'having left employment'),
} as const satisfies Record<WithdrawalReason, Words>;

export const withdrawForm = form({
  id: 'withdraw',
  name: both('提取限额', 'Withdrawal limits'),
  about: both('按提取原因，最多能提多少，哪一项卡住', 'how much may be withdrawn for a reason, and which limit binds'),
  fields: {
    reason: { ...choice(both('提取原因', 'reason'), reasonNames), required: true },
    balance: moneyOrNone(both('账户余额', 'account balance')),
    spent: moneyOrNone(
      both('实际支出', 'really paid'),
      both('房租、房款、已还的本息等', 'rent, price, principal and interest repaid, and so on'),
    ),
    months: count(
      both('月数', 'months'),
      600,
      both('租房几个月，或者封存几个月', 'of rent, or that the account has been sealed'),
    ),
    'monthly-quota': moneyOrNone(
      both('每月定额', 'quota a month'),
      both('不填按公布的', 'the published one if left empty'),
    ),
    'yearly-quota': moneyOrNone(
      both('每年限额', 'quota a year'),
      both('不填按公布的', 'the published one if left empty'),
    ),
    on,
  },
});
