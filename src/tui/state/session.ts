import { setTimeout as sleep } from 'node:timers/promises';
import { type ArticleUse, ArticleUseFile, haveBeenTold } from '../../client/article-use.ts';
import type { OlderPaper } from '../../client/desk/other-texts.ts';
import type { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import { type ListUse, ListUseFile } from '../../client/list-use.ts';
import { type LiveMessage, liveStream } from '../../client/live-stream.ts';
import type { PersonalSnippets } from '../../client/personal-snippets.ts';
import { defaultPreferences, type SeatPreferences } from '../../client/seat-preferences.ts';
import type { Language } from '../../contract/language.ts';
import { dayOf } from '../text/time.ts';
import { type Say, sayIn } from '../words/words.ts';
import { alertText } from './accounts/alert-text.ts';
import { forgetAccounts } from './accounts/forget.ts';
import { type Answer, type Asked, refusalText, unanswered } from './asked.ts';
import { type Attention, createBell } from './bell.ts';
import type { Clock } from './clock.ts';
import { answersToTell, loadOwnCorrections } from './corrections.ts';
import { showCall, showScreen, withNotice } from './desk.ts';
import { createRegister, type FieldRegister } from './field-register.ts';
import { Intents } from './intents.ts';
import { choiceOf, screenLookup, withTopicOf } from './knowledge/lookup.ts';
import type { KnowledgeSource } from './knowledge/open.ts';
import { SeatKnowledge } from './knowledge/seat-knowledge.ts';
import { applyCorrections, applyLive, applySnapshot } from './line.ts';
import { loadSnapshot } from './load.ts';
import { emptyModel, type Mode, minuteOf, type Notice, type SeatModel } from './model.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Offer, SettingKey, SettingValue } from './palette/offer.ts';
import { Reminders } from './reminders.ts';
import { Safekeeping } from './safekeeping.ts';
import { activeCall, myCalls } from './selectors.ts';
import { withNobody } from './signed-out.ts';
import type { OfferedSnippet } from './snippets/offered-snippets.ts';
import { createStore, type Store } from './store.ts';
import { readOlderTickets } from './tickets/read-older.ts';
import { forgetLookedFor } from './tickets/ticket-list.ts';

export interface SessionOptions {
  readonly client: HubClient | undefined;
  readonly signIn?: ((url: string, token: string) => Promise<HubClient>) | undefined;
  readonly language: Language;
  /** Its sentences, where others than the screen's are wanted. */
  readonly say?: Say;
  readonly mode: Mode;
  readonly preferences?: SeatPreferences;
  /** Keeps a preference in the person's profile; absent: it lasts as long as the seat is open. */
  readonly savePreference?: SavePreference | undefined;
  readonly clock: Clock;
  /** The folder of what must not be lost; without one it lasts as long as the program. */
  readonly desk?: string | undefined;
  /** How a person who looks elsewhere is told. */
  readonly attention?: Attention;
  /** Hands a text to the terminal's clipboard. */
  readonly copy?: ((text: string) => void) | undefined;
  readonly knowledge?: KnowledgeSource | undefined;
  readonly personalSnippets?: PersonalSnippets | undefined;
  /** What the citizen of a call would say when asked who they are; where citizens are simulated. */
  readonly citizenSays?: ((call: string) => string | undefined) | undefined;
}

/** Keeps one of a person's preferences; throws when it cannot. */
export type SavePreference = (key: SettingKey, value: SettingValue) => Promise<void> | void;

/** What the terminal and the key table do for the session. */
export interface SessionHooks {
  quit(): void;
  /** Draws the whole screen anew. */
  redraw(): void;
  /** Does an action by its id. */
  perform(id: string): void;
  /** Gives the terminal to another program until `work` has ended, as `TerminalLending.lend` does. */
  lend(work: () => void | Promise<void>): Promise<boolean>;
  /** Stops this program as the shell's Ctrl-Z does. */
  suspend(): void;
}

/** How long a change may take while the hub is known to be away; it is asked again later with the same key. */
const awayPatienceMs = 2500;
const reloadPauseMs = 1500;
/** How long a line of text is left to be read. */
const readingMs = 4000;

/** Owns the hub's client, the live stream and everything asked of the hub. The screen only reads its store and calls its commands. */
export class SeatSession {
  readonly store: Store<SeatModel>;
  readonly clock: Clock;
  readonly say: Say;
  hooks: SessionHooks = {
    quit: () => undefined,
    redraw: () => undefined,
    perform: () => undefined,
    lend: async () => false,
    suspend: () => undefined,
  };
  /** The second that clocks on the screen show: the clock's own, as fast as the line to the terminal carries it. */
  shownSecond: Store<number>;
  /** As last drawn: how far the long text scrolls, the lines of a page, what the palette offers. */
  readonly view: { most: number; page: number; found: readonly Offer[] } = { most: 0, page: 10, found: [] };
  /** As last drawn: rows of the list, of articles or of tickets; in the reader, its page, how far it scrolls, the first line of each part. */
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
  /** As last drawn: the field of the answer, in cells and rows, and how many lines its text has; what the list of snippets offers. */
  readonly answer: { cells: number; rows: number; lines: number } = { cells: 80, rows: 10, lines: 1 };
  readonly offered: { snippets: readonly OfferedSnippet[] } = { snippets: [] };
  /** What was edited outside and was too long to be taken, by call. */
  readonly editedOutside = new Map<string, string>();
  /** What fields cut and copy into. */
  readonly register: FieldRegister;
  /** Where the person's own snippets are; absent: there are none. */
  readonly personalSnippets: PersonalSnippets | undefined;
  client: HubClient | undefined;
  private readonly options: SessionOptions;
  private readonly intents = new Intents();
  private readonly ring: (before: SeatModel, after: SeatModel) => void;
  private readonly reminders = new Reminders();
  private readonly underWay = new Set<string>();
  private readonly knowledge: SeatKnowledge | undefined;
  private readonly useFile: ArticleUseFile | undefined;
  private readonly listsFile: ListUseFile | undefined;
  private readonly kept: Safekeeping;
  private stopped = new AbortController();

  constructor(options: SessionOptions) {
    this.options = options;
    this.client = options.client;
    this.clock = options.clock;
    this.shownSecond = options.clock.second;
    this.say = options.say ?? sayIn(options.language);
    this.personalSnippets = options.personalSnippets;
    this.register = createRegister((text, how) => this.toldOfRegister(text, how));
    this.ring = createBell(options.clock, (call) => options.attention?.call(call));
    const model = {
      ...emptyModel(options.language, options.mode, options.clock.now()),
      preferences: options.preferences ?? defaultPreferences,
    };
    this.store = createStore(options.client ? model : { ...model, signedIn: false, screen: 'sign-in' });
    const dir = options.knowledge?.dir;
    this.knowledge =
      options.knowledge &&
      new SeatKnowledge(options.knowledge, (change) =>
        this.store.update((model) => ({ ...model, knowledge: change(model.knowledge) })),
      );
    if (dir !== undefined) {
      this.useFile = new ArticleUseFile(dir);
      this.listsFile = new ListUseFile(dir);
    }
    this.readUse(undefined);
    this.kept = new Safekeeping({
      dir: options.desk,
      store: this.store,
      clock: options.clock,
      say: this.say,
      client: () => this.client,
      signedOut: (refusal) => this.signedOut(refusal),
    });
  }

  get outbox(): Outbox {
    return this.kept.outbox;
  }

  /** How this person likes their seat, now. */
  get preferences(): SeatPreferences {
    return this.store.get().preferences;
  }

  /** Changes one for now, at once, and keeps it for the next time; throws when that cannot be. */
  async setPreference(key: SettingKey, value: SettingValue): Promise<void> {
    this.store.update((model) => ({ ...model, preferences: { ...model.preferences, [key]: value } }));
    await this.options.savePreference?.(key, value);
  }

  start(): void {
    this.clock.start();
    this.clock.second.subscribe(() => {
      this.keepToday();
      this.kept.look();
      this.remind();
    });
    if (this.client) void this.follow(this.client);
  }

  async close(): Promise<void> {
    this.clock.stop();
    await this.kept.close();
    this.stopped.abort();
    this.knowledge?.close();
  }

  /** Opens what lies on this machine: the desk, the knowledge; for when the first frame stands. Says so when it cannot be kept on this machine. */
  async openKnowledge(): Promise<void> {
    this.kept.tellTrouble();
    const copy = await this.knowledge?.open().catch((error: Error) => {
      this.notice('refused', this.say('kb.unreadable', { reason: error.message }));
      return undefined;
    });
    if (copy?.trouble) this.notice('refused', this.say('kb.trouble', { reason: copy.trouble.reason }));
    else if (copy?.setAside !== undefined) this.notice('warning', this.say('kb.set-aside', { file: copy.setAside }));
    // A large list is laid out before the first key asks for it.
    choiceOf(this.store.get(), screenLookup);
  }

  /** What a simulated citizen would say of themselves. */
  citizenSays(call: string): string | undefined {
    return this.options.citizenSays?.(call);
  }

  /** Hands a text to the terminal's clipboard. */
  copy(text: string): void {
    this.options.copy?.(text);
  }

  private toldOfRegister(text: string, how: 'cut' | 'copy'): void {
    if (text === '') {
      this.notice('info', this.say(how === 'cut' ? 'field.nothing-selected' : 'field.nothing'));
      return;
    }
    this.copy(text);
    if (how === 'copy') this.notice('done', this.say('field.copied', { count: [...text].length }));
  }

  /** Changes what is known of this person's use of articles, and keeps it. */
  changeUse(change: (use: ArticleUse) => ArticleUse): void {
    this.store.update((model) => ({ ...model, use: change(model.use) }));
    this.useFile?.change(this.store.get().me?.id, change);
  }

  /** Changes how this person has their lists, and keeps it. */
  changeLists(change: (lists: ListUse) => ListUse): void {
    this.store.update((model) => ({ ...model, lists: change(model.lists) }));
    this.listsFile?.change(this.store.get().me?.id, () => this.store.get().lists);
  }

  notice(kind: Notice['kind'], text: string): void {
    this.store.update((model) => withNotice(model, kind, text, this.clock.now()));
  }

  /** Everything typed is on the disk when this returns. */
  save(): void {
    this.kept.save();
  }

  /** The person leaves: everything is sent now, as far as the hub takes it in a short time. */
  async leave(): Promise<void> {
    await this.kept.leave();
  }

  /** The earlier texts of an answer, the newest first. */
  olderTexts(call: string): readonly OlderPaper[] {
    const { me } = this.store.get();
    return me ? this.kept.desk.others.of(me.id, call) : [];
  }

  /** Goes on with an earlier text; the one that stands there is put by in its place. */
  bringBack(older: OlderPaper): void {
    this.kept.bringBack(older);
  }

  /** What is written about a matter stays as one of its other texts, and is not on the desk any more. */
  putAside(subject: string): void {
    this.kept.putAside(subject);
  }

  /** A text for which there is no place on the desk stays as one of the other texts of its matter. */
  putBy(person: string, subject: string, text: string): void {
    this.kept.putBy(person, subject, text);
  }

  /** Whether what is typed can be kept on this machine. */
  get keeps(): boolean {
    return this.kept.desk.lasts;
  }

  /** Throws away what is written about a matter, at the hub too. */
  throwAway(subject: string): void {
    this.kept.throwAway(subject);
  }

  /** Signs in with another client; throws what the hub says. */
  async signIn(url: string, token: string): Promise<void> {
    if (!this.options.signIn) return;
    const client = await this.options.signIn(url, token);
    this.stopped.abort();
    this.stopped = new AbortController();
    this.kept.pause();
    this.client = client;
    this.store.update((model) => showScreen({ ...withNobody(model), signedIn: true }, 'queue'));
    void this.follow(client);
  }

  /** Asks the hub for a change. Pressing again while it is under way does nothing. */
  async ask<R>(asked: Asked<R>): Promise<Answer> {
    const { client } = this;
    if (!client || this.underWay.has(asked.id)) return { state: 'busy' };
    this.underWay.add(asked.id);
    this.store.update((model) => ({ ...model, busy: asked.id }));
    const away = this.store.get().connection.state === 'away';
    const signals = [this.stopped.signal, ...(away ? [AbortSignal.timeout(awayPatienceMs)] : [])];
    const idempotencyKey = this.intents.keyOf(asked.id, asked.content);
    try {
      const reply = await asked.run(client, { idempotencyKey, signal: AbortSignal.any(signals) });
      this.intents.answered(asked.id);
      this.store.update((model) => asked.done(model, reply));
      return { state: 'done' };
    } catch (error) {
      if (error instanceof HubError && !unanswered(error)) {
        this.intents.answered(asked.id);
        if (error.code === 'not_signed_in') this.signedOut(error);
        return { state: 'refused', text: refusalText(error, asked.about, this.say), error };
      }
      return { state: 'away', text: this.say('away.again', { what: this.say(asked.what) }) };
    } finally {
      this.underWay.delete(asked.id);
      this.store.update((model) => (model.busy === asked.id ? { ...model, busy: undefined } : model));
    }
  }

  /** Asks and tells how it went on the notice line, when there is something to tell. */
  async tell<R>(asked: Asked<R>): Promise<Answer> {
    const outcome = await this.ask(asked);
    if (outcome.state === 'refused' || outcome.state === 'away') this.notice(outcome.state, outcome.text);
    return outcome;
  }

  /** Another person sits here than before, as far as was known. */
  private beOther(person: string): void {
    this.store.update((model) => ({
      ...forgetLookedFor(forgetAccounts(model)),
      corrections: new Map([...model.corrections].filter(([, { filedBy }]) => filedBy.id === person)),
    }));
    this.readUse(person);
  }

  /** `person` undefined: the hub has not said yet who this is. */
  private readUse(person: string | undefined): void {
    const use = this.useFile?.read(person);
    const lists = this.listsFile?.read(person);
    if (use && lists) this.store.update((model) => withTopicOf(lists, { ...model, use, lists }));
  }

  private keepToday(): void {
    this.store.update((model) => {
      const now = this.clock.now() + model.clockOffset;
      const [today, minute] = [dayOf(now), minuteOf(now)];
      return minute === model.minute ? model : { ...model, today, minute };
    });
  }

  /** Brings to mind what runs out, unless the person is still reading what a key of theirs has done. */
  private remind(): void {
    const model = this.store.get();
    const now = this.clock.now();
    if (model.notice && now - model.notice.at < readingMs) return;
    const reminder = this.reminders.due(model, now + model.clockOffset, this.say);
    if (!reminder) return;
    this.notice('warning', reminder.text);
    if (reminder.last) this.options.attention?.reminder();
  }

  private signedOut(refusal: HubError): void {
    this.stopped.abort();
    this.kept.pause();
    this.register.clear();
    this.editedOutside.clear();
    this.store.update((model) => ({
      ...withNotice(withNobody(model), 'refused', refusalText(refusal, '', this.say), this.clock.now()),
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
      if (error instanceof HubError) this.signedOut(error);
      else if (!signal.aborted) throw error;
    }
  }

  private receive(message: LiveMessage): void {
    const before = this.store.get();
    // What the line tells need not be drawn at once; a connection that breaks must.
    const calmly = message.kind === 'disconnected' ? undefined : 'calmly';
    this.store.update((model) => applyLive(model, message, this.clock.now()), calmly);
    this.afterNews(before);
    if (message.kind === 'connected') this.kept.connected();
    if (message.kind === 'disconnected' && !this.store.get().loaded) this.kept.recall();
    if (message.kind === 'paper') void this.kept.paperAtHub(message.screen, this.stopped.signal);
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
    this.notice('warning', `${this.say(key, { id: newest.document, answer: newest.answer })}${more}`);
    const articles = fresh.map(({ document }) => document);
    this.changeUse((now) => haveBeenTold(now, articles, newest.answeredAt));
  }

  private async loadCorrections(client: HubClient, signal: AbortSignal): Promise<void> {
    const corrections = await loadOwnCorrections(client, signal);
    this.store.update((model) => applyCorrections(model, corrections));
    this.tellAnswers();
  }

  private afterNews(before: SeatModel): void {
    const after = this.store.get();
    this.kept.findLeftOver();
    for (const call of myCalls(before)) {
      const now = after.calls.get(call.id);
      // Taken away by a supervisor, or lost with the lease; what this seat did itself is told by itself.
      const own = before.outbox.some(({ subject }) => subject === call.id) || after.busy !== undefined;
      if (now && now.seat?.id !== after.me?.id && !own && now.state !== 'returned') {
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
        this.kept.begin(snapshot.me.id);
        void this.kept.atHub(signal);
        void this.loadCorrections(client, signal);
        void readOlderTickets(client, snapshot, signal, (change) => this.store.update(change));
        const active = activeCall(this.store.get());
        // A seat that comes back in the middle of a conversation finds it open, unless the person is at something else already.
        const idle = before.screen === 'queue' && before.overlay === undefined;
        if (!before.loaded && active && idle) this.store.update((model) => showCall(model, active.id));
        this.afterNews(before.loaded ? before : this.store.get());
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof HubError && !unanswered(error)) return this.signedOut(error);
        await sleep(reloadPauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async loadSettings(client: HubClient, signal: AbortSignal): Promise<void> {
    const reply = await client.call('settings.show', { signal }).catch(() => undefined);
    if (reply) this.store.update((model) => ({ ...model, settings: reply.settings }));
  }
}
