import type { HubClient } from '../../client/hub-client.ts';
import type { HubError } from '../../client/hub-error.ts';
import type { PersonalSnippets } from '../../client/personal-snippets.ts';
import { defaultPreferences, type SeatPreferences } from '../../client/seat-preferences.ts';
import { dayOf } from '../text/time.ts';
import { type Say, sayIn } from '../words/words.ts';
import { refusalText } from './asked.ts';
import { Asking } from './asking.ts';
import { createBell } from './bell.ts';
import type { Clock } from './clock.ts';
import { followConversation } from './conversation/follow.ts';
import { emptyTalk } from './conversation/talk-state.ts';
import { showScreen, withNotice } from './desk.ts';
import { createRegister, type FieldRegister } from './field-register.ts';
import { Habits } from './habits.ts';
import { choiceOf, screenLookup } from './knowledge/lookup.ts';
import { SeatKnowledge } from './knowledge/seat-knowledge.ts';
import { LineFollower } from './line-follower.ts';
import { emptyModel, minuteOf, type Notice, type SeatModel } from './model.ts';
import type { Offer, SettingKey, SettingValue } from './palette/offer.ts';
import { markedAsPractice } from './practice-mark.ts';
import { Reminders } from './reminders.ts';
import { Safekeeping } from './safekeeping.ts';
import type { SessionHooks, SessionOptions } from './session-options.ts';
import { withNobody } from './signed-out.ts';
import type { OfferedSnippet } from './snippets/offered-snippets.ts';
import { createStore, type Store } from './store.ts';

/** How long a line of text is left to be read. */
const readingMs = 4000;

/** One seat while it is open: who sits there, at which hub, and what works for them. The screen only reads its store and calls its commands. */
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
  /** As last drawn: how far what was said scrolls, the lines of a page. */
  readonly talkView: { most: number; page: number } = { most: 0, page: 10 };
  /** As last drawn: the field of the answer, in cells and rows, and how many lines its text has; what the list of snippets offers. */
  readonly answer: { cells: number; rows: number; lines: number } = { cells: 80, rows: 10, lines: 1 };
  readonly offered: { snippets: readonly OfferedSnippet[] } = { snippets: [] };
  /** What was edited outside and was too long to be taken, by call. */
  readonly editedOutside = new Map<string, string>();
  /** What fields cut and copy into. */
  readonly register: FieldRegister;
  /** Opens the person's own snippets; absent: there are none. */
  readonly personalSnippets: (() => Promise<PersonalSnippets>) | undefined;
  /** What must not be lost. */
  readonly kept: Safekeeping;
  readonly habits: Habits;
  readonly asking: Asking;
  client: HubClient | undefined;
  private readonly options: SessionOptions;
  private readonly reminders = new Reminders();
  private readonly knowledge: SeatKnowledge | undefined;
  private readonly line: LineFollower;
  private stopListening: () => void = () => undefined;
  private stopped = new AbortController();

  constructor(options: SessionOptions) {
    this.options = options;
    this.client = options.client;
    this.clock = options.clock;
    this.shownSecond = options.clock.second;
    this.say = options.say ?? sayIn(options.language);
    this.personalSnippets = options.personalSnippets;
    this.register = createRegister((text, how) => this.toldOfRegister(text, how));
    const model = {
      ...emptyModel(options.language, options.mode, options.clock.now()),
      preferences: options.preferences ?? defaultPreferences,
      talk: options.conversation && emptyTalk,
    };
    this.store = createStore(options.client ? model : { ...model, signedIn: false, screen: 'sign-in' });
    this.habits = new Habits(this.store, options.knowledge?.dir);
    this.habits.read(undefined);
    this.knowledge =
      options.knowledge &&
      new SeatKnowledge(options.knowledge, (change) =>
        this.store.update((model) => ({ ...model, knowledge: change(model.knowledge) })),
      );
    const { store, clock, say } = this;
    const client = () => this.client;
    const signedOut = (refusal: HubError) => this.signedOut(refusal);
    const notice = (kind: Notice['kind'], text: string) => this.notice(kind, text);
    const bell = createBell(clock, (call) => options.attention?.call(call));
    this.kept = new Safekeeping({ dir: options.desk, store, clock, say, client, signedOut });
    this.asking = new Asking({ store, say, client, stopped: () => this.stopped.signal, signedOut, notice });
    const { kept, habits, knowledge } = this;
    this.line = new LineFollower({ store, clock, say, kept, habits, knowledge, bell, notice, signedOut });
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
    if (this.client) void this.line.follow(this.client, this.stopped.signal);
    const { conversation, attention } = this.options;
    if (conversation)
      this.stopListening = followConversation(conversation, {
        store: this.store,
        clock: this.clock,
        attention,
        tellOver: (why) => this.notice('warning', why),
        close: () => this.hooks.quit(),
      });
  }

  async close(): Promise<void> {
    this.clock.stop();
    this.stopListening();
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

  /** The expert says something aloud. */
  speak(call: string, text: string): void {
    this.options.conversation?.say(call, text);
  }

  /** Hands a text to the terminal's clipboard; one of an exercise says so wherever it is pasted. */
  copy(text: string): void {
    this.options.copy?.(markedAsPractice(this.store.get(), text, this.say));
  }

  private toldOfRegister(text: string, how: 'cut' | 'copy'): void {
    if (text === '') {
      this.notice('info', this.say(how === 'cut' ? 'field.nothing-selected' : 'field.nothing'));
      return;
    }
    this.copy(text);
    if (how === 'copy') this.notice('done', this.say('field.copied', { count: [...text].length }));
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

  /** Signs in with another client; throws what the hub says. */
  async signIn(url: string, token: string): Promise<void> {
    if (!this.options.signIn) return;
    const client = await this.options.signIn(url, token);
    this.stopped.abort();
    this.stopped = new AbortController();
    this.kept.pause();
    this.client = client;
    this.store.update((model) => showScreen({ ...withNobody(model), signedIn: true }, 'queue'));
    void this.line.follow(client, this.stopped.signal);
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
}
