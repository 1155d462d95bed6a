import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Files of a data folder that hold a token, 0600: the hub's admin's, and that of the expert who works without a hub. */
export const tokenFiles = { admin: 'admin.token', expert: 'expert.token' } as const;

/** A token of a data folder, if this user may read it. */
export const localToken = async (dataDir: string, whose: keyof typeof tokenFiles): Promise<string | undefined> => {
  try {
    return (await readFile(path.join(dataDir, tokenFiles[whose]), 'utf8')).trim() || undefined;
  } catch {
    return undefined;
  }
};
