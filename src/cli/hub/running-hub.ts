import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A hub that serves a data folder of this machine. */
export interface RunningHub {
  pid: number;
  url: string;
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: there, but not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The hub that serves this folder now, by the hub.json it writes. A killed hub's file is passed over. */
export const runningHub = async (dataDir: string): Promise<RunningHub | undefined> => {
  try {
    const { pid, url } = JSON.parse(await readFile(path.join(dataDir, 'hub.json'), 'utf8')) as Partial<RunningHub>;
    if (typeof pid !== 'number' || typeof url !== 'string' || !alive(pid)) return undefined;
    return { pid, url: new URL(url).origin };
  } catch {
    return undefined;
  }
};
