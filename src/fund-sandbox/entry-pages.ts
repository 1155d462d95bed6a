/** Which entries of a list: months `YYYY-MM`, both included; pages count from 1, `size` entries each. */
export interface EntryRange {
  readonly from: string;
  readonly to: string;
  readonly page: number;
  readonly size: number;
}

/** A page of the entries of a range of months. Entries without a month are in by the month they were booked in. */
export const pageOf = <E extends { month: string | null; bookedOn: string }>(
  entries: readonly E[],
  { from, to, page, size }: EntryRange,
): { entries: E[]; total: number; page: number; pages: number } => {
  const found = entries.filter(({ month, bookedOn }) => {
    const shownIn = month ?? bookedOn.slice(0, 7);
    return from <= shownIn && shownIn <= to;
  });
  return {
    entries: found.slice((page - 1) * size, page * size),
    total: found.length,
    page,
    pages: Math.ceil(found.length / size),
  };
};
