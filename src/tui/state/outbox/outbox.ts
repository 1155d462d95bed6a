import type { DeskStore } from '../../../client/desk/desk-store.ts';
import type { OutboxEntry, Posting } from '../../../client/desk/outbox-entry.ts';
import type { HubClient } from '../../../client/hub-client.ts';
import { HubError } from '../../../client/hub-error.ts';
import type { Say } from '../../words/words.ts';
import { type Outcome, refusalText, unanswered } from '../asked.ts';
import type { Clock } from '../clock.ts';
import type { SeatModel } from '../model.ts';
import type { Store } from '../store.ts';
import { arrivedBefore } from './arrived.ts';
import { isRefused, textOfEntry, wentElsewhere } from './entries.ts';

/** Pause before an attempt that got no answer is made again, doubled each time up to the longest. Milliseconds. */
const firstPauseMs = 500;
const longestPauseMs = 15_000;
/** More than the longest time in which anything can be taken back: what is due later than this was written before the clock was set back. */
const mostDelayMs = 61_000;

export interface OutboxHooks {
  client(): HubClient | undefined;
  /** It was done at the hub. `waited`: somebody waits for it on the screen. */
  arrived(entry: OutboxEntry, reply: unknown, waited: boolean): void;
  /** The hub did not take it, and nobody waits for it on the screen. */
  refused(entry: OutboxEntry): void;
  signedOut(refusal: HubError): void;
}

/**
 * What one person asked for and the hub is yet to do. It is on the disk before it is sent, and until it has been answered; it is sent
 * in order, each entry under its own idempotency key however often, so that nothing is done twice and nothing is lost.
 */
export class Outbox {
  private readonly desk: DeskStore;
  private readonly store: Store<SeatModel>;
  private readonly clock: Clock;
  private readonly say: Say;
  private readonly hooks: OutboxHooks;
  private person: string | undefined;
  private readonly waiters = new Map<string, (outcome: Outcome) => void>();
  private readonly failures = new Map<string, { count: number; notBefore: number }>();
  private sending: Promise<void> | undefined;
  /** Ends with the person. */
  private seated = new AbortController();
  private readonly stopped = new AbortController();

  constructor(desk: DeskStore, store: Store<SeatModel>, clock: Clock, say: Say, hooks: OutboxHooks) {
    this.desk = desk;
    this.store = store;
    this.clock = clock;
    this.say = say;
    this.hooks = hooks;
  }

  begin(person: string): void {
    this.person = person;
    this.failures.clear();
    this.takeIn();
    this.kick();
  }

  /** Nobody sits here, or somebody else is about to: nothing goes out in their name. */
  pause(): void {
    this.person = undefined;
    this.seated.abort();
    this.seated = new AbortController();
    this.store.update((model) => (model.outbox.length === 0 ? model : { ...model, outbox: [] }));
  }

  /** Reads what is to be sent, as this and other windows left it. */
  takeIn(): void {
    if (this.person === undefined) return;
    const outbox = this.desk.outbox.of(this.person);
    this.store.update((model) =>
      JSON.stringify(outbox) === JSON.stringify(model.outbox) ? model : { ...model, outbox },
    );
  }

  /**
   * Writes a change down, to be sent when it is due. Undefined while nobody is known to sit here. The text of a refusal whose place it takes
   * is put by: nobody may have looked after it.
   */
  post(posting: Posting): OutboxEntry | undefined {
    const { person } = this;
    if (person === undefined) return undefined;
    const { route, subject } = posting;
    for (const before of this.desk.outbox.of(person)) {
      const text = textOfEntry(before);
      if (!before.refused || before.route !== route || before.subject !== subject || text === '') continue;
      const paper = { text, caret: text.length, articles: [], forms: {} };
      this.desk.others.put(person, subject, paper, before.refused.at);
    }
    const entry = this.desk.outbox.post(person, posting);
    this.takeIn();
    return entry;
  }

  /** Sends an entry and waits for the answer as long as the hub is there; without it, it is sent later. */
  async deliver(entry: OutboxEntry): Promise<Outcome> {
    const away = () => this.store.get().connection.state !== 'connected';
    if (away()) return { state: 'queued' };
    const answer = new Promise<Outcome>((resolve) => this.waiters.set(entry.key, resolve));
    const stop = this.store.subscribe(() => {
      if (away()) this.tellWaiter(entry, { state: 'queued' });
    });
    this.kick();
    try {
      return await answer;
    } finally {
      stop();
    }
  }

  /** Sends an entry without waiting until it cannot be taken back any more. */
  hurry(entry: OutboxEntry): void {
    const now = this.clock.now();
    if (this.person === undefined || entry.dueAt <= now) return;
    this.desk.outbox.dueNow(this.person, now, entry.key);
    this.takeIn();
    this.kick();
  }

  /** Takes back what nobody sent yet. False when it is too late, undefined when it could not be found out. */
  takeBack(entry: OutboxEntry): boolean | undefined {
    const taken = this.desk.outbox.takeBack(entry.key);
    this.takeIn();
    return taken;
  }

  /** A refusal has been looked after. */
  settle(entry: OutboxEntry): void {
    this.desk.outbox.settle(entry.key);
    this.takeIn();
  }

  /** Sends what is due, if the hub is there; also what failed a moment ago when it has only just come back. */
  kick(hubIsBack = false): void {
    if (hubIsBack) this.failures.clear();
    this.sending ??= this.sendDue().finally(() => {
      this.sending = undefined;
    });
  }

  /** Sends everything now, also what could still be taken back. Resolves when there is nothing left to try. */
  async sendAll(): Promise<void> {
    if (this.person === undefined) return;
    this.desk.outbox.dueNow(this.person, this.clock.now());
    this.failures.clear();
    this.takeIn();
    await this.sending;
    this.kick();
    await this.sending;
  }

  /** What is under way is given up, to be asked again under its key at the next start. */
  async close(): Promise<void> {
    this.stopped.abort();
    await this.sending;
  }

  private async sendDue(): Promise<void> {
    for (let next = this.next(); next; next = this.next()) await this.send(next);
  }

  /** The first that is due; of each matter only its oldest, so that what was done to it keeps its order. */
  private next(): OutboxEntry | undefined {
    const { connection, outbox } = this.store.get();
    if (connection.state !== 'connected' || this.stopped.signal.aborted) return undefined;
    const [now, running] = [this.clock.now(), performance.now()];
    const before = new Set<string>();
    for (const entry of outbox.filter((one) => !isRefused(one))) {
      const first = !before.has(entry.subject);
      before.add(entry.subject);
      const due = entry.dueAt <= now || entry.dueAt - now > mostDelayMs;
      if (first && due && (this.failures.get(entry.key)?.notBefore ?? 0) <= running) return entry;
    }
    return undefined;
  }

  private async send(entry: OutboxEntry): Promise<void> {
    const client = this.hooks.client();
    const { person, seated } = this;
    if (!client || person === undefined) return this.noAnswer(entry);
    // Another window may have sent it, or taken it back, since it was read.
    const claimed = this.desk.outbox.claim(entry.key);
    this.takeIn();
    if (claimed === undefined) this.noAnswer(entry);
    if (!claimed) return;
    try {
      this.done(person, entry, await ask(client, entry, AbortSignal.any([this.stopped.signal, seated.signal])));
    } catch (error) {
      if (error instanceof HubError && !unanswered(error)) await this.refuse(person, client, entry, error);
      else this.noAnswer(entry);
    }
  }

  private done(person: string, entry: OutboxEntry, reply: unknown): void {
    this.desk.outbox.settle(entry.key);
    this.failures.delete(entry.key);
    this.takeIn();
    if (person === this.person) this.hooks.arrived(entry, reply, this.waiters.has(entry.key));
    this.tellWaiter(entry, { state: 'done' });
  }

  /** Of `person`, who may not sit here any more: then the refusal is kept for them, and is nothing to who does. */
  private async refuse(person: string, client: HubClient, entry: OutboxEntry, error: HubError): Promise<void> {
    if (error.code === 'not_signed_in') {
      this.noAnswer(entry);
      this.tellWaiter(entry, { state: 'refused', text: refusalText(error, entry.about, this.say), error });
      if (client === this.hooks.client() && person === this.person) this.hooks.signedOut(error);
      return;
    }
    const reply = await arrivedBefore(client, entry, error.code, person);
    if (reply) {
      this.done(person, entry, reply);
      return;
    }
    const text = refusalText(error, entry.about, this.say);
    if (this.waiters.has(entry.key) && !wentElsewhere(error.code)) {
      // Said in the form, which is open and keeps what was typed.
      this.settle(entry);
      this.tellWaiter(entry, { state: 'refused', text, error });
      return;
    }
    const refused = { code: error.code, text, at: this.clock.now() };
    const news = this.desk.outbox.refuse(person, entry, refused);
    this.takeIn();
    this.tellWaiter(entry, { state: 'refused', text, error });
    if (news && person === this.person) this.hooks.refused({ ...entry, refused });
  }

  private noAnswer(entry: OutboxEntry): void {
    const count = (this.failures.get(entry.key)?.count ?? 0) + 1;
    const pause = Math.min(firstPauseMs * 2 ** (count - 1), longestPauseMs);
    // Not by the clock of the day, which is set now and then.
    this.failures.set(entry.key, { count, notBefore: performance.now() + pause });
    this.tellWaiter(entry, { state: 'queued' });
  }

  private tellWaiter(entry: OutboxEntry, outcome: Outcome): void {
    this.waiters.get(entry.key)?.(outcome);
    this.waiters.delete(entry.key);
  }
}

/** An entry's route, params and body fit together: they were put together where they were typed. */
const ask = (client: HubClient, entry: OutboxEntry, signal: AbortSignal): Promise<unknown> => {
  const { route, params, body, key } = entry;
  return client.call(route, { params, body, idempotencyKey: key, signal } as never);
};
