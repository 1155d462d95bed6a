import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

export type StoreKind = 'sqlite' | 'postgres';
export const storeKinds: readonly StoreKind[] = ['sqlite', 'postgres'];

/** One for all test hubs, as for hubs of one city that share a store. */
const storeKey = Buffer.alloc(32, 7).toString('base64');

/** A folder that is gone after the test. */
export const temporaryDir = async (): Promise<string> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'expert-seat-test-'));
  await writeFile(path.join(dir, 'store.key'), storeKey, { mode: 0o600 });
  onTestFinished(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
};

/** Address of an empty database that is gone after the test. */
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
  onTestFinished(() => admin(`drop database ${name} with (force)`));
  return `${server}/${name}`;
};
