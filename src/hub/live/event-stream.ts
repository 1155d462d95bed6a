import type { ServerResponse } from 'node:http';
import { toInstant } from '../../contract/shapes/text.ts';
import type { User } from '../../domain/user/user.ts';
import type { Engine } from '../store/engine.ts';
import type { Names } from '../views/names.ts';
import { type LiveEvent, readEvents, seesEvent } from './line-events.ts';
import type { Tail } from './tail.ts';

/** A comment every so often keeps proxies from closing the stream and tells both sides that the other lives. Milliseconds. */
const heartbeatMs = 10_000;
/** What was missed is told one by one up to here; beyond, loading anew is cheaper. */
const longestReplay = 5000;
/** A reader that leaves this much unread is cut off; it comes back and resumes. Bytes. */
const longestBacklog = 1_000_000;

export interface StreamOptions {
  response: ServerResponse;
  user: User;
  /** The Last-Event-ID header: undefined when absent, NaN when it is not a number. */
  lastEventId: number | undefined;
  engine: Engine;
  names: Names;
  tail: Tail;
  now: () => number;
}

/** Writes a user's live events to a response until either side ends it. */
export const streamEvents = async (options: StreamOptions): Promise<void> => {
  const { response, user, lastEventId, engine, names, tail } = options;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const send = (event: string, id: number, data: string): void => {
    response.write(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
  };
  const startAnew = (event: 'hello' | 'reset'): number => {
    send(event, tail.head, JSON.stringify({ seq: tail.head, now: toInstant(options.now()) }));
    return tail.head;
  };
  let cursor: number;
  if (lastEventId === undefined) cursor = startAnew('hello');
  // Too old, or from a store that has more events than this one: another store, or one restored from a copy.
  else if (!(tail.head - lastEventId <= longestReplay) || lastEventId > tail.head) cursor = startAnew('reset');
  else cursor = lastEventId;

  let skipped = 0;
  const pass = (events: readonly LiveEvent[]): void => {
    for (const event of events) {
      cursor = event.event.seq;
      if (seesEvent(user, event)) {
        send('line', cursor, event.json);
        skipped = 0;
      } else skipped += 1;
    }
    // Events for others move the reader's place too, or it would be told to reset after a long quiet time.
    if (skipped >= 1000) {
      response.write(`id: ${cursor}\ndata:\n\n`);
      skipped = 0;
    }
    if (response.writableLength > longestBacklog) response.destroy();
  };

  let pumping = false;
  const pump = async (): Promise<void> => {
    if (pumping) return;
    pumping = true;
    try {
      while (cursor < tail.head && !response.destroyed) {
        const events = tail.recent(cursor) ?? (await readEvents(engine.read, names, cursor, 500));
        if (events.length === 0) break;
        pass(events);
      }
    } catch {
      response.destroy();
    } finally {
      pumping = false;
    }
  };
  response.write(': connected\n\n');
  const forget = tail.onEvents(() => void pump());
  const heartbeat = setInterval(() => response.write(': \n\n'), heartbeatMs);
  await pump();
  await new Promise<void>((resolve) => {
    if (response.destroyed) resolve();
    response.once('close', resolve);
  });
  clearInterval(heartbeat);
  forget();
};
