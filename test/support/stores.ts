import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { expectNoNumberBelow, expectNoNumberIn } from './personal-numbers.ts';

/** Stores that outlive their hub, and that somebody else can get at. */
export const keptKinds = ['sqlite', 'postgres'] as const;
export const storeKinds = [...keptKinds, 'memory'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** One for all test hubs, as for hubs of one city that share a store. */
const storeKey = Buffer.alloc(32, 7).toString('base64');

/** A folder that is gone after the test. What is left in it must hold no citizen's number. */
export const temporaryDir = async (): Promise<string> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'expert-seat-test-'));
  await writeFile(path.join(dir, 'store.key'), storeKey, { mode: 0o600 });
  onTestFinished(async () => {
    try {
      expectNoNumberBelow(dir);
    } finally {
      await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
  return dir;
};

/** No text of any table of a database holds a citizen's number. */
const expectNoNumberStored = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const columns = await client.query<{ table_name: string; column_name: string }>(
      "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'text'",
    );
    for (const { table_name: table, column_name: column } of columns.rows) {
      const digits = `select "${column}" as text from "${table}" where "${column}" ~ '[0-9]{11}'`;
      for (const { text } of (await client.query<{ text: string }>(digits)).rows) {
        expectNoNumberIn(text, `${table}.${column}`);
      }
    }
  } finally {
    await client.end();
  }
};

/** Address of an empty database that is gone after the test. What was stored in it must hold no citizen's number. */
export const temporaryDatabase = async (): Promise<string> => {
  const server = inject('postgres');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: `${server}/postgres` });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${name}`);
  const url = `${server}/${name}`;
  onTestFinished(async () => {
    try {
      await expectNoNumberStored(url);
    } finally {
      await admin(`drop database ${name} with (force)`);
    }
  });
  return url;
};
