/** A value and the first day on which it holds, `YYYY-MM-DD`. */
export interface Dated<T> {
  readonly from: string;
  readonly value: T;
}

/** Yearly rates of one kind of loan, in ten-millionths, by its length. */
export interface LoanRates {
  readonly upToFiveYears: number;
  readonly overFiveYears: number;
}

/** What decrees and notices set, by date, the oldest first. Money is fen, rates are ten-millionths a year. */
export interface SandboxPolicy {
  /** What accounts earn. */
  readonly accountRate: readonly Dated<number>[];
  readonly firstHome: readonly Dated<LoanRates>[];
  readonly secondHome: readonly Dated<LoanRates>[];
  /** Penalty on what is overdue, in percent of the loan's own rate. */
  readonly penaltyPercent: number;
  /** Least and most that a base may be, from each 1 July on. */
  readonly baseLimits: readonly Dated<{ floor: number; ceiling: number }>[];
  /** The most that one loan may be. */
  readonly loanLimit: number;
}

const yuan = 100;

/**
 * Rates are the national ones (银发〔2016〕43号 for accounts; the People's Bank's decisions of 2015-08-26, 2022-10-01, 2024-05-18 and
 * 2025-05-08 for loans; 银发〔2003〕251号 for the penalty). Limits are the sandbox's own, and no city's.
 */
export const sandboxPolicy: SandboxPolicy = {
  accountRate: [{ from: '2016-02-21', value: 150_000 }],
  firstHome: [
    { from: '2015-08-26', value: { upToFiveYears: 275_000, overFiveYears: 325_000 } },
    { from: '2022-10-01', value: { upToFiveYears: 260_000, overFiveYears: 310_000 } },
    { from: '2024-05-18', value: { upToFiveYears: 235_000, overFiveYears: 285_000 } },
    { from: '2025-05-08', value: { upToFiveYears: 210_000, overFiveYears: 260_000 } },
  ],
  // 1.1 times the first home's, which the decision of 2022 left as it was.
  secondHome: [
    { from: '2015-08-26', value: { upToFiveYears: 302_500, overFiveYears: 357_500 } },
    { from: '2024-05-18', value: { upToFiveYears: 277_500, overFiveYears: 332_500 } },
    { from: '2025-05-08', value: { upToFiveYears: 252_500, overFiveYears: 307_500 } },
  ],
  penaltyPercent: 150,
  baseLimits: Array.from({ length: 10 }, (_, at) => ({
    from: `${2016 + at}-07-01`,
    value: { floor: (1600 + at * 90) * yuan, ceiling: (15_000 + at * 1500) * yuan },
  })),
  loanLimit: 800_000 * yuan,
};

/** What holds on a day; before the first, the first. */
export const heldOn = <T>(values: readonly Dated<T>[], day: string): T => {
  const found = values.findLast(({ from }) => from <= day) ?? values[0];
  if (!found) throw new RangeError('sandbox: a policy without values');
  return found.value;
};
