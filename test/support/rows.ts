import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import type { Line } from './line.ts';

type Row = Record<string, string | number | null>;

/** Someone with their hands in a line's store, past the hub: runs a statement and returns its rows. */
export const handsIn = async (
  line: Pick<Line, 'dataDir' | 'store'>,
): Promise<(statement: string) => Promise<Row[]>> => {
  if (line.store === undefined) {
    if (!line.dataDir) throw new Error('nobody has their hands in a store in memory');
    const database = new DatabaseSync(path.join(line.dataDir, 'hub.sqlite'), { timeout: 5000 });
    onTestFinished(() => database.close());
    return async (statement) => database.prepare(statement).all() as Row[];
  }
  const client = new pg.Client({ connectionString: line.store });
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end().catch(() => undefined));
  return async (statement) =>
    (await client.query(statement)).rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, /^\d+$/.test(String(value)) ? Number(value) : value]),
      ),
    ) as Row[];
};
