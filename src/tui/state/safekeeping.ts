import { setTimeout as sleep } from 'node:timers/promises';
import { DeskStore } from '../../client/desk/desk-store.ts';
import type { OlderPaper } from '../../client/desk/other-texts.ts';
import type { OutboxEntry } from '../../client/desk/outbox-entry.ts';
import type { HubClient } from '../../client/hub-client.ts';
import type { HubError } from '../../client/hub-error.ts';
import type { Say } from '../words/words.ts';
import type { Clock } from './clock.ts';
import { draftOf, showCall, withNotice } from './desk.ts';
import { LastHeard } from './last-heard.ts';
import { applyCallAndTicket } from './line.ts';
import type { Notice, SeatModel } from './model.ts';
import { arrivalOf, sentAs } from './outbox/arrival.ts';
import { textOfEntry, unsent } from './outbox/entries.ts';
import { Outbox } from './outbox/outbox.ts';
import { loadStanding } from './outbox/standing.ts';
import { HubPapers } from './papers/hub-papers.ts';
import { PaperKeeper } from './papers/keeper.ts';
import { lateClose, leftOver } from './papers/left-over.ts';
import { emptyPaper, paperOf, withPaper } from './papers/paper.ts';
import { activeCall, myCalls } from './selectors.ts';
import type { Store } from './store.ts';

/** How long who leaves waits for the hub to take what is still to be sent. Milliseconds. */
const leavingMs = 3000;

/** The same of a program that has been told to end. Milliseconds. */
const closingMs = 700;

/** Characters of a text that is put by in one piece: a paper takes 20,000 UTF-16 units. */
const mostPutBy = 10_000;

/** Does what can be done in a time, and gives the rest up. */
const within = async (ms: number, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
  const over = new AbortController();
  const enough = sleep(ms, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([work(over.signal), enough]);
  over.abort();
};

export interface SafekeepingOptions {
  /** The folder of the desk; without one it lasts as long as the program. */
  readonly dir: string | undefined;
  readonly store: Store<SeatModel>;
  readonly clock: Clock;
  readonly say: Say;
  client(): HubClient | undefined;
  signedOut(refusal: HubError): void;
}

/** What must not be lost, whatever happens to the program, the machine, the line or the hub: what is being written, and what was sent. */
export class Safekeeping {
  readonly papers: PaperKeeper;
  readonly outbox: Outbox;
  readonly desk: DeskStore;
  private readonly options: SafekeepingOptions;
  private readonly hubPapers: HubPapers;
  private readonly lastHeard: LastHeard;
  private person: string | undefined;

  constructor(options: SafekeepingOptions) {
    const { dir, store, clock, say } = options;
    this.options = options;
    this.desk = new DeskStore(dir);
    this.desk.onTrouble = (reason) =>
      reason === undefined
        ? this.notice('done', say('safe.well-again'))
        : this.notice('refused', say('safe.trouble', { reason }));
    this.lastHeard = new LastHeard(this.desk.seats);
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
    else if (setAside) {
      const key = setAside.why === 'other-key' ? 'safe.other-key' : 'safe.set-aside';
      this.notice('refused', say(key, { file: setAside.file }));
    }
  }

  /** The hub does not answer at the start: what this seat heard last is what it goes on with. */
  recall(): void {
    const { store, client } = this.options;
    const token = client()?.options.token;
    if (store.get().me || token === undefined) return;
    const recalled = this.lastHeard.recall(store.get(), token);
    if (!recalled?.me) return;
    store.update(() => recalled);
    this.begin(recalled.me.id);
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
    const { clock, store } = this.options;
    this.desk.forgetOld(clock.now() + store.get().clockOffset);
    await this.hubPapers.compare(signal);
    this.findLeftOver();
  }

  /** Another screen of this person wrote something. */
  async paperAtHub(screen: string, signal: AbortSignal): Promise<void> {
    if (screen !== this.desk.name) await this.hubPapers.compare(signal);
  }

  /** Every second. */
  look(): void {
    this.desk.tryAgain();
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
    // A closed window is a person who leaves, and who may open the next one on another machine.
    await within(closingMs, (signal) => Promise.all([this.outbox.sendAll(), this.hubPapers.sendAll(signal)]));
    this.hubPapers.close();
    await this.outbox.close();
    this.keepHeard();
    this.desk.close();
  }

  /** The earlier texts of an answer, the newest first. */
  otherTexts(call: string): readonly OlderPaper[] {
    const { me } = this.options.store.get();
    return me ? this.desk.others.of(me.id, call) : [];
  }

  /** Goes on with an earlier text; the one that stands there is put by in its place. */
  bringBack(older: OlderPaper): void {
    const { subject, paper } = older;
    const { store, clock } = this.options;
    const { person } = this;
    if (person === undefined) return;
    const standing = paperOf(store.get(), subject);
    if (standing && standing.text !== '') this.desk.others.put(person, subject, standing, clock.now());
    this.desk.others.drop(older);
    store.update((model) => withPaper(model, subject, paper));
  }

  /** What is written about a matter stays as one of its other texts, and is not on the desk any more. */
  putAside(subject: string): void {
    const { store, clock } = this.options;
    const { person } = this;
    const paper = paperOf(store.get(), subject);
    if (person === undefined || !paper) return;
    this.desk.others.put(person, subject, paper, clock.now());
    this.clear(person, subject, 'kept');
  }

  /** A text for which there is no place on the desk stays as one of the other texts of its matter, in parts that a paper holds. */
  putBy(person: string, subject: string, text: string): void {
    const { store, clock } = this.options;
    const paper = (person === this.person ? paperOf(store.get(), subject) : undefined) ?? emptyPaper;
    const characters = [...text];
    for (let at = 0; at < characters.length; at += mostPutBy) {
      const part = characters.slice(at, at + mostPutBy).join('');
      this.desk.others.put(person, subject, { ...paper, text: part, caret: part.length }, clock.now());
    }
  }

  /** The person does not want what is written about a matter any more. */
  throwAway(subject: string): void {
    if (this.person !== undefined) this.clear(this.person, subject, 'gone');
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
    for (const left of leftOver(model)) {
      if (left.idle) {
        this.forget(left.subject);
        continue;
      }
      this.papers.flush();
      const { number, handledBy } = left.ticket;
      const text = say('outbox.left-over', { number, by: handledBy?.name ?? '' });
      const posting = lateClose(left, draftOf(model, left.subject).text.trim(), clock.now());
      const entry = this.desk.outbox.post(person, posting, { code: 'ticket_state', text, at: clock.now() });
      this.outbox.takeIn();
      this.refused(entry);
    }
  }

  /** Its matter is done, and the hub has thrown its copy away. */
  private forget(subject: string): void {
    this.papers.forget(subject);
    this.hubPapers.forget(subject);
  }

  /** Takes a paper off the desk. While its ticket is open the hub has it too, and every screen would bring it back. */
  private clear(person: string, subject: string, others: 'kept' | 'gone'): void {
    const model = this.options.store.get();
    const call = model.calls.get(subject);
    const ticket = call && model.tickets.get(call.ticket);
    const isHeld =
      call !== undefined || this.desk.papers.of(person).some((one) => one.subject === subject && one.hub > 0);
    if (isHeld && (ticket?.state ?? 'open') === 'open') {
      this.papers.wipe(subject, others);
      return;
    }
    this.papers.forget(subject, others);
    this.hubPapers.forget(subject);
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
      return here ? { ...model, overlay: { kind: 'conflict', entry: entry.key, at: 0, scroll: 0 } } : model;
    });
  }

  private keepHeard(): void {
    const { store, client, clock } = this.options;
    this.lastHeard.keep(store.get(), client()?.options.token, clock.now());
  }
}
