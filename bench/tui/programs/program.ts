import { tmpdir } from 'node:os';

/** What is started in the terminal: arguments of Node, and the environment. */
export interface Program {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** An environment in which nothing of the developer's own is seen; what the programs keep, they keep in `folder`. */
export const cleanEnv = (folder: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  LANG: 'zh_CN.UTF-8',
  XDG_CACHE_HOME: `${folder}/cache`,
  EXPERT_SEAT_CONFIG_DIR: `${folder}/config`,
  EXPERT_SEAT_DATA: `${folder}/data`,
});
