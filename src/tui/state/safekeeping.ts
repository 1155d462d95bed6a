import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { DeskStore, type OlderPaper } from '../../client/desk/desk-store.ts';
import type { OutboxEntry } from '../../client/desk/outbox-entry.ts';
import type { HubClient } from '../../client/hub-client.ts';
import { CallView } from '../../contract/shapes/call.ts';
import { TicketView } from '../../contract/shapes/ticket.ts';
import { UserView } from '../../contract/shapes/user.ts';
import type { Say } from '../words/words.ts';
import type { Clock } from './clock.ts';
import { draftOf, showCall, withNotice } from './desk.ts';
import { applyCallAndTicket } from './line.ts';
import type { Notice, SeatModel } from './model.ts';
import { arrivalOf, sentAs } from './outbox/arrival.ts';
import { textOfEntry, unsent } from './outbox/entries.ts';
import { Outbox } from './outbox/outbox.ts';
import { loadStanding } from './outbox/standing.ts';
import { HubPapers } from './papers/hub-papers.ts';
import { PaperKeeper } from './papers/keeper.ts';
import { paperOf, withPaper } from './papers/paper.ts';
import { activeCall, myCalls } from './selectors.ts';
import type { Store } from './store.ts';

/** How long who leaves waits for the hub to take what is still to be sent. Milliseconds. */
const leavingMs = 3000;

/** The same of a program that has been told to end. Milliseconds. */
const closingMs = 700;

/** Does what can be done in a time, and gives the rest up. */
const within = async (ms: number, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
  const over = new AbortController();
  const enough = sleep(ms, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work(over.signal), enough]);
  over.abort();
};

/** What a seat last heard of itself: enough to go on with its calls while no hub answers. */
const LastHeard = z.object({ me: UserView, calls: z.array(CallView), tickets: z.array(TicketView) });

export interface SafekeepingOptions {
  /** The folder of the desk; without one it lasts as long as the program. */
  readonly dir: string | undefined;
  readonly store: Store<SeatModel>;
  readonly clock: Clock;
  readonly say: Say;
  client(): HubClient | undefined;
  signedOut(reason: string): void;
}

/** What must not be lost, whatever happens to the program, the machine, the line or the hub: what is being written, and what was sent. */
export class Safekeeping {
  readonly papers: PaperKeeper;
  readonly outbox: Outbox;
  readonly desk: DeskStore;
  private readonly options: SafekeepingOptions;
  private readonly hubPapers: HubPapers;
  private person: string | undefined;
  private heard = '';
  private seenOf: readonly unknown[] = [];

  constructor(options: SafekeepingOptions) {
    const { dir, store, clock, say } = options;
    this.options = options;
    this.desk = new DeskStore(dir, clock.now());
    this.desk.onTrouble = (reason) => this.notice('refused', say('safe.trouble', { reason }));
    this.papers = new PaperKeeper(this.desk, store, clock.now, {
      saved: (subject) => this.hubPapers.changed(subject),
      replaced: (subject) => this.tellOther(subject),
      failed: (reason) => this.notice('refused', say('safe.trouble', { reason })),
    });
    this.hubPapers = new HubPapers({
      desk: this.desk,
      papers: this.papers,
      store,
      client: options.client,
      replaced: (subject) => this.tellOther(subject),
    });
    this.outbox = new Outbox(this.desk, store, clock, say, {
      client: options.client,
      arrived: (entry, reply, waited) => this.arrived(entry, reply, waited),
      refused: (entry) => this.refused(entry),
      signedOut: options.signedOut,
    });
  }

  /** Says what is wrong with the desk on this machine, if anything is. */
  tellTrouble(): void {
    const { trouble, setAside } = this.desk;
    const { say } = this.options;
    if (trouble !== undefined) this.notice('refused', say('safe.trouble', { reason: trouble }));
    else if (setAside !== undefined) this.notice('refused', say('safe.set-aside', { file: setAside }));
  }

  /** The hub does not answer at the start: what this seat heard last is what it goes on with. */
  recall(): void {
    const { store, client } = this.options;
    const token = client()?.options.token;
    if (store.get().me || token === undefined) return;
    const heard = this.desk.seat(token, LastHeard);
    if (!heard) return;
    const { me } = heard;
    store.update((model) => ({
      ...model,
      me,
      calls: new Map(heard.calls.map((call) => [call.id, call])),
      tickets: heard.tickets.reduce((rows, ticket) => rows.with(ticket), model.tickets),
    }));
    this.begin(me.id);
    const call = activeCall(store.get()) ?? myCalls(store.get())[0];
    if (call) store.update((model) => showCall(model, call.id));
  }

  /** This person sits here: their papers come, and what they sent goes on its way. */
  begin(person: string): void {
    if (this.person !== person) {
      this.person = person;
      this.desk.changedElsewhere();
      this.papers.begin(person);
      this.hubPapers.begin(person);
      this.outbox.begin(person);
    }
  }

  /** Nobody sits here, or somebody else is about to: what is here is saved, and nothing goes out until it is known who it is. */
  pause(): void {
    this.save();
    this.person = undefined;
    this.papers.pause();
    this.hubPapers.pause();
    this.outbox.pause();
  }

  /** The hub said what there is: its papers are compared with those here, and what waited is sent. */
  async atHub(signal: AbortSignal): Promise<void> {
    this.outbox.kick(true);
    await this.hubPapers.compare(signal);
    this.findLeftOver();
  }

  /** Another screen of this person wrote something. */
  async paperAtHub(screen: string, signal: AbortSignal): Promise<void> {
    if (screen !== this.desk.name) await this.hubPapers.compare(signal);
  }

  /** Every second. */
  look(): void {
    if (this.desk.changedElsewhere()) {
      this.papers.takeIn();
      this.outbox.takeIn();
    }
    this.outbox.kick();
    this.hubPapers.look();
    this.keepHeard();
  }

  connected(): void {
    this.outbox.kick(true);
  }

  /** Everything typed is on the disk when this returns. */
  save(): void {
    this.papers.flush();
  }

  /** The person leaves: everything is sent now, as far as the hub takes it in a short time; the rest waits for the next start. */
  async leave(): Promise<void> {
    this.save();
    await within(leavingMs, (signal) => Promise.all([this.outbox.sendAll(), this.hubPapers.sendAll(signal)]));
  }

  async close(): Promise<void> {
    this.papers.close();
    // For the next screen of this person: a window that was closed may be opened on another machine.
    await within(closingMs, (signal) => this.hubPapers.sendAll(signal));
    this.hubPapers.close();
    await this.outbox.close();
    this.keepHeard();
    this.desk.close();
  }

  /** Goes on with an earlier text; the one that stands there is put by in its place. */
  bringBack({ subject, paper, place }: OlderPaper): void {
    const { store, clock } = this.options;
    const { person } = this;
    if (person === undefined) return;
    const standing = paperOf(store.get(), subject);
    if (standing && standing.text !== '') this.desk.putOlder(person, subject, standing, clock.now());
    this.desk.dropOlder(place);
    store.update((model) => withPaper(model, subject, paper));
  }

  /** What is written about a matter stays as one of its other texts, and is not on the desk any more. */
  putAside(subject: string): void {
    const { store, clock } = this.options;
    const { person } = this;
    const paper = paperOf(store.get(), subject);
    if (person === undefined || !paper) return;
    this.desk.putOlder(person, subject, paper, clock.now());
    this.papers.forget(subject, 'kept');
    this.hubPapers.forget(subject);
  }

  /** The person does not want what is written about a matter any more. */
  forget(subject: string): void {
    this.papers.forget(subject);
    this.hubPapers.forget(subject);
  }

  /**
   * Answers whose ticket was finished by somebody else, or elsewhere, while they were being written: nobody can send them any more, and
   * they must not vanish.
   */
  findLeftOver(): void {
    const { store, say, clock } = this.options;
    const { person } = this;
    const model = store.get();
    if (person === undefined || !model.loaded) return;
    // What was submitted meets the same: there is no use in waiting until it cannot be taken back any more.
    for (const entry of unsent(model)) {
      if (entry.ticket !== '' && (model.tickets.get(entry.ticket)?.state ?? 'open') !== 'open')
        this.outbox.hurry(entry);
    }
    for (const [subject, draft] of model.drafts) {
      const call = model.calls.get(subject);
      const ticket = call && model.tickets.get(call.ticket);
      const text = draft.text.trim();
      if (!ticket || ticket.state === 'open' || model.outbox.some((entry) => entry.subject === subject)) continue;
      // Sent from another of their screens, of which this one had not seen the last words yet.
      const ownAnswer = ticket.handledBy?.id === model.me?.id && (ticket.answer ?? '').includes(text);
      if (text === '' || ownAnswer) {
        this.forget(subject);
        continue;
      }
      this.papers.flush();
      const entry = this.desk.post(person, {
        route: 'tickets.close',
        params: { number: ticket.number },
        body: { answer: draftOf(model, subject).text.trim() },
        about: ticket.name,
        subject,
        ticket: ticket.number,
        dueAt: clock.now(),
      });
      const by = ticket.handledBy?.name ?? '';
      const refused = {
        code: 'ticket_state' as const,
        text: say('outbox.left-over', { number: ticket.number, by }),
        at: clock.now(),
      };
      this.desk.refuse(person, entry, refused);
      this.outbox.takeIn();
      this.refused({ ...entry, refused });
    }
  }

  private notice(kind: Notice['kind'], text: string): void {
    const { store, clock } = this.options;
    store.update((model) => withNotice(model, kind, text, clock.now()));
  }

  private tellOther(subject: string): void {
    const { store, say } = this.options;
    const call = store.get().calls.get(subject);
    this.notice('warning', say('papers.other', { about: call?.name ?? subject }));
  }

  private arrived(entry: OutboxEntry, reply: unknown, waited: boolean): void {
    const { store, say } = this.options;
    const { model, told } = arrivalOf(store.get(), entry, reply, waited, say);
    store.update(() => ({
      ...model,
      ...(entry.ticket !== '' && told !== undefined && { sentLast: sentAs(entry, say) }),
    }));
    if (told !== undefined) this.notice('done', told);
    if (entry.route !== 'calls.end') this.forget(entry.subject);
    if (entry.route.startsWith('tickets.')) void this.refresh(entry.subject);
  }

  /** The ticket's end may have ended its call. */
  private async refresh(call: string): Promise<void> {
    const { store, client } = this.options;
    const reply = await client()
      ?.call('calls.show', { params: { id: call } })
      .catch(() => undefined);
    if (reply) store.update((model) => applyCallAndTicket(model, reply.call, reply.ticket));
  }

  private refused(entry: OutboxEntry): void {
    const { store, client } = this.options;
    const text = entry.refused?.text ?? '';
    this.notice('refused', text);
    // Nothing was written in it that could be lost.
    if (textOfEntry(entry) === '') {
      this.outbox.settle(entry);
      return;
    }
    void loadStanding(client(), store, entry);
    store.update((model) => {
      const { overlay, screen } = model;
      // Never in the middle of what somebody types.
      const submitted = overlay?.kind === 'form' && model.forms.get(overlay.form)?.call === entry.subject;
      const done =
        screen === 'call' && model.callAt === entry.subject && model.tickets.get(entry.ticket)?.state !== 'open';
      const idle = screen === 'queue' || (screen === 'tickets' && !model.ticketList.typing);
      const here = submitted || (overlay === undefined && (done || idle));
      return here ? { ...model, overlay: { kind: 'conflict', entry: entry.place, at: 0, scroll: 0 } } : model;
    });
  }

  /** Writes down what this seat last heard of its calls, when that has changed. */
  private keepHeard(): void {
    const { store, client, clock } = this.options;
    const model = store.get();
    const token = client()?.options.token;
    const parts = [model.me, model.calls, model.tickets];
    if (!model.loaded || !model.me || token === undefined || parts.every((part, at) => part === this.seenOf[at]))
      return;
    this.seenOf = parts;
    const calls = [...model.calls.values()].filter(({ seat, id }) => seat?.id === model.me?.id && isAtHand(model, id));
    const tickets = calls.flatMap(({ ticket }) => model.tickets.get(ticket) ?? []);
    const heard = JSON.stringify({ me: model.me, calls, tickets });
    if (heard === this.heard) return;
    this.heard = heard;
    this.desk.keepSeat(token, JSON.parse(heard), clock.now());
  }
}

/** A call that the person is in, or still writes for. */
const isAtHand = (model: SeatModel, id: string): boolean =>
  myCalls(model).some((call) => call.id === id) || (model.drafts.get(id)?.text ?? '') !== '';
