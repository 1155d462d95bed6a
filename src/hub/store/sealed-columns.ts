import type { KyselyPlugin } from 'kysely';
import type { Schema } from './schema.ts';
import type { Sealer } from './sealer.ts';

/** Columns that hold a citizen's number or account, or an answer that is being written. In no other table does a column have one of these names. */
const sealedColumns: { readonly [Table in keyof Schema]?: readonly (keyof Schema[Table] & string)[] } = {
  calls: ['phone'],
  tickets: ['phone'],
  identity_checks: ['verified'],
  drafts: ['paper'],
};
const names: ReadonlySet<string> = new Set(Object.values(sealedColumns).flat());

/** A row as it is to lie in the store. */
export const sealedRow = <Row extends object>(sealer: Sealer, table: keyof Schema, row: Row): Row => {
  const columns: readonly string[] = sealedColumns[table] ?? [];
  if (columns.length === 0) return row;
  const sealed = columns.map((column) => [column, sealer.seal(String(row[column as keyof Row]))]);
  return { ...row, ...Object.fromEntries(sealed) };
};

/** Unseals what a query gives back. The audit's verification reads without it, for digests cover rows as they lie. */
export const unsealing = (sealer: Sealer): KyselyPlugin => ({
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    for (const row of result.rows) {
      for (const column of Object.keys(row)) {
        const value = names.has(column) ? row[column] : undefined;
        if (typeof value === 'string') row[column] = sealer.unseal(value);
      }
    }
    return result;
  },
});
