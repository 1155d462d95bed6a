import { setTimeout as sleep } from 'node:timers/promises';
import type { LineEvent } from '../contract/live-event.ts';
import type { CopyState, DocumentOutline } from '../kb/copy/copy-state.ts';
import type { KnowledgeCopy } from '../kb/copy/knowledge-copy.ts';
import type { HubClient } from './hub-client.ts';
import { catchUp, usualPage } from './knowledge-sync-catch-up.ts';
import { isFinal, isOffline, type SyncFault, syncFault } from './knowledge-sync-fault.ts';
import type { LiveMessage } from './live-stream.ts';

/**
 * `current`: what the hub has, and every change arrives as it is made. `catching-up`: connected, changes are being loaded.
 * `offline`: no hub; the copy is as of `checkedAt`. `failed`: the hub is there and `fault` says why the copy is not current.
 */
export type SyncState = 'current' | 'catching-up' | 'offline' | 'failed';

export interface SyncStatus extends CopyState {
  readonly state: SyncState;
  readonly fault?: SyncFault;
}

export interface SyncReport extends SyncStatus {
  /** Ids of documents that have changed, come or gone since the report before; the copy has their texts, if they are still there. */
  readonly changed: readonly string[];
}

export interface KnowledgeSyncOptions {
  client: HubClient;
  copy: KnowledgeCopy;
  /** Ends it. To be aborted before the copy is closed. */
  signal: AbortSignal;
  report: (report: SyncReport) => void;
  /** What the listener has loaded, which another program may have changed since; `changed` counts from there. */
  loaded: Iterable<DocumentOutline>;
  /** Milliseconds since 1970. */
  now?: () => number;
}

const firstPauseMs = 500;
const longestPauseMs = 60_000;
/** Below this a page is hardly smaller than its request. */
const smallestPage = 10;

/** Documents as marks by which a change is seen. */
const marksOf = (documents: Iterable<DocumentOutline>): Map<string, string> =>
  new Map([...documents].map(({ id, version, sha256 }) => [id, `${version} ${sha256}`]));

/**
 * Keeps a copy at what the hub has. It has no connection of its own: it is fed with the live stream's messages, catches up at each
 * connection and makes each change as it is told. One catch-up at a time; other processes may keep the same copy.
 */
export class KnowledgeSync {
  private readonly options: KnowledgeSyncOptions;
  private readonly now: () => number;
  private marks: Map<string, string>;
  private state: SyncState = 'offline';
  private fault: SyncFault | undefined;
  /** Of this connection; undefined: there is none. */
  private connection: AbortController | undefined;
  /** The stream has told a place in the line, from which it resumes without another `hello`. */
  private placed = false;
  private running = false;
  /** The latest place in the line that this connection told of. */
  private heard = 0;
  /** The hub's, as of the last catch-up. */
  private origin = '';

  constructor(options: KnowledgeSyncOptions) {
    this.options = options;
    this.now = options.now ?? Date.now;
    this.marks = marksOf(options.loaded);
    options.signal.addEventListener('abort', () => this.disconnected(), { once: true });
  }

  get status(): SyncStatus {
    return { ...this.options.copy.state(), state: this.state, ...(this.fault && { fault: this.fault }) };
  }

  /** Takes a message of the hub's live stream, which the caller reads. */
  feed(message: LiveMessage): void {
    if (this.options.signal.aborted) return;
    if (message.kind === 'connected') {
      this.connection ??= new AbortController();
      // A stream that knows its place resumes there; else a `hello` follows, and only what is asked after that misses nothing.
      if (this.placed) void this.run();
    } else if (message.kind === 'disconnected') {
      this.disconnected();
      this.report('offline');
    } else if (message.kind === 'line') {
      this.placed = true;
      if (message.event.knowledge) this.follow(message.event.knowledge);
    } else if (message.kind !== 'paper') {
      this.placed = true;
      this.heard = message.seq;
      void this.run();
    }
  }

  private disconnected(): void {
    this.connection?.abort();
    this.connection = undefined;
    this.heard = 0;
    if (this.state !== 'current') return;
    this.state = 'offline';
    try {
      // A dead connection is noticed within half a minute; so old may this moment be, which is shown in minutes.
      this.options.copy.confirm(this.origin, this.now());
    } catch {
      // Another process holds the file; the copy then says it is older than it is.
    }
  }

  private follow(knowledge: NonNullable<LineEvent['knowledge']>): void {
    this.heard = Math.max(this.heard, knowledge.revision);
    if (this.state !== 'current') return;
    if (this.made(knowledge)) this.report('current');
    else void this.run();
  }

  private made(knowledge: NonNullable<LineEvent['knowledge']>): boolean {
    try {
      return this.options.copy.follow(this.origin, knowledge, this.now()) !== 'gap';
    } catch {
      // The catch-up meets the same trouble, and tells it.
      return false;
    }
  }

  private async run(): Promise<void> {
    const { connection } = this;
    if (!connection || this.running) return;
    const { client, copy } = this.options;
    const { signal } = connection;
    this.running = true;
    for (let failures = 0; !signal.aborted; ) {
      const heardBefore = this.heard;
      try {
        if (failures === 0) this.report('catching-up');
        const pageSize = Math.max(smallestPage, usualPage >> Math.min(failures, 30));
        const { origin, revision } = await catchUp(client, copy, { signal, pageSize, now: this.now });
        this.origin = origin;
        failures = 0;
        // What was published while the pages came may not be in them.
        if (this.heard > revision && this.heard > heardBefore) continue;
        this.report('current');
        break;
      } catch (error) {
        if (signal.aborted) break;
        this.tryToReport(isOffline(error) ? 'offline' : 'failed', syncFault(error));
        if (isFinal(error)) break;
        const pauseMs = (0.5 + Math.random() / 2) * Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
        failures += 1;
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
    this.running = false;
    // The stream came back while this was ending.
    if (this.connection && this.connection !== connection) void this.run();
  }

  /** When the copy cannot be read just now, what is to be told is told with the next report. */
  private tryToReport(state: SyncState, fault: SyncFault | undefined): void {
    try {
      this.report(state, fault);
    } catch {
      this.state = state;
      this.fault = fault;
    }
  }

  private report(state: SyncState, fault?: SyncFault): void {
    this.state = state;
    this.fault = fault;
    const { state: copyState, documents } = this.options.copy.outline();
    const marks = marksOf(documents);
    const ids = new Set([...this.marks.keys(), ...marks.keys()]);
    const changed = [...ids].filter((id) => this.marks.get(id) !== marks.get(id));
    this.marks = marks;
    this.options.report({ ...copyState, state, ...(fault && { fault }), changed });
  }
}
