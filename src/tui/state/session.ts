import { setTimeout as sleep } from 'node:timers/promises';
import type { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import { type LiveMessage, liveStream } from '../../client/live-stream.ts';
import type { Language } from '../../contract/language.ts';
import { type Say, sayIn } from '../words/words.ts';
import { type Asked, type Outcome, refusalText, unanswered } from './asked.ts';
import { createBell } from './bell.ts';
import type { Clock } from './clock.ts';
import { forgetDraft, showCall, showScreen, withNotice } from './desk.ts';
import { Intents } from './intents.ts';
import { applyLive, applySnapshot } from './line.ts';
import { loadSnapshot } from './load.ts';
import { emptyModel, type Mode, type Notice, type SeatModel } from './model.ts';
import { activeCall, myCalls } from './selectors.ts';
import { createStore, type Store } from './store.ts';

export interface SessionOptions {
  readonly client: HubClient | undefined;
  readonly signIn?: ((url: string, token: string) => Promise<HubClient>) | undefined;
  readonly language: Language;
  readonly mode: Mode;
  readonly clock: Clock;
  /** Sounds the terminal's bell. */
  readonly bell?: () => void;
}

/** What the terminal and the key table do for the session. */
export interface SessionHooks {
  quit(): void;
  /** Draws the whole screen anew. */
  redraw(): void;
  /** Does an action by its id. */
  perform(id: string): void;
}

/** How long a change may take while the hub is known to be away; it is asked again later with the same key. */
const awayPatienceMs = 2500;
const reloadPauseMs = 1500;

/** Owns the hub's client, the live stream and everything asked of the hub. The screen only reads its store and calls its commands. */
export class SeatSession {
  readonly store: Store<SeatModel>;
  readonly clock: Clock;
  readonly say: Say;
  hooks: SessionHooks = { quit: () => undefined, redraw: () => undefined, perform: () => undefined };
  /** As last drawn: how far the long text scrolls, the lines of a page, the ids in the palette. */
  readonly view: { most: number; page: number; found: readonly string[] } = { most: 0, page: 10, found: [] };
  client: HubClient | undefined;
  private readonly options: SessionOptions;
  private readonly intents = new Intents();
  private readonly again = new Map<string, () => Promise<Outcome>>();
  private readonly ring: (before: SeatModel, after: SeatModel) => void;
  private readonly underWay = new Set<string>();
  private stopped = new AbortController();

  constructor(options: SessionOptions) {
    this.options = options;
    this.client = options.client;
    this.clock = options.clock;
    this.say = sayIn(options.language);
    this.ring = createBell(options.clock, options.bell ?? (() => undefined));
    const model = emptyModel(options.language, options.mode);
    this.store = createStore(options.client ? model : { ...model, screen: 'sign-in' });
  }

  start(): void {
    this.clock.start();
    if (this.client) void this.follow(this.client);
  }

  async close(): Promise<void> {
    this.clock.stop();
    this.stopped.abort();
  }

  notice(kind: Notice['kind'], text: string): void {
    this.store.update((model) => withNotice(model, kind, text, this.clock.now()));
  }

  /** Signs in with another client; throws what the hub says. */
  async signIn(url: string, token: string): Promise<void> {
    if (!this.options.signIn) return;
    const client = await this.options.signIn(url, token);
    this.stopped.abort();
    this.stopped = new AbortController();
    this.client = client;
    this.store.update((model) => showScreen({ ...model, loaded: false, notice: undefined }, 'queue'));
    void this.follow(client);
  }

  /** Asks the hub for a change. Pressing again while it is under way does nothing. */
  async ask<R>(asked: Asked<R>): Promise<Outcome> {
    const { client } = this;
    if (!client || this.underWay.has(asked.id)) return { state: 'busy' };
    this.underWay.add(asked.id);
    this.store.update((model) => ({ ...model, busy: asked.id }));
    const away = this.store.get().connection.state === 'away';
    const signals = [this.stopped.signal, ...(away ? [AbortSignal.timeout(awayPatienceMs)] : [])];
    const idempotencyKey = this.intents.keyOf(asked.id, asked.content);
    try {
      const reply = await asked.run(client, { idempotencyKey, signal: AbortSignal.any(signals) });
      this.settled(asked.id);
      this.store.update((model) => asked.done(model, reply));
      return { state: 'done' };
    } catch (error) {
      if (error instanceof HubError && !unanswered(error)) {
        this.settled(asked.id);
        if (error.code === 'not_signed_in') this.signedOut(error.message);
        return { state: 'refused', text: refusalText(error, asked.about, this.say) };
      }
      if (asked.keep) this.undelivered(asked);
      return { state: 'away', text: this.say(asked.keep ? 'away.kept' : 'away.again', { what: this.say(asked.what) }) };
    } finally {
      this.underWay.delete(asked.id);
      this.store.update((model) => (model.busy === asked.id ? { ...model, busy: undefined } : model));
    }
  }

  /** Asks and tells how it went on the notice line, when there is something to tell. */
  async tell<R>(asked: Asked<R>): Promise<Outcome> {
    const outcome = await this.ask(asked);
    if (outcome.state === 'refused' || outcome.state === 'away') this.notice(outcome.state, outcome.text);
    return outcome;
  }

  /** Asks once more for the oldest change that got no answer. */
  async resend(): Promise<void> {
    const [oldest] = this.store.get().undelivered;
    const run = oldest && this.again.get(oldest.id);
    const outcome = await run?.();
    if (outcome?.state === 'refused' || outcome?.state === 'away') this.notice(outcome.state, outcome.text);
  }

  private undelivered<R>(asked: Asked<R>): void {
    const { id, what, about, call, ticket, revision } = asked;
    this.again.set(id, () => this.ask(asked));
    this.store.update((model) => ({
      ...model,
      undelivered: [
        ...model.undelivered.filter((other) => other.id !== id),
        { id, what, about, call, ticket, revision },
      ],
    }));
  }

  private settled(id: string): void {
    this.intents.answered(id);
    this.again.delete(id);
    this.store.update((model) =>
      model.undelivered.some((other) => other.id === id)
        ? { ...model, undelivered: model.undelivered.filter((other) => other.id !== id) }
        : model,
    );
  }

  private signedOut(reason: string): void {
    this.stopped.abort();
    this.store.update((model) => ({
      ...withNotice(model, 'refused', reason, this.clock.now()),
      connection: { state: 'connecting' },
      overlay: undefined,
      ...(this.options.signIn && { screen: 'sign-in' as const }),
    }));
  }

  private async follow(client: HubClient): Promise<void> {
    const { signal } = this.stopped;
    let loading = new AbortController();
    try {
      for await (const message of liveStream(client, { seat: true, signal })) {
        this.receive(message);
        if (message.kind === 'hello' || message.kind === 'reset') {
          loading.abort();
          loading = new AbortController();
          void this.load(client, message.seq, AbortSignal.any([signal, loading.signal]));
        } else if (message.kind === 'line' && message.event.type === 'settings.changed') {
          void this.loadSettings(client, signal);
        }
      }
    } catch (error) {
      if (error instanceof HubError) this.signedOut(error.message);
      else if (!signal.aborted) throw error;
    }
  }

  private receive(message: LiveMessage): void {
    const before = this.store.get();
    this.store.update((model) => applyLive(model, message, this.clock.now()));
    this.afterNews(before);
  }

  private afterNews(before: SeatModel): void {
    const after = this.store.get();
    for (const change of before.undelivered) {
      if (after.undelivered.some(({ id }) => id === change.id)) continue;
      this.settled(change.id);
      if (change.ticket !== undefined) this.store.update((model) => forgetDraft(model, change.call));
      this.notice('done', this.say('away.arrived', { what: this.say(change.what), about: change.about }));
    }
    for (const call of myCalls(before)) {
      const now = after.calls.get(call.id);
      // Taken away by a supervisor, or lost with the lease; what this seat did itself has been told already.
      if (now && now.seat?.id !== after.me?.id && after.busy === undefined && now.state !== 'returned') {
        this.notice('refused', this.say('refused.gone', { about: call.name }));
      }
    }
    this.ring(before, after);
  }

  private async load(client: HubClient, seq: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const snapshot = await loadSnapshot(client, seq, signal);
        const before = this.store.get();
        this.store.update((model) => applySnapshot(model, snapshot));
        const active = activeCall(this.store.get());
        // A seat that comes back in the middle of a conversation finds it open.
        if (!before.loaded && active) this.store.update((model) => showCall(model, active.id));
        this.afterNews(before.loaded ? before : this.store.get());
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof HubError && !unanswered(error)) return this.signedOut(error.message);
        await sleep(reloadPauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async loadSettings(client: HubClient, signal: AbortSignal): Promise<void> {
    const reply = await client.call('settings.show', { signal }).catch(() => undefined);
    if (reply) this.store.update((model) => ({ ...model, settings: reply.settings }));
  }
}
