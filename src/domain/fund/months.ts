/** A month `YYYY-MM` as a number that counts months. */
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const monthName = (number: number): string =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

/** The month `by` months after another. */
export const addMonths = (month: string, by: number): string => monthName(monthNumber(month) + by);

/** Every month from one to another, both included; none when they are the wrong way round. */
export const monthsBetween = (from: string, to: string): string[] => {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => monthName(first + at));
};

type Entry = {
  readonly kind: string;
  readonly month: string | null;
  readonly amount: number;
  readonly reversed: boolean;
};

/** The months that were paid for, by contribution (汇缴 01) or back payment (补缴 02) that was not reversed. */
export const paidMonths = (entries: readonly Entry[]): Set<string> =>
  new Set(
    entries
      .filter(
        ({ kind, month, amount, reversed }) => (kind === '01' || kind === '02') && month && amount > 0 && !reversed,
      )
      .map(({ month }) => month!),
  );

/** Months in `[from, to]` that nobody paid for. */
export const gapsIn = (paid: ReadonlySet<string>, from: string, to: string): string[] =>
  monthsBetween(from, to).filter((month) => !paid.has(month));

/** How many months in a row are paid up to and including `last`. */
export const monthsInARow = (paid: ReadonlySet<string>, last: string): number => {
  let count = 0;
  while (paid.has(addMonths(last, -count))) count += 1;
  return count;
};
