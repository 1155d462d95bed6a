import type { DeskStore } from '../../../client/desk/desk-store.ts';
import type { KeptPaper } from '../../../client/desk/kept-papers.ts';
import type { HubClient } from '../../../client/hub-client.ts';
import { HubError } from '../../../client/hub-error.ts';
import { type HeldPaper, isEmptyPaper } from '../../../contract/shapes/draft.ts';
import { toInstant } from '../../../contract/shapes/text.ts';
import type { SeatModel } from '../model.ts';
import type { Store } from '../store.ts';
import type { PaperKeeper } from './keeper.ts';
import { markOf } from './paper.ts';

/** How long a paper lies still before the hub gets it, and how long it waits at most while it is being written. Milliseconds. */
const stillMs = 1000;
const longestMs = 3000;

export interface HubPapersOptions {
  readonly desk: DeskStore;
  readonly papers: PaperKeeper;
  readonly store: Store<SeatModel>;
  client(): HubClient | undefined;
  /** What another screen had written was put by. */
  replaced(subject: string): void;
}

/**
 * The hub's copy of what a person writes for a call, so that another of their screens finds it: on another machine, or in place of one
 * that is broken. What was written last is what goes on; what it takes the place of is put by.
 */
export class HubPapers {
  private readonly options: HubPapersOptions;
  private readonly waiting = new Map<string, { since: number; last: number }>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private closed = false;
  /** Whose papers these are; undefined while nobody sits here, or somebody else is about to. */
  private person: string | undefined;

  constructor(options: HubPapersOptions) {
    this.options = options;
  }

  begin(person: string): void {
    this.person = person;
  }

  pause(): void {
    this.person = undefined;
    this.waiting.clear();
  }

  /** A paper was saved here. */
  changed(subject: string): void {
    if (!this.isOfCall(subject)) return;
    const now = Date.now();
    this.waiting.set(subject, { since: this.waiting.get(subject)?.since ?? now, last: now });
    this.timer ??= setTimeout(() => this.look(), stillMs);
  }

  /** Sends what has lain still, or has waited long enough. */
  look(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const now = Date.now();
    const due = [...this.waiting].filter(([, { since, last }]) => now - last >= stillMs || now - since >= longestMs);
    if (due.length > 0) this.send(due.map(([subject]) => subject));
    if (this.waiting.size > 0 && !this.closed) this.timer = setTimeout(() => this.look(), stillMs);
  }

  /** Its matter is done; the hub has thrown its copy away, or does so with the ticket. */
  forget(subject: string): void {
    this.waiting.delete(subject);
  }

  async sendAll(signal: AbortSignal): Promise<void> {
    await this.running;
    this.send([...this.waiting.keys()], signal);
    await this.running;
  }

  /** Compares the hub's papers with those here: what is newer there comes, what is newer here goes. */
  async compare(signal: AbortSignal): Promise<void> {
    const { desk, papers, client } = this.options;
    const { person } = this;
    papers.flush();
    const reply = await client()
      ?.call('drafts.list', { signal })
      .catch(() => undefined);
    if (!reply || person === undefined || person !== this.person || signal.aborted || this.closed) return;
    papers.flush();
    const here = new Map(desk.papers.of(person).map((paper) => [paper.subject, paper]));
    for (const held of reply.drafts) this.compareOne(person, held, here.get(held.call));
    for (const paper of here.values()) {
      if (paper.unsent && this.isOfCall(paper.subject)) this.changed(paper.subject);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private compareOne(person: string, held: HeldPaper, here: KeptPaper | undefined): void {
    const { desk, papers, store, replaced } = this.options;
    const { call, paper, version } = held;
    const at = Date.parse(held.at) - store.get().clockOffset;
    if (here && here.hub >= version) return;
    if (here && markOf(here.paper) === markOf(paper)) {
      desk.papers.hubHas(person, call, here.version, version);
      return;
    }
    if (here && held.screen === desk.name) {
      // An earlier state of what is here, of which the answer got lost.
      desk.papers.hubHas(person, call, 0, version);
      return;
    }
    if (here?.unsent && here.at > at) {
      // Written here later: it goes to the hub as what does not rest on the other, so that the other screen hears that its text was passed over.
      desk.others.put(person, call, paper, at);
      this.changed(call);
      return;
    }
    if (here && (here.unsent || held.passedOver >= here.hub)) {
      desk.others.put(person, call, here.paper, here.at);
      if (here.paper.text !== '') replaced(call);
    }
    papers.replace(call, paper, desk.papers.putFromHub(person, call, paper, version, at));
  }

  private send(subjects: readonly string[], signal?: AbortSignal): void {
    this.running ??= this.sendEach(subjects, signal).finally(() => {
      this.running = undefined;
    });
  }

  private async sendEach(subjects: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    for (const subject of subjects) {
      const { desk, store, client, replaced } = this.options;
      const { person } = this;
      const hub = client();
      if (!hub || person === undefined || this.closed || store.get().connection.state !== 'connected') return;
      const kept = desk.papers.of(person).find((paper) => paper.subject === subject);
      this.waiting.delete(subject);
      if (!kept?.unsent) continue;
      try {
        const reply = await hub.call('drafts.put', {
          params: { id: subject },
          body: {
            base: kept.hub,
            at: toInstant(kept.at + store.get().clockOffset),
            screen: desk.name,
            paper: kept.paper,
          },
          ...(signal && { signal }),
        });
        if (this.closed) return;
        if (reply.newer) {
          this.giveWay(person, kept, reply.newer);
          continue;
        }
        desk.papers.hubHas(person, subject, kept.version, reply.version);
        const other = reply.replaced;
        if (!other || markOf(other.paper) === markOf(kept.paper) || isEmptyPaper(other.paper)) continue;
        desk.others.put(person, subject, other.paper, Date.parse(other.at));
        replaced(subject);
      } catch (error) {
        // Without an answer it goes with the next change, or when the hub is back.
        if (!(error instanceof HubError)) return;
        // Not this seat's to write for any more: what was only to wipe the hub's copy has nothing left to do.
        if (isEmptyPaper(kept.paper)) desk.papers.drop(person, subject, 'kept');
      }
    }
  }

  /** Another screen wrote something later: that goes on here, unless something was written here meanwhile. */
  private giveWay(person: string, sent: KeptPaper, newer: HeldPaper): void {
    const { desk, papers, store, replaced } = this.options;
    const { subject } = sent;
    papers.flush();
    const here = desk.papers.of(person).find((paper) => paper.subject === subject);
    const at = Date.parse(newer.at) - store.get().clockOffset;
    if (here && here.version > sent.version) {
      desk.others.put(person, subject, newer.paper, at);
    } else {
      desk.others.put(person, subject, sent.paper, sent.at);
      papers.replace(subject, newer.paper, desk.papers.putFromHub(person, subject, newer.paper, newer.version, at));
    }
    replaced(subject);
  }

  /** Also of one that is not this seat's any more, whose paper the hub still has. */
  private isOfCall(subject: string): boolean {
    const { store, desk } = this.options;
    const { person } = this;
    if (store.get().calls.has(subject)) return true;
    return person !== undefined && desk.papers.of(person).some((paper) => paper.subject === subject && paper.hub > 0);
  }
}
