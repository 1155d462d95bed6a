import type { Db, Tx } from './schema.ts';
import type { Sealer } from './sealer.ts';

/** What SQLite and PostgreSQL do differently; all else is shared. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** Seals citizens' numbers before they are written. What is read comes unsealed, but for `withoutPlugins()`. */
  readonly sealer: Sealer;
  /** For reads outside of the writer. */
  readonly read: Db;
  /** Runs the one write transaction; on PostgreSQL any hub may try, the chain row lets one in at a time. */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs reads that all see the same moment of the store, without holding up the writer; in memory, where there is one connection, alone. */
  snapshot<T>(run: (tx: Db) => Promise<T>): Promise<T>;
  /** Runs `run` while no other hub migrates the same store. */
  exclusively<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Locks the chain's head for the transaction. */
  lockHead(tx: Tx): Promise<{ seq: number; hash: string }>;
  /** Tells other hubs, once the transaction commits, that there is something new. */
  announce(tx: Tx, seq: number): Promise<void>;
  /** Calls back when another hub has announced, or when announcements may have been missed. */
  onAnnouncement(callback: () => void): void;
  close(): Promise<void>;
}
