import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import { Work } from './work.ts';

/** The store did not take the work: nothing of it was done, or, if it broke in the commit itself, nobody can say. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the store did not take the work', { cause });
  }
}

interface Job {
  run(work: Work): Promise<unknown>;
  /** Runs in place of `run`'s undone changes when it throws; throws again to refuse. */
  onError: (work: Work, error: unknown) => Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const longestBatch = 64;

/**
 * The one writer of a hub. Waiting jobs share a transaction, each in its own savepoint, so that one commit (one disk flush, one
 * lock of the chain) serves them all; a job is answered only after that commit. Jobs run one after the other, across hubs too,
 * because each transaction first locks the chain's head. So a job may read, decide and write without thinking of races.
 */
export class Writer {
  private readonly engine: Engine;
  private readonly clock: () => number;
  private readonly onCommit: (batch: number) => void;
  private readonly queue: Job[] = [];
  private running = false;
  private waitingForIdle: (() => void)[] = [];

  constructor(engine: Engine, clock: () => number, onCommit: (batch: number) => void) {
    this.engine = engine;
    this.clock = clock;
    this.onCommit = onCommit;
  }

  /**
   * Runs a job. What it throws undoes it alone and is thrown on, unless `onError` turns it into a result.
   * @throws {StoreUnavailable}
   */
  write<T>(
    run: (work: Work) => Promise<T>,
    onError: (work: Work, error: unknown) => Promise<T> = async (_, error) => {
      throw error;
    },
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ run, onError, resolve: resolve as (value: unknown) => void, reject });
      if (!this.running) void this.drain();
    });
  }

  /** Resolves when everything asked for so far is done. */
  async idle(): Promise<void> {
    if (this.running) await new Promise<void>((resolve) => this.waitingForIdle.push(resolve));
  }

  private async drain(): Promise<void> {
    this.running = true;
    // One turn of the event loop, so that requests that arrived together share the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, longestBatch);
      try {
        const settle = await this.engine.transaction(async (tx) => {
          const head = await this.engine.lockHead(tx);
          const work = new Work(tx, this.clock(), this.engine.sealer, head);
          const outcomes: (() => void)[] = [];
          for (const job of batch) outcomes.push(await this.runOne(work, job));
          if (work.head.seq > head.seq) {
            await tx.updateTable('chain').set(work.head).where('id', '=', 1).execute();
            await this.engine.announce(tx, work.head.seq);
          }
          return outcomes;
        });
        this.onCommit(batch.length);
        for (const done of settle) done();
      } catch (error) {
        for (const job of batch) job.reject(new StoreUnavailable(error));
      }
    }
    // In the same step as the look at the empty queue: a job that comes now starts a new drain.
    this.running = false;
    for (const resolve of this.waitingForIdle.splice(0)) resolve();
  }

  /** Runs a job in a savepoint; returns what is to be told after the commit. */
  private async runOne(work: Work, job: Job): Promise<() => void> {
    const before = work.head;
    const attempt = async (run: () => Promise<unknown>): Promise<() => void> => {
      await sql`savepoint job`.execute(work.db);
      const value = await run();
      await sql`release savepoint job`.execute(work.db);
      return () => job.resolve(value);
    };
    const undo = async (): Promise<void> => {
      await sql`rollback to savepoint job`.execute(work.db);
      await sql`release savepoint job`.execute(work.db);
      work.head = before;
    };
    try {
      return await attempt(() => job.run(work));
    } catch (error) {
      await undo();
      try {
        return await attempt(() => job.onError(work, error));
      } catch (final) {
        await undo();
        return () => job.reject(final);
      }
    }
  }
}
