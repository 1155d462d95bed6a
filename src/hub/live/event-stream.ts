import type { ServerResponse } from 'node:http';
import { toInstant } from '../../contract/shapes/text.ts';
import type { User } from '../../domain/user/user.ts';
import type { DraftNews } from '../drafts.ts';
import type { Engine } from '../store/engine.ts';
import type { Names } from '../views/names.ts';
import { type LiveEvent, readEvents, seesEvent } from './line-events.ts';
import type { Tail } from './tail.ts';

/**
 * A comment every so often keeps proxies from closing the stream and tells both sides that the other lives. A reader that has
 * taken nothing from one to the next is cut off; it comes back and resumes. Milliseconds.
 */
const heartbeatMs = 10_000;
/** What was missed is told one by one up to here; beyond, loading anew is cheaper. */
const longestReplay = 5000;
/** How many events are written before the reader must have taken them: a slow one costs no more memory than these. */
const pageSize = 100;
/** After so many events for others a reader is told its place, or it would have to load anew after a long quiet time. */
const longestSilence = 1000;

export interface StreamOptions {
  response: ServerResponse;
  user: User;
  /** The Last-Event-ID header: undefined when absent, NaN when it is not one that a hub sends. */
  lastEventId: number | undefined;
  engine: Engine;
  names: Names;
  tail: Tail;
  draftNews: DraftNews;
  now: () => number;
}

/** Resolves when the reader has taken what was written, or is gone. */
const taken = async (response: ServerResponse): Promise<void> => {
  if (!response.writableNeedDrain || response.destroyed) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
};

/** Returns what ends the heartbeat. */
const keepBeating = (response: ServerResponse): (() => void) => {
  let before = -1;
  const timer = setInterval(() => {
    const { socket } = response;
    if (!socket || response.writableEnded) return;
    if (socket.writableLength === 0) response.write(': \n\n');
    const sent = socket.bytesWritten - socket.writableLength;
    if (sent === before) response.destroy();
    before = socket.writableLength === 0 ? -1 : sent;
  }, heartbeatMs);
  return () => clearInterval(timer);
};

/** Writes a user's live events to a response until either side ends it. */
export const streamEvents = async (options: StreamOptions): Promise<void> => {
  const { response, user, lastEventId, engine, names, tail } = options;
  const closed = new Promise<void>((resolve) => {
    if (response.destroyed) resolve();
    response.once('close', resolve);
  });
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write(': connected\n\n');
  const send = (event: string, id: number, data: string): void => {
    response.write(`id: ${id}\nevent: ${event}\ndata: ${data}\n\n`);
  };
  const startAnew = (event: 'hello' | 'reset'): number => {
    send(event, tail.head, JSON.stringify({ seq: tail.head, now: toInstant(options.now()) }));
    return tail.head;
  };

  let cursor: number;
  if (lastEventId === undefined) cursor = startAnew('hello');
  else {
    // The reader may come from another hub, which has seen more than this one so far.
    if (lastEventId > tail.head) await tail.catchUp();
    // Too old, or from a store that has more events than this one: another store, or one restored from a copy.
    const known = lastEventId <= tail.head && tail.head - lastEventId <= longestReplay;
    cursor = known ? lastEventId : startAnew('reset');
  }

  let silence = 0;
  const pass = (events: readonly LiveEvent[]): void => {
    for (const event of events) {
      cursor = event.event.seq;
      silence += 1;
      if (!seesEvent(user, event)) continue;
      send('line', cursor, event.json);
      silence = 0;
    }
    if (silence < longestSilence) return;
    response.write(`id: ${cursor}\ndata:\n\n`);
    silence = 0;
  };

  let pumping = false;
  const pump = async (): Promise<void> => {
    if (pumping) return;
    pumping = true;
    try {
      while (cursor < tail.head && !response.destroyed && !response.writableEnded) {
        const events = tail.recent(cursor, pageSize) ?? (await readEvents(engine.read, names, cursor, pageSize));
        if (events.length === 0) break;
        pass(events);
        await taken(response);
      }
    } catch {
      response.destroy();
    } finally {
      pumping = false;
    }
  };
  const forget = tail.onEvents(() => void pump());
  // Without an id, for it is no event that a reader could resume from.
  const hush = options.draftNews.onWritten(({ seat, call, screen }) => {
    if (seat === user.id && !response.writableNeedDrain)
      response.write(`event: paper\ndata: ${JSON.stringify({ call, screen })}\n\n`);
  });
  const stopBeating = keepBeating(response);
  void pump();
  await closed;
  stopBeating();
  hush();
  forget();
};
