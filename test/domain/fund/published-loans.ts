/**
 * Repayments that others have published, to the fen (cent). Each was found in stored public material on 2026-11-26, at the address
 * given; none is from memory.
 */
interface Published {
  readonly source: string;
  readonly method?: 'equal-principal';
  /** Yuan (or the source's own currency), percent a year, monthly terms. */
  readonly principal: number;
  readonly percent: number;
  readonly months: number;
  /** Payments of the first terms; of equal instalments the first is every one. */
  readonly payments: readonly number[];
  /** Interest, principal and what remains, of the first terms, as far as the source prints them. */
  readonly interest?: readonly number[];
  readonly principals?: readonly number[];
  readonly remaining?: readonly number[];
}

/** Rows of a table that gives the payment for one principal by rate, columns by years. */
const grid = (
  source: string,
  principal: number,
  years: readonly number[],
  rows: Readonly<Record<string, readonly number[]>>,
): Published[] =>
  Object.entries(rows).flatMap(([percent, payments]) =>
    payments.map((payment, column) => ({
      source,
      principal,
      percent: Number(percent),
      months: 12 * (years[column] ?? 0),
      payments: [payment],
    })),
  );

/** Payments by rate for one principal and one term. */
const line = (
  source: string,
  principal: number,
  years: number,
  payments: Readonly<Record<string, number>>,
): Published[] =>
  grid(source, principal, [years], Object.fromEntries(Object.entries(payments).map(([rate, one]) => [rate, [one]])));

const perTenThousand =
  '每万元住房公积金贷款与商业性贷款还本付息对照表，https://dajudeng.com/Categor/TagList?tid=256095';
const schedules =
  'Appendix: Monthly Payment Schedules, per thousand, https://m.ebrary.net/10986/business_finance/appendix_monthly_payment_schedules';
const dollarTimes = (years: number, amount: number): string =>
  `http://www.dollartimes.com/loans/mortgage-rate.php?length=${years}&amount=${amount}`;

export const publishedLoans: readonly Published[] = [
  // Of the fund itself
  ...grid(perTenThousand, 10_000, [2, 3], { '4.45': [436.25, 297.25], '6.65': [446.14, 307.17] }),

  // Chinese calculators
  {
    source: 'loan-calculate-utils, README, https://www.github.com/imcycle/loan-calculate-utils',
    principal: 1_000_000,
    percent: 4.9,
    months: 360,
    payments: [5307.27],
    interest: [4083.33],
  },
  {
    source: 'loan-calculate-utils, README, https://www.github.com/imcycle/loan-calculate-utils',
    method: 'equal-principal',
    principal: 1_000_000,
    percent: 4.9,
    months: 360,
    payments: [6861.11],
    interest: [4083.33],
    principals: [2777.78],
    remaining: [997_222.22],
  },

  // Documentation of PMT and its like
  {
    source: 'Excel, PMT, https://support.microsoft.com/zh-tw/Excel/functions/pmt-function',
    principal: 10_000,
    percent: 8,
    months: 10,
    payments: [1037.03],
  },
  {
    source: 'Excel, CUMIPMT and CUMPRINC, https://support.microsoft.com/zh-CN/Excel/functions/cumipmt-function',
    principal: 125_000,
    percent: 9,
    months: 360,
    payments: [1005.78],
    interest: [937.5],
    principals: [68.28],
  },
  {
    source: 'OpenOffice, PMT, https://wiki.openoffice.org/wiki/Documentation/How_Tos/Calc:_PMT_function',
    principal: 5000,
    percent: 5.5,
    months: 24,
    payments: [220.48],
  },
  {
    source:
      'SpreadJS, PMT, https://developer.mescius.com/spreadjs/docs/formulareference/FormulaFunctions/financial-functions/PMT',
    principal: 5000,
    percent: 6,
    months: 15,
    payments: [346.82],
  },
  {
    source: 'FileMaker, PMT, https://help.claris.com/en/pro-help/content/pmt.html',
    principal: 21_000,
    percent: 6.9,
    months: 48,
    payments: [501.9],
  },
  {
    source: 'amortization, README, https://github.com/roniemartinez/amortization',
    principal: 150_000,
    percent: 10,
    months: 36,
    payments: [4840.08],
  },

  // Worked examples with their first terms
  {
    source: 'https://answerprime.com/200-000-mortgage-monthly-payment/',
    principal: 200_000,
    percent: 6,
    months: 360,
    payments: [1199.1],
    interest: [1000, 999, 998, 997, 995.99, 994.97, 993.95, 992.93],
    principals: [199.1, 200.1, 201.1, 202.1, 203.11, 204.13, 205.15, 206.17],
    remaining: [199_800.9, 199_600.8],
  },
  {
    source: 'Payment Schedule for a Loan, https://www.coursehero.com/file/5999634/wd-DemoLes-7-PMT/',
    principal: 10_000,
    percent: 2.9,
    months: 60,
    payments: [179.24],
    interest: [24.17, 23.79, 23.42, 23.04, 22.66, 22.28, 21.9, 21.52, 21.14, 20.76, 20.38, 19.99],
  },
  {
    source: 'loan-calculator, README, https://github.com/mmushfiq/loan-calculator',
    principal: 120_000,
    percent: 10,
    months: 60,
    payments: [2549.65],
    interest: [1000, 987.09, 974.06, 960.94, 947.7, 934.35, 920.89],
    principals: [1549.65, 1562.56],
  },
  {
    source: 'calc-loan-interest, README, https://github.com/kingsky32/calc_loan_interest',
    principal: 300_000_000,
    percent: 3,
    months: 24,
    payments: [12_894_363.59],
    interest: [750_000, 719_639.09],
  },
  {
    source: 'https://www.transtutors.com/questions/mortgage-refinancing-141109.htm',
    principal: 200_000,
    percent: 5,
    months: 360,
    payments: [1073.64],
  },
  {
    source: 'https://justaaa.com/economics/3641-a-family-took-a-20-year-mortgage-of-195000-at-575',
    principal: 195_000,
    percent: 5.75,
    months: 240,
    payments: [1369.06],
  },
  {
    source:
      'https://solvely.ai/homework/568461757-five-years-ago-you-took-out-a-30-year-mortgage-with-an-apr-of-8-for-203000-if-you-were-to',
    principal: 203_000,
    percent: 8,
    months: 360,
    payments: [1489.54],
  },

  // Printed tables
  ...grid(
    'Amortization Chart, per $1,000 to five decimals, https://www.r-e-solutions.org/mortgage-rate-factor-chart/',
    1_000_000,
    [10, 15, 20, 25, 30],
    {
      '2': [9201.35, 6435.09, 5058.83, 4238.54, 3696.19],
    },
  ),
  ...grid(schedules, 1000, [30, 25, 20, 15, 10], {
    '2.5': [3.95, 4.49, 5.3, 6.67, 9.43],
    '2.625': [4.02, 4.55, 5.36, 6.73, 9.48],
    '2.75': [4.08, 4.61, 5.42, 6.79, 9.54],
    '2.875': [4.15, 4.68, 5.48, 6.85, 9.6],
    '3': [4.22, 4.74, 5.55, 6.91, 9.66],
    '3.125': [4.28, 4.81, 5.61, 6.97, 9.71],
    '3.25': [4.35, 4.87, 5.67, 7.03, 9.77],
    '3.375': [4.42, 4.94, 5.74, 7.09, 9.83],
    '3.5': [4.49, 5.01, 5.8, 7.15, 9.89],
    '4': [4.77, 5.28, 6.06, 7.4, 10.12],
    '4.5': [5.07, 5.56, 6.33, 7.65, 10.36],
    '5': [5.37, 5.85, 6.6, 7.91, 10.61],
    '5.5': [5.68, 6.14, 6.88, 8.17, 10.85],
  }),
  ...line(dollarTimes(15, 312_500), 312_500, 15, {
    '5': 2471.23,
    '5.5': 2553.39,
    '6': 2637.05,
    '6.5': 2722.21,
    '7': 2808.84,
    '7.5': 2896.91,
    '8': 2986.41,
    '8.5': 3077.31,
  }),
  ...line(dollarTimes(10, 120_000), 120_000, 10, {
    '5': 1272.79,
    '5.5': 1302.32,
    '6': 1332.25,
    '6.5': 1362.58,
    '7': 1393.3,
    '7.5': 1424.42,
    '8': 1455.93,
    '8.5': 1487.83,
  }),
  ...line(dollarTimes(5, 312_500), 312_500, 5, {
    '5': 5897.26,
    '5.5': 5969.11,
    '6': 6041.5,
    '6.5': 6114.42,
    '7': 6187.87,
    '7.5': 6261.86,
    '8': 6336.37,
    '8.5': 6411.42,
  }),
];

/**
 * A calculator of fund loans that rounds a payment of 等额本金 as a whole, principal and interest together. A schedule has both to the fen, so
 * it is a fen off where both round the same way. 等额本金, 500,000 yuan, 3.1 %, 120 terms: the first year's payments.
 */
export const roundedAsAWhole = {
  source: 'https://blog.csdn.net/snray/article/details/144240633',
  payments: [
    5458.33, 5447.57, 5436.81, 5426.04, 5415.28, 5404.51, 5393.75, 5382.99, 5372.22, 5361.46, 5350.69, 5339.93,
  ],
};
