import { keptToken } from './access/admin-token.ts';
import { newToken } from './access/token.ts';
import { holdDataDir } from './data-dir.ts';
import type { Engine } from './store/engine.ts';
import { openMemoryStore, openStore } from './store/open-store.ts';

/** Where a hub keeps what outlives a request, and where programs of this machine find it. */
export interface Home {
  /** @throws {HubStartError} */
  openStore(onTrouble: (error: Error) => void): Promise<Engine>;
  /** @throws {HubStartError} */
  adminToken(): Promise<string>;
  /** Lets programs of this machine know where the hub is. */
  publish(url: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * A data folder, held until it is released; the store lies in it, or at `store`.
 * @throws {HubStartError}
 */
export const folderHome = async (dataDir: string, store: string | undefined): Promise<Home> => {
  const { publish, release } = await holdDataDir(dataDir);
  return {
    openStore: (onTrouble) => openStore(dataDir, store, onTrouble),
    adminToken: () => keptToken(dataDir),
    publish,
    release,
  };
};

/** No folder at all: store, its key and the admin's token are in memory, and only who started the hub knows where it is. */
export const memoryHome: Home = {
  openStore: openMemoryStore,
  adminToken: async () => newToken(),
  publish: async () => undefined,
  release: async () => undefined,
};
