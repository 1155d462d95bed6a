import { setTimeout as sleep } from 'node:timers/promises';
import { type ArticleUse, ArticleUseFile } from '../../client/article-use.ts';
import type { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import { type LiveMessage, liveStream } from '../../client/live-stream.ts';
import { defaultPreferences, type SeatPreferences } from '../../client/seat-preferences.ts';
import type { Language } from '../../contract/language.ts';
import { dayOf } from '../text/time.ts';
import { type Say, sayIn } from '../words/words.ts';
import { alertText } from './accounts/alert-text.ts';
import { forgetAccounts } from './accounts/forget.ts';
import { type Asked, type Outcome, refusalText, unanswered } from './asked.ts';
import { createBell } from './bell.ts';
import type { Clock } from './clock.ts';
import { answersToTell, loadOwnCorrections } from './corrections.ts';
import { forgetDraft, showCall, showScreen, withNotice } from './desk.ts';
import { Intents } from './intents.ts';
import type { KnowledgeSource } from './knowledge/open.ts';
import { SeatKnowledge } from './knowledge/seat-knowledge.ts';
import { applyCorrections, applyLive, applySnapshot } from './line.ts';
import { loadSnapshot } from './load.ts';
import { emptyModel, type Mode, type Notice, type SeatModel } from './model.ts';
import { activeCall, myCalls } from './selectors.ts';
import { createStore, type Store } from './store.ts';

export interface SessionOptions {
  readonly client: HubClient | undefined;
  readonly signIn?: ((url: string, token: string) => Promise<HubClient>) | undefined;
  readonly language: Language;
  readonly mode: Mode;
  readonly preferences?: SeatPreferences;
  readonly clock: Clock;
  /** Sounds the terminal's bell. */
  readonly bell?: () => void;
  /** Hands a text to the terminal's clipboard. */
  readonly copy?: ((text: string) => void) | undefined;
  readonly knowledge?: KnowledgeSource | undefined;
  /** What the citizen of a call would say when asked who they are; where citizens are simulated. */
  readonly citizenSays?: ((call: string) => string | undefined) | undefined;
}

/** Something that the palette found. */
interface Found {
  readonly kind: 'action' | 'article';
  readonly id: string;
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
  readonly preferences: SeatPreferences;
  readonly clock: Clock;
  readonly say: Say;
  hooks: SessionHooks = { quit: () => undefined, redraw: () => undefined, perform: () => undefined };
  /** As last drawn: how far the long text scrolls, the lines of a page, what the palette offers. */
  readonly view: { most: number; page: number; found: readonly Found[] } = { most: 0, page: 10, found: [] };
  /** As last drawn: rows of the list of articles; in the reader, its page, how far it scrolls, the first line of each part. */
  readonly shelf: { rows: number; page: number; most: number; parts: readonly number[] } = {
    rows: 10,
    page: 10,
    most: 0,
    parts: [],
  };
  /** As last drawn: the first line of an account that is seen, how far it scrolls, the lines of a page. */
  readonly sheet: { top: number; most: number; page: number } = { top: 0, most: 0, page: 10 };
  /** As last drawn: how far what a sum gave scrolls, the lines of a page. */
  readonly sums: { most: number; page: number } = { most: 0, page: 10 };
  client: HubClient | undefined;
  private readonly options: SessionOptions;
  private readonly intents = new Intents();
  private readonly again = new Map<string, () => Promise<Outcome>>();
  private readonly ring: (before: SeatModel, after: SeatModel) => void;
  private readonly underWay = new Set<string>();
  private readonly knowledge: SeatKnowledge | undefined;
  private readonly useFile: ArticleUseFile | undefined;
  private stopped = new AbortController();

  constructor(options: SessionOptions) {
    this.options = options;
    this.client = options.client;
    this.clock = options.clock;
    this.preferences = options.preferences ?? defaultPreferences;
    this.say = sayIn(options.language);
    this.ring = createBell(options.clock, options.bell ?? (() => undefined));
    const model = emptyModel(options.language, options.mode, options.clock.now());
    this.store = createStore(options.client ? model : { ...model, screen: 'sign-in' });
    const dir = options.knowledge?.dir;
    this.knowledge =
      options.knowledge &&
      new SeatKnowledge(options.knowledge, (change) =>
        this.store.update((model) => ({ ...model, knowledge: change(model.knowledge) })),
      );
    if (dir !== undefined) this.useFile = new ArticleUseFile(dir);
    this.readUse(undefined);
  }

  start(): void {
    this.clock.start();
    this.clock.second.subscribe(() => this.keepToday());
    if (this.client) void this.follow(this.client);
  }

  async close(): Promise<void> {
    this.clock.stop();
    this.stopped.abort();
    this.knowledge?.close();
  }

  /** Reads the knowledge; for when the first frame stands. Says so when it cannot be kept on this machine. */
  async openKnowledge(): Promise<void> {
    const copy = await this.knowledge?.open().catch((error: Error) => {
      this.notice('refused', this.say('kb.unreadable', { reason: error.message }));
      return undefined;
    });
    if (copy?.trouble) this.notice('refused', this.say('kb.trouble', { reason: copy.trouble.reason }));
    else if (copy?.setAside !== undefined) this.notice('info', this.say('kb.set-aside', { file: copy.setAside }));
  }

  /** What a simulated citizen would say of themselves. */
  citizenSays(call: string): string | undefined {
    return this.options.citizenSays?.(call);
  }

  /** Hands a text to the terminal's clipboard. */
  copy(text: string): void {
    this.options.copy?.(text);
  }

  /** Changes what is known of this person's use of articles, and keeps it. */
  changeUse(change: (use: ArticleUse) => ArticleUse): void {
    this.store.update((model) => ({ ...model, use: change(model.use) }));
    this.useFile?.change(this.store.get().me?.id, change);
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
    this.store.update((model) => showScreen({ ...forgetAccounts(model), loaded: false, notice: undefined }, 'queue'));
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
        return { state: 'refused', text: refusalText(error, asked.about, this.say), error };
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

  /** Another person sits here than before, as far as was known. */
  private beOther(person: string): void {
    this.store.update((model) => ({
      ...forgetAccounts(model),
      corrections: new Map([...model.corrections].filter(([, { filedBy }]) => filedBy.id === person)),
    }));
    this.readUse(person);
  }

  /** `person` undefined: the hub has not said yet who this is. */
  private readUse(person: string | undefined): void {
    const use = this.useFile?.read(person);
    if (use) this.store.update((model) => ({ ...model, use }));
  }

  private keepToday(): void {
    this.store.update((model) => {
      const today = dayOf(this.clock.now() + model.clockOffset);
      return today === model.today ? model : { ...model, today };
    });
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
      ...withNotice(forgetAccounts(model), 'refused', reason, this.clock.now()),
      connection: { state: 'connecting' },
      overlay: undefined,
      ...(this.options.signIn && { screen: 'sign-in' as const }),
    }));
  }

  private async follow(client: HubClient): Promise<void> {
    const { signal } = this.stopped;
    let loading = new AbortController();
    this.knowledge?.follow(client, signal);
    try {
      for await (const message of liveStream(client, { seat: true, signal })) {
        this.receive(message);
        this.knowledge?.feed(message);
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
    if (message.kind !== 'line') return;
    if (message.event.correctionView) this.tellAnswers();
    if (message.event.type === 'query.alerted') this.notice('warning', alertText(message.event.data, this.say));
  }

  /** Says what the centre answered to this person's corrections, each answer once, also those that came while nobody sat here. */
  private tellAnswers(): void {
    const fresh = answersToTell(this.store.get());
    const newest = fresh.at(-1);
    if (!newest) return;
    const key = newest.state === 'accepted' ? 'kb.answer.accepted' : 'kb.answer.declined';
    const more = fresh.length > 1 ? this.say('kb.answer.more', { count: fresh.length - 1 }) : '';
    this.notice('info', `${this.say(key, { id: newest.document, answer: newest.answer })}${more}`);
    this.changeUse((now) => ({ ...now, answersToldUntil: newest.answeredAt }));
  }

  private async loadCorrections(client: HubClient, signal: AbortSignal): Promise<void> {
    const corrections = await loadOwnCorrections(client, signal);
    this.store.update((model) => applyCorrections(model, corrections));
    this.tellAnswers();
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
        if (before.me?.id !== snapshot.me.id) this.beOther(snapshot.me.id);
        void this.loadCorrections(client, signal);
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
