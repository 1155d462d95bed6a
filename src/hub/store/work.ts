import { type ChainEvent, chainHash } from '../../domain/audit/chain.ts';
import type { Tx } from './schema.ts';
import type { Sealer } from './sealer.ts';

/** Last event of the chain. */
export interface Head {
  seq: number;
  hash: string;
}

/** One piece of work inside the writer's transaction: the tables, the moment, and the chain to append to. */
export class Work {
  readonly db: Tx;
  /** The moment of everything this work does. Milliseconds since 1970. */
  readonly now: number;
  readonly sealer: Sealer;
  head: Head;

  constructor(db: Tx, now: number, sealer: Sealer, head: Head) {
    this.db = db;
    this.sealer = sealer;
    this.now = now;
    this.head = head;
  }

  /** Adds an event to the chain and returns its place. */
  async append(event: Omit<ChainEvent, 'seq' | 'at'>): Promise<number> {
    const link: ChainEvent = { ...event, seq: this.head.seq + 1, at: this.now };
    const prev = this.head.hash;
    const hash = chainHash(prev, link);
    await this.db
      .insertInto('events')
      .values({ ...link, data: JSON.stringify(link.data), prev, hash })
      .execute();
    this.head = { seq: link.seq, hash };
    return link.seq;
  }
}
