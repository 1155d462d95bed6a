import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

export type StoreKind = 'sqlite' | 'postgres';
export const storeKinds: readonly StoreKind[] = ['sqlite', 'postgres'];

/** A folder that is gone after the test. */
export const temporaryDir = async (): Promise<string> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'expert-seat-test-'));
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
