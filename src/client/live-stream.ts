import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { ErrorReply } from '../contract/errors.ts';
import { Hello, LineEvent, PaperWritten } from '../contract/live-event.ts';
import type { HubClient } from './hub-client.ts';
import { HubError } from './hub-error.ts';

/** What a live stream tells: its own state, and what happened on the line. */
export type LiveMessage =
  | { kind: 'connected' }
  /** The stream broke; it tries again by itself after `retryMs`. */
  | { kind: 'disconnected'; retryMs: number }
  /** Connected without a past: load what you show, all later than `seq` follows. `now` is the hub's clock. */
  | { kind: 'hello'; seq: number; now: string }
  /** What was missed is too old to be told: load anew. */
  | { kind: 'reset'; seq: number; now: string }
  /** Another screen of this seat saved what it is writing for a call. */
  | ({ kind: 'paper' } & PaperWritten)
  | { kind: 'line'; event: LineEvent };

export interface LiveOptions {
  /** This is a seat screen: the connection keeps the seat present and renews its calls' leases. */
  seat: boolean;
  /** Resume after this event; absent: from now on. */
  lastEventId?: number | undefined;
  signal: AbortSignal;
}

/** Three of the hub's heartbeats (every 10 s) missed in a row: the connection is dead though nobody said so. */
const silenceMs = 30_000;
const longestPauseMs = 15_000;

/**
 * The line's events, without end: reconnects with back-off and jitter and resumes where it broke. Ends when the signal aborts.
 * @throws {HubError} when the hub refuses the stream (not signed in, not allowed)
 */
export async function* liveStream(client: HubClient, options: LiveOptions): AsyncGenerator<LiveMessage, void> {
  const { signal } = options;
  let last = options.lastEventId;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const url = new URL('/events', client.options.url);
      if (options.seat) url.searchParams.set('seat', 'true');
      const response = await client.agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        headers: {
          ...client.headers(),
          accept: 'text/event-stream',
          ...(last !== undefined && { 'last-event-id': String(last) }),
        },
        headersTimeout: client.options.timeoutMs,
        bodyTimeout: silenceMs,
        signal,
      });
      if (response.statusCode !== 200) {
        const text = await response.body.text();
        if (response.statusCode < 500) throw new HubError(ErrorReply.parse(JSON.parse(text)));
        throw new Error(`status ${response.statusCode}`);
      }
      yield { kind: 'connected' };
      failures = 0;
      const messages: LiveMessage[] = [];
      const parser = createParser({
        onEvent: ({ id, event, data }) => {
          if (id) last = Number(id);
          if (event === 'line') messages.push({ kind: 'line', event: LineEvent.parse(JSON.parse(data)) });
          else if (event === 'paper') messages.push({ kind: 'paper', ...PaperWritten.parse(JSON.parse(data)) });
          else if (event === 'hello' || event === 'reset')
            messages.push({ kind: event, ...Hello.parse(JSON.parse(data)) });
        },
      });
      const decoder = new TextDecoder();
      for await (const chunk of response.body) {
        try {
          parser.feed(decoder.decode(chunk, { stream: true }));
        } finally {
          // Also what came before a message that this program does not understand.
          yield* messages.splice(0);
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof HubError) throw error;
    }
    const retryMs = Math.round((0.5 + Math.random() / 2) * Math.min(250 * 2 ** failures, longestPauseMs));
    failures += 1;
    yield { kind: 'disconnected', retryMs };
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
}
