import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubStartError } from './hub-start-error.ts';

/** A data folder held by this hub until it is released or the process dies, however it dies. */
export interface HeldDataDir {
  /** Writes DIR/hub.json, by which commands on this machine find the hub. */
  publish(url: string): Promise<void>;
  release(): Promise<void>;
}

const holder = async (file: string): Promise<number> => {
  // The other hub may hold the lock and not have said its pid yet.
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      const { pid } = JSON.parse(await readFile(file, 'utf8'));
      if (typeof pid === 'number') return pid;
    } catch {}
    await sleep(50);
  }
  return 0;
};

/**
 * Makes and locks DIR. The lock is the operating system's own on DIR/hub.lock, taken through SQLite, so a killed hub leaves none
 * behind and no pid is ever mistaken for another's.
 * @throws {HubStartError} data_dir_in_use with the other hub's pid, or bad_data_dir
 */
export const holdDataDir = async (dataDir: string): Promise<HeldDataDir> => {
  const state = path.join(dataDir, 'hub.json');
  let lock: DatabaseSync;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(path.join(dataDir, 'hub.lock'));
  } catch (error) {
    throw new HubStartError('bad_data_dir', { dataDir, reason: (error as Error).message }, error);
  }
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    lock.close();
    // 5 is SQLITE_BUSY; anything else is a folder that cannot be written.
    if ((error as { errcode?: number }).errcode !== 5) {
      throw new HubStartError('bad_data_dir', { dataDir, reason: (error as Error).message }, error);
    }
    throw new HubStartError('data_dir_in_use', { dataDir, pid: await holder(state) });
  }
  const publish = async (content: object): Promise<void> => {
    await writeFile(`${state}.new`, JSON.stringify(content), { mode: 0o600 });
    await rename(`${state}.new`, state);
  };
  await publish({ pid: process.pid });
  return {
    publish: (url) => publish({ pid: process.pid, url }),
    release: async () => {
      await rm(state, { force: true });
      lock.close();
    },
  };
};
