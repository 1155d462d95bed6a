import { randomBytes } from 'node:crypto';
import { HubStartError } from '../hub-start-error.ts';
import type { Engine } from './engine.ts';
import { migrate, StoreIsNewer } from './migrations.ts';
import { Sealer } from './sealer.ts';
import { OtherStoreKey, openStoreKey, proveStoreKey } from './store-key.ts';

const openEngine = async (
  dataDir: string,
  url: string | undefined,
  sealer: Sealer,
  onTrouble: (error: Error) => void,
): Promise<Engine> => {
  if (url === undefined) {
    const { openSqlite } = await import('./sqlite-engine.ts');
    return openSqlite(dataDir, sealer);
  }
  const { openPostgres } = await import('./postgres-engine.ts');
  return openPostgres(url, sealer, onTrouble);
};

/** Brings a store to this program's version and makes sure of its key. */
const makeReady = async (engine: Engine): Promise<Engine> => {
  await engine.exclusively(async (tx) => {
    await migrate(tx, Date.now());
    await proveStoreKey(tx, engine.sealer);
  });
  return engine;
};

/**
 * Opens the embedded store in `dataDir`, or the PostgreSQL store at `url`, and brings it to this program's version.
 * @throws {HubStartError} store_unreachable, store_newer, bad_store_key, other_store_key
 */
export const openStore = async (
  dataDir: string,
  url: string | undefined,
  onTrouble: (error: Error) => void,
): Promise<Engine> => {
  const sealer = await openStoreKey(dataDir);
  let engine: Engine | undefined;
  try {
    engine = await openEngine(dataDir, url, sealer, onTrouble);
    return await makeReady(engine);
  } catch (error) {
    await engine?.close().catch(() => undefined);
    if (error instanceof StoreIsNewer) {
      throw new HubStartError('store_newer', { found: error.found, known: error.known }, error);
    }
    if (error instanceof OtherStoreKey) throw new HubStartError('other_store_key', { dataDir }, error);
    // The address may hold a password, so only its host is named.
    const store = url === undefined ? dataDir : safeHost(url);
    const { code, message } = error as NodeJS.ErrnoException;
    // SQLite's code is the same for everything; its message says what is wrong with the file.
    const reason = code === undefined || code === 'ERR_SQLITE_ERROR' ? message : code;
    throw new HubStartError('store_unreachable', { store, reason }, error);
  }
};

/** A new store in memory, under a key that nobody else has and that goes with it. */
export const openMemoryStore = async (): Promise<Engine> => {
  const { openMemory } = await import('./memory-engine.ts');
  return makeReady(openMemory(new Sealer(randomBytes(32))));
};

const safeHost = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'postgres');
