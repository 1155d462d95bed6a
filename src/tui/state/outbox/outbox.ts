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
import { isRefused, wentElsewhere } from './entries.ts';

/** Pause before an attempt that got no answer is made again, doubled each time up to the longest. Milliseconds. */
const firstPauseMs = 500;
const longestPauseMs = 15_000;

export interface OutboxHooks {
  client(): HubClient | undefined;
  /** It was done at the hub. `waited`: somebody waits for it on the screen. */
  arrived(entry: OutboxEntry, reply: unknown, waited: boolean): void;
  /** The hub did not take it, and nobody waits for it on the screen. */
  refused(entry: OutboxEntry): void;
  signedOut(reason: string): void;
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
  private readonly waiters = new Map<number, (outcome: Outcome) => void>();
  private readonly failures = new Map<number, { count: number; notBefore: number }>();
  private sending: Promise<void> | undefined;
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
    this.store.update((model) => (model.outbox.length === 0 ? model : { ...model, outbox: [] }));
  }

  /** Reads what is to be sent, as this and other windows left it. */
  takeIn(): void {
    if (this.person === undefined) return;
    const outbox = this.desk.outbox(this.person);
    this.store.update((model) =>
      JSON.stringify(outbox) === JSON.stringify(model.outbox) ? model : { ...model, outbox },
    );
  }

  /** Writes a change down, to be sent when it is due. Undefined while nobody is known to sit here. */
  post(posting: Posting): OutboxEntry | undefined {
    if (this.person === undefined) return undefined;
    const entry = this.desk.post(this.person, posting);
    this.takeIn();
    return entry;
  }

  /** Sends an entry and waits for the answer as long as the hub is there; without it, it is sent later. */
  async deliver(entry: OutboxEntry): Promise<Outcome> {
    const away = () => this.store.get().connection.state !== 'connected';
    if (away()) return { state: 'queued' };
    const answer = new Promise<Outcome>((resolve) => this.waiters.set(entry.place, resolve));
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
    this.desk.dueNow(this.person, now, entry.place);
    this.takeIn();
    this.kick();
  }

  /** Takes back what nobody sent yet. False when it is too late. */
  takeBack(entry: OutboxEntry): boolean {
    const taken = this.desk.takeBack(entry.place);
    this.takeIn();
    return taken;
  }

  /** A refusal has been looked after. */
  settle(entry: OutboxEntry): void {
    this.desk.settle(entry.place);
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
    this.desk.dueNow(this.person, this.clock.now());
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
    const now = this.clock.now();
    const before = new Set<string>();
    for (const entry of outbox.filter((one) => !isRefused(one))) {
      const first = !before.has(entry.subject);
      before.add(entry.subject);
      const ready = entry.dueAt <= now && (this.failures.get(entry.place)?.notBefore ?? 0) <= now;
      if (first && ready) return entry;
    }
    return undefined;
  }

  private async send(entry: OutboxEntry): Promise<void> {
    const client = this.hooks.client();
    // Another window may have sent it, or taken it back, since it was read.
    const claimed = client !== undefined && this.desk.claim(entry.place);
    this.takeIn();
    if (!claimed) return;
    try {
      this.done(entry, await ask(client, entry, this.stopped.signal));
    } catch (error) {
      if (error instanceof HubError && !unanswered(error)) await this.refuse(client, entry, error);
      else this.noAnswer(entry);
    }
  }

  private done(entry: OutboxEntry, reply: unknown): void {
    this.desk.settle(entry.place);
    this.failures.delete(entry.place);
    this.takeIn();
    this.hooks.arrived(entry, reply, this.waiters.has(entry.place));
    this.tellWaiter(entry, { state: 'done' });
  }

  private async refuse(client: HubClient, entry: OutboxEntry, error: HubError): Promise<void> {
    if (error.code === 'not_signed_in') {
      this.noAnswer(entry);
      this.tellWaiter(entry, { state: 'refused', text: error.message, error });
      this.hooks.signedOut(error.message);
      return;
    }
    const reply = await arrivedBefore(client, entry, error.code, this.store.get().me?.id);
    if (reply) {
      this.done(entry, reply);
      return;
    }
    const text = refusalText(error, entry.about, this.say);
    if (this.waiters.has(entry.place) && !wentElsewhere(error.code)) {
      // Said in the form, which is open and keeps what was typed.
      this.settle(entry);
      this.tellWaiter(entry, { state: 'refused', text, error });
      return;
    }
    const refused = { code: error.code, text, at: this.clock.now() };
    if (this.person !== undefined) this.desk.refuse(this.person, entry, refused);
    this.takeIn();
    this.tellWaiter(entry, { state: 'refused', text, error });
    this.hooks.refused({ ...entry, refused });
  }

  private noAnswer(entry: OutboxEntry): void {
    const count = (this.failures.get(entry.place)?.count ?? 0) + 1;
    const pause = Math.min(firstPauseMs * 2 ** (count - 1), longestPauseMs);
    this.failures.set(entry.place, { count, notBefore: this.clock.now() + pause });
    this.tellWaiter(entry, { state: 'queued' });
  }

  private tellWaiter(entry: OutboxEntry, outcome: Outcome): void {
    this.waiters.get(entry.place)?.(outcome);
    this.waiters.delete(entry.place);
  }
}

/** An entry's route, params and body fit together: they were put together where they were typed. */
const ask = (client: HubClient, entry: OutboxEntry, signal: AbortSignal): Promise<unknown> => {
  const { route, params, body, key } = entry;
  return client.call(route, { params, body, idempotencyKey: key, signal } as never);
};
