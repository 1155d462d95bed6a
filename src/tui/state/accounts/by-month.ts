import { monthsBetween, paidMonths } from '../../../domain/fund/months.ts';

/** An entry of an account, a person's or an employer's. */
export interface MonthEntry {
  readonly kind: string;
  readonly month: string | null;
  readonly bookedOn: string;
  readonly amount: number;
  readonly reversed: boolean;
}

/** The month an entry is for, else the one it was booked in. */
export const monthOf = ({ month, bookedOn }: MonthEntry): string => month ?? bookedOn.slice(0, 7);

const isPayment = ({ kind, month, reversed }: MonthEntry): boolean =>
  (kind === '01' || kind === '02') && month !== null && !reversed;

/** What was paid in for each month from the first to the last paid one; undefined where nobody paid. */
export const paidByMonth = (entries: readonly MonthEntry[]): { month: string; paid: number | undefined }[] => {
  const paid = paidMonths(entries);
  const months = [...paid].sort();
  const sums = new Map<string, number>();
  for (const entry of entries.filter(isPayment)) sums.set(entry.month!, (sums.get(entry.month!) ?? 0) + entry.amount);
  if (months.length === 0) return [];
  return monthsBetween(months[0]!, months.at(-1)!).map((month) => ({
    month,
    paid: paid.has(month) ? sums.get(month) : undefined,
  }));
};
