import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { HubStartError } from '../hub-start-error.ts';
import type { Tx } from './schema.ts';
import { Sealer } from './sealer.ts';

const fileName = 'store.key';
const bytes = 32;

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Makes DIR/store.key, on the disk before anything is sealed with it; when another process was quicker, its key is the one. */
const makeKey = async (file: string): Promise<void> => {
  const fresh = `${file}.${process.pid}`;
  try {
    const handle = await open(fresh, 'w', 0o600);
    try {
      await handle.writeFile(`${randomBytes(bytes).toString('base64')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const folder = await open(path.dirname(file));
    await folder.sync().finally(() => folder.close());
  } finally {
    await rm(fresh, { force: true });
  }
};

/**
 * The key under which the store keeps citizens' numbers: DIR/store.key, made when there is none. Hubs that share a store share it.
 * @throws {HubStartError} bad_store_key
 */
export const openStoreKey = async (dataDir: string): Promise<Sealer> => {
  const file = path.join(dataDir, fileName);
  try {
    const text = await readFile(file, 'utf8').catch(async (error: unknown) => {
      if (!isMissing(error)) throw error;
      await makeKey(file);
      return readFile(file, 'utf8');
    });
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length < bytes) throw new Error('too short');
    return new Sealer(key);
  } catch (error) {
    throw new HubStartError('bad_store_key', { file, reason: (error as Error).message }, error);
  }
};

/** The store's numbers were sealed under another key. */
export class OtherStoreKey extends Error {}

/**
 * The first hub of a store leaves a proof of its key there; one that has another may not go on.
 * @throws {OtherStoreKey}
 */
export const proveStoreKey = async (tx: Tx, sealer: Sealer): Promise<void> => {
  const known = await tx.selectFrom('store_key').select('proof').where('id', '=', 1).executeTakeFirst();
  if (!known) await tx.insertInto('store_key').values({ id: 1, proof: sealer.proof }).execute();
  else if (known.proof !== sealer.proof) throw new OtherStoreKey();
};
