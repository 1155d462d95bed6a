import { homedir } from 'node:os';
import path from 'node:path';

type Env = Record<string, string | undefined>;

/** An XDG folder when its variable says so (absolute, as the specification demands), else the platform's own. */
const folder = (env: Env, variable: string, mac: string, windows: string | undefined, other: string): string => {
  const chosen = env[variable];
  if (chosen && path.isAbsolute(chosen)) return path.join(chosen, 'expert-seat');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', mac, 'expert-seat');
  if (process.platform === 'win32' && windows) return path.join(windows, 'expert-seat');
  return path.join(homedir(), other, 'expert-seat');
};

/** Where a person's settings and sign-ins are kept. EXPERT_SEAT_CONFIG_DIR names another place. */
export const configDir = (env: Env = process.env): string =>
  env.EXPERT_SEAT_CONFIG_DIR
    ? path.resolve(env.EXPERT_SEAT_CONFIG_DIR)
    : folder(env, 'XDG_CONFIG_HOME', 'Preferences', env.APPDATA, '.config');

/** Where a hub on this machine keeps its store, unless `--data` or EXPERT_SEAT_DATA says otherwise. */
export const defaultDataDir = (env: Env = process.env): string =>
  folder(env, 'XDG_DATA_HOME', 'Application Support', env.LOCALAPPDATA, '.local/share');

/** Where is kept what can be made anew at any time. */
export const cacheDir = (env: Env = process.env): string =>
  folder(env, 'XDG_CACHE_HOME', 'Caches', env.LOCALAPPDATA, '.cache');
