import type { RepaymentMethod } from '../../../domain/fund/sums/loan.ts';
import type { ChoiceField, DateField, NumberField } from '../form.ts';
import { both, type Words } from '../words.ts';

/** A hundred million yuan: more is a slip of the finger. */
const mostMoney = 10_000_000_000;

export const money = (label: Words, help?: Words) =>
  ({ kind: 'money', label, min: 1, max: mostMoney, ...(help && { help }) }) as const satisfies NumberField;

/** Money that may be nothing. */
export const moneyOrNone = (label: Words, help?: Words) => ({ ...money(label, help), min: 0 }) as const;

export const percent = (label: Words, help?: Words) =>
  ({ kind: 'percent', label, min: 0, max: 100_000_000, ...(help && { help }) }) as const satisfies NumberField;

/** A loan's yearly rate. Above 24 % nothing is a home loan; below 0.5 % it is 0.026 for 2.6 %, unless it is none at all. */
export const rate = (label: Words, help?: Words) =>
  ({ ...percent(label, help), max: 24_000_000, fractionBelow: 500_000 }) as const;

export const years = (label: Words, help?: Words) =>
  ({ kind: 'years', label, min: 1, max: 360, ...(help && { help }) }) as const satisfies NumberField;

export const count = (label: Words, max: number, help?: Words) =>
  ({ kind: 'count', label, min: 0, max, ...(help && { help }) }) as const satisfies NumberField;

export const times = (label: Words, help?: Words) =>
  ({ kind: 'times', label, min: 1, max: 100_000, ...(help && { help }) }) as const satisfies NumberField;

export const date = (label: Words, help?: Words) =>
  ({ kind: 'date', label, ...(help && { help }) }) as const satisfies DateField;

export const methodNames: Readonly<Record<RepaymentMethod, Words>> = {
  'equal-instalment': both('等额本息', 'equal instalments'),
  'equal-principal': both('等额本金', 'equal principal'),
};

export const choice = <const C extends ChoiceField['choices']>(label: Words, choices: C, help?: Words) =>
  ({ kind: 'choice', label, choices, ...(help && { help }) }) as const;

const termHelp = both('1 到 30 年；可写月数，如 174个月', '1 to 30 years; months too, such as 174m');
export const term = { ...years(both('贷款年限', 'term'), termHelp), required: true } as const;
/** The tier of the rate goes by the contract, whatever is left of the term. */
export const contractTerm = years(
  both('合同年限', 'term in the contract'),
  both('上面填剩余年限时用：利率档按合同年限定', 'with a term left: the rate goes by the term of the contract'),
);
/** A running loan is given as it was paid out, or as it stands: its amount and its term go together. */
export const principalOrOwed = {
  ...money(
    both('贷款本金（原来或剩余）', 'principal (full or left)'),
    both(
      '原来贷了多少，配原来的年限；只知道现在还欠多少的，填欠的，年限填剩余的',
      'what was lent, with the full term; or what is owed, with the term left',
    ),
  ),
  required: true,
} as const;
export const termOrLeft = {
  ...years(
    both('贷款年限（原来或剩余）', 'term (full or left)'),
    both(
      '本金填原来的就填原来的年限，填剩余的就填剩余的；可写 174个月',
      'full with the amount lent, what is left with what is owed; 174m for months',
    ),
  ),
  required: true,
} as const;
export const principal = { ...money(both('贷款金额', 'principal')), required: true } as const;
export const method = choice(
  both('还款方式', 'repayment method'),
  methodNames,
  both('不填为等额本息', 'equal instalments if left empty'),
);
export const home = choice(
  both('首套还是二套', 'first or second home'),
  { first: both('首套', 'first home'), second: both('二套', 'second home') },
  both('决定用哪一档利率；不填为首套', 'which rate applies; first if left empty'),
);
export const loanRate = rate(
  both('年利率', 'yearly rate'),
  both('不填按公布的公积金贷款利率', 'the published rate of the fund if left empty'),
);
export const on = date(both('按哪天的规定', 'rules as of'), both('不填为今天', 'today if left empty'));
export const start = date(
  both('放款日', 'paid out on'),
  both('首期在一个月后', 'the first instalment is a month later'),
);
export const paid = count(both('已还期数', 'terms already paid'), 359, both('不填为 0', '0 if left empty'));
