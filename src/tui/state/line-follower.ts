import { setTimeout as sleep } from 'node:timers/promises';
import { haveBeenTold } from '../../client/article-use.ts';
import type { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import { type LiveMessage, liveStream } from '../../client/live-stream.ts';
import type { UserView } from '../../contract/shapes/user.ts';
import type { Say } from '../words/words.ts';
import { alertText } from './accounts/alert-text.ts';
import { forgetAccounts } from './accounts/forget.ts';
import { loadIdentities, withKnownIdentity } from './accounts/known-identity.ts';
import { unanswered } from './asked.ts';
import type { Clock } from './clock.ts';
import { answersToTell, loadOwnCorrections } from './corrections.ts';
import { showCall } from './desk.ts';
import type { Habits } from './habits.ts';
import type { SeatKnowledge } from './knowledge/seat-knowledge.ts';
import { applyCorrections, applyLive, applySnapshot } from './line.ts';
import { loadSnapshot } from './load.ts';
import type { Notice, SeatModel } from './model.ts';
import type { Safekeeping } from './safekeeping.ts';
import { activeCall, myCalls } from './selectors.ts';
import type { Store } from './store.ts';
import { readOlderTickets } from './tickets/read-older.ts';
import { forgetLookedFor } from './tickets/ticket-list.ts';

const reloadPauseMs = 1500;

interface LineFollowerParts {
  readonly store: Store<SeatModel>;
  readonly clock: Clock;
  readonly say: Say;
  readonly kept: Safekeeping;
  readonly habits: Habits;
  readonly knowledge: SeatKnowledge | undefined;
  readonly bell: (before: SeatModel, after: SeatModel) => void;
  readonly notice: (kind: Notice['kind'], text: string) => void;
  readonly signedOut: (refusal: HubError) => void;
}

/** Follows the line as a hub tells it: all of it once, then what changes. Says what a person must know of it, and to whom it matters. */
export class LineFollower {
  private readonly parts: LineFollowerParts;

  constructor(parts: LineFollowerParts) {
    this.parts = parts;
  }

  /** Until `signal`, or until the hub does not know this person any more. */
  async follow(client: HubClient, signal: AbortSignal): Promise<void> {
    const { knowledge, signedOut } = this.parts;
    let loading = new AbortController();
    const user = client.call('me', { signal }).then(
      (reply) => reply.user,
      () => undefined,
    );
    knowledge?.follow(client, signal);
    try {
      for await (const message of liveStream(client, { seat: true, signal })) {
        this.receive(message, signal);
        knowledge?.feed(message);
        if (message.kind === 'hello' || message.kind === 'reset') {
          loading.abort();
          loading = new AbortController();
          void this.load(client, message.seq, AbortSignal.any([signal, loading.signal]), user);
        } else if (message.kind === 'line' && message.event.type === 'settings.changed') {
          void this.loadSettings(client, signal);
        }
      }
    } catch (error) {
      if (error instanceof HubError) signedOut(error);
      else if (!signal.aborted) throw error;
    }
  }

  private receive(message: LiveMessage, signal: AbortSignal): void {
    const { kept, clock, say } = this.parts;
    const before = this.parts.store.get();
    // What the line tells need not be drawn at once; a connection that breaks must.
    const calmly = message.kind === 'disconnected' ? undefined : 'calmly';
    this.parts.store.update((model) => applyLive(model, message, clock.now()), calmly);
    this.afterNews(before);
    if (message.kind === 'connected') kept.connected();
    if (message.kind === 'disconnected' && !this.parts.store.get().loaded) kept.recall();
    if (message.kind === 'paper') void kept.paperAtHub(message.screen, signal);
    if (message.kind !== 'line') return;
    if (message.event.correctionView) this.tellAnswers();
    if (message.event.type === 'query.alerted') this.parts.notice('warning', alertText(message.event.data, say));
  }

  /** Says what the centre answered to this person's corrections, each answer once, also those that came while nobody sat here. */
  private tellAnswers(): void {
    const { say, habits } = this.parts;
    const fresh = answersToTell(this.parts.store.get());
    const newest = fresh.at(-1);
    if (!newest) return;
    const key = newest.state === 'accepted' ? 'kb.answer.accepted' : 'kb.answer.declined';
    const more = fresh.length > 1 ? say('kb.answer.more', { count: fresh.length - 1 }) : '';
    this.parts.notice('warning', `${say(key, { id: newest.document, answer: newest.answer })}${more}`);
    const articles = fresh.map(({ document }) => document);
    habits.changeUse((now) => haveBeenTold(now, articles, newest.answeredAt));
  }

  private async loadCorrections(client: HubClient, signal: AbortSignal): Promise<void> {
    const corrections = await loadOwnCorrections(client, signal);
    this.parts.store.update((model) => applyCorrections(model, corrections));
    this.tellAnswers();
  }

  /** Who was verified in a call that is still here, so that nobody is asked who they are twice. */
  private async loadIdentities(client: HubClient, signal: AbortSignal): Promise<void> {
    const { store } = this.parts;
    for (const identity of await loadIdentities(client, myCalls(store.get()), signal))
      store.update((model) => withKnownIdentity(model, identity));
  }

  private afterNews(before: SeatModel): void {
    const { kept, say, bell } = this.parts;
    const after = this.parts.store.get();
    kept.findLeftOver();
    for (const call of myCalls(before)) {
      const now = after.calls.get(call.id);
      // Taken away by a supervisor, or lost with the lease; what this seat did itself is told by itself.
      const own = before.outbox.some(({ subject }) => subject === call.id) || after.busy !== undefined;
      if (now && now.seat?.id !== after.me?.id && !own && now.state !== 'returned') {
        this.parts.notice('refused', say('refused.gone', { about: call.name }));
      }
    }
    bell(before, after);
  }

  private async load(
    client: HubClient,
    seq: number,
    signal: AbortSignal,
    known: Promise<UserView | undefined>,
  ): Promise<void> {
    const { kept, signedOut } = this.parts;
    while (!signal.aborted) {
      try {
        const snapshot = await loadSnapshot(client, seq, signal, known);
        const before = this.parts.store.get();
        this.parts.store.update((model) => applySnapshot(model, snapshot));
        if (before.me?.id !== snapshot.me.id) this.beOther(snapshot.me.id);
        kept.begin(snapshot.me.id);
        void kept.atHub(signal);
        void this.loadCorrections(client, signal);
        void this.loadIdentities(client, signal);
        void readOlderTickets(client, snapshot, signal, (change) => this.parts.store.update(change));
        const active = activeCall(this.parts.store.get());
        // A seat that comes back in the middle of a conversation finds it open, unless the person is at something else already.
        const idle = before.screen === 'queue' && before.overlay === undefined;
        if (!before.loaded && active && idle) this.parts.store.update((model) => showCall(model, active.id));
        this.afterNews(before.loaded ? before : this.parts.store.get());
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof HubError && !unanswered(error)) return signedOut(error);
        await sleep(reloadPauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Another person sits here than before, as far as was known. */
  private beOther(person: string): void {
    this.parts.store.update((model) => ({
      ...forgetLookedFor(forgetAccounts(model)),
      corrections: new Map([...model.corrections].filter(([, { filedBy }]) => filedBy.id === person)),
    }));
    this.parts.habits.read(person);
  }

  private async loadSettings(client: HubClient, signal: AbortSignal): Promise<void> {
    const reply = await client.call('settings.show', { signal }).catch(() => undefined);
    if (reply) this.parts.store.update((model) => ({ ...model, settings: reply.settings }));
  }
}
