import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { folderHome, memoryHome } from './home.ts';
import { HubStartError } from './hub-start-error.ts';
import { type LineOptions, type OpenHub, runHub } from './run-hub.ts';

export interface HubOptions extends LineOptions {
  /** Holds the embedded store, the admin's token and the lock; with `store` only the latter two. */
  dataDir: string;
  /** Default 127.0.0.1. Any other than a loopback address needs `tls` or `behindProxy`. */
  host?: string | undefined;
  /** 0 (the default): any free one. */
  port?: number | undefined;
  /** postgres://… : a store that several hubs share. */
  store?: string | undefined;
  /** Paths of a certificate chain and its key, PEM. */
  tls?: { cert: string; key: string } | undefined;
  /** A proxy in front speaks TLS. */
  behindProxy?: boolean | undefined;
}

export interface RunningHub extends OpenHub {
  dataDir: string;
}

const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

const readTls = async (tls: HubOptions['tls']): Promise<{ cert: Buffer; key: Buffer } | null> => {
  if (!tls) return null;
  try {
    const [cert, key] = await Promise.all([readFile(tls.cert), readFile(tls.key)]);
    createSecureContext({ cert, key });
    return { cert, key };
  } catch (error) {
    throw new HubStartError('bad_tls', { reason: (error as Error).message }, error);
  }
};

/**
 * Starts a hub that keeps what it has in a data folder, or in a store that it shares. When it resolves, the hub takes work.
 * @throws {HubStartError}
 */
export const startHub = async (options: HubOptions): Promise<RunningHub> => {
  const { dataDir, store, host = '127.0.0.1', port = 0, behindProxy = false } = options;
  if (!loopback.test(host) && !options.tls && !behindProxy) throw new HubStartError('not_loopback', { host });
  const https = await readTls(options.tls);
  const hub = await runHub(options, { host, port, https, behindProxy }, () => folderHome(dataDir, store));
  return { ...hub, dataDir };
};

/**
 * Starts a hub of which nothing is left when it is closed, and that never touches the disk: for a line that one person practises or
 * looks around on. It listens on this machine alone and tells nobody that it is there.
 * @throws {HubStartError}
 */
export const startHubInMemory = (options: LineOptions): Promise<OpenHub> =>
  runHub(options, { host: '127.0.0.1', port: 0, https: null, behindProxy: false }, async () => memoryHome);
