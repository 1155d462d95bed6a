import { HubStartError } from '../hub-start-error.ts';
import type { Engine } from './engine.ts';
import { migrate, StoreIsNewer } from './migrations.ts';

const openEngine = async (
  dataDir: string,
  url: string | undefined,
  onTrouble: (error: Error) => void,
): Promise<Engine> => {
  if (url === undefined) {
    const { openSqlite } = await import('./sqlite-engine.ts');
    return openSqlite(dataDir);
  }
  const { openPostgres } = await import('./postgres-engine.ts');
  return openPostgres(url, onTrouble);
};

/**
 * Opens the embedded store in `dataDir`, or the PostgreSQL store at `url`, and brings it to this program's version.
 * @throws {HubStartError} store_unreachable, store_newer
 */
export const openStore = async (
  dataDir: string,
  url: string | undefined,
  onTrouble: (error: Error) => void,
): Promise<Engine> => {
  let engine: Engine | undefined;
  try {
    engine = await openEngine(dataDir, url, onTrouble);
    await engine.exclusively((tx) => migrate(tx, Date.now()));
    return engine;
  } catch (error) {
    await engine?.close().catch(() => undefined);
    if (error instanceof StoreIsNewer) {
      throw new HubStartError('store_newer', { found: error.found, known: error.known }, error);
    }
    // The address may hold a password, so only its host is named.
    const store = url === undefined ? dataDir : safeHost(url);
    const { code, message } = error as NodeJS.ErrnoException;
    // SQLite's code is the same for everything; its message says what is wrong with the file.
    const reason = code === undefined || code === 'ERR_SQLITE_ERROR' ? message : code;
    throw new HubStartError('store_unreachable', { store, reason }, error);
  }
};

const safeHost = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'postgres');
