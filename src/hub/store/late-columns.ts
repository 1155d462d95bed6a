import type { Schema } from './schema.ts';

/** Columns that a table got after rows had been written. */
const lateColumns: { readonly [Table in keyof Schema]?: readonly (keyof Schema[Table] & string)[] } = {
  tickets: ['sms'],
};

/** What of a row its digest covers: a late column that is empty counts as absent, so that older rows keep the digest they have. */
export const digestedRow = (table: keyof Schema, row: object): object => {
  const late: readonly string[] = lateColumns[table] ?? [];
  const empty = late.filter((column) => row[column as keyof typeof row] === null);
  if (empty.length === 0) return row;
  return Object.fromEntries(Object.entries(row).filter(([column]) => !empty.includes(column)));
};
