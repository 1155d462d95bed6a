import type { Engine } from '../store/engine.ts';
import type { Names } from '../views/names.ts';
import { type LiveEvent, readEvents } from './line-events.ts';

const pageSize = 500;
/** How many of the newest events stay in memory for readers that are nearly up to date. */
const kept = 2000;
/** Announcements only wake; when one is lost, this look at the table finds what it was about. Milliseconds. */
const lookEveryMs = 2000;

/**
 * The end of the event table, read once for all streams of this hub. The table decides what there is; announcements only say
 * when to look. Places become visible in order because they are given under the chain's lock, so "after the last one" never
 * misses a late commit; the tail still checks, and reads nothing beyond a gap.
 */
export class Tail {
  private readonly engine: Engine;
  private readonly names: Names;
  private readonly onTrouble: (error: unknown) => void;
  private readonly readers = new Set<(events: readonly LiveEvent[]) => void>();
  private events: LiveEvent[] = [];
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> | undefined;
  private again = false;
  /** Place of the newest event read. */
  head = 0;

  constructor(engine: Engine, names: Names, onTrouble: (error: unknown) => void) {
    this.engine = engine;
    this.names = names;
    this.onTrouble = onTrouble;
  }

  async start(): Promise<void> {
    const chain = await this.engine.read.selectFrom('chain').select('seq').executeTakeFirstOrThrow();
    this.head = chain.seq;
    this.engine.onAnnouncement(() => this.wake());
    this.timer = setInterval(() => this.wake(), lookEveryMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.readers.clear();
    await this.reading;
  }

  /** Calls back with new events once they were read. Returns what ends it. */
  onEvents(reader: (events: readonly LiveEvent[]) => void): () => void {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  /** At most `limit` events after `after` from memory; undefined when some of them are no longer there. */
  recent(after: number, limit: number): LiveEvent[] | undefined {
    const first = this.events[0]?.event.seq;
    if (first === undefined || after + 1 < first) return undefined;
    return this.events.slice(after + 1 - first, after + 1 - first + limit);
  }

  /**
   * Looks at the table now; a look that is under way looks again. Not before the start, when there is no place yet to look from:
   * a hub would read the line's whole past.
   */
  wake(): void {
    if (!this.timer) return;
    this.again = true;
    this.reading ??= this.read();
  }

  /** Resolves when everything that was committed before is read. */
  async catchUp(): Promise<void> {
    this.wake();
    await this.reading;
  }

  private async read(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        const page = await readEvents(this.engine.read, this.names, this.head, pageSize);
        const whole = page.filter(({ event }, index) => event.seq === this.head + 1 + index);
        if (whole.length === 0) continue;
        if (page.length === pageSize) this.again = true;
        this.events = [...this.events, ...whole].slice(-kept);
        this.head = whole.at(-1)!.event.seq;
        for (const reader of this.readers) reader(whole);
      } catch (error) {
        // The next wake looks again.
        this.onTrouble(error);
      }
    }
    this.reading = undefined;
  }
}
