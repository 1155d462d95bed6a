const thousands = new Intl.NumberFormat('en-US');

/** `12,000`: large counts are read at a glance only in groups. */
export const grouped = (count: number): string => thousands.format(count);
