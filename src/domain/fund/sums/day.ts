const dayMs = 86_400_000;

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The day so many months later, `YYYY-MM-DD`; the month's last day where it has no such day. */
export const addMonths = (day: string, months: number): string => {
  const date = dateOf(day);
  const whole = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const last = new Date(Date.UTC(Math.floor(whole / 12), (whole % 12) + 1, 0));
  last.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

/** How many days lie from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  (dateOf(to).getTime() - dateOf(from).getTime()) / dayMs;

/** Whole months from one day to another, and the days left over. */
export const monthsAndDays = (from: string, to: string): { months: number; days: number } => {
  const rough =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  const months = addMonths(from, rough) > to ? rough - 1 : rough;
  return { months, days: daysBetween(addMonths(from, months), to) };
};
