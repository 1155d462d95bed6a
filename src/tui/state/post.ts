import type { PostedRoute } from '../../client/desk/outbox-entry.ts';
import type { BodyOf, ParamsOf } from '../../contract/routes.ts';
import type { Outcome } from './asked.ts';
import { nameOfEntry } from './outbox/entries.ts';
import type { SeatSession } from './session.ts';

/** A change that took thought, as it is to reach the hub. */
export interface Post<N extends PostedRoute> {
  readonly route: N;
  readonly params: ParamsOf<N>;
  readonly body: BodyOf<N>;
  /** Whose matter it is, for people. */
  readonly about: string;
  readonly subject: string;
  readonly ticket?: string;
  /** For how long it can be taken back before it is sent. Seconds; without it, it is sent now. */
  readonly undoSeconds?: number;
}

/** Writes a change down, and sends it when it is due; waits for the answer when that is now. */
export const post = async <N extends PostedRoute>(session: SeatSession, asked: Post<N>): Promise<Outcome> => {
  const { say, store, clock } = session;
  const { outbox } = session.kept;
  const { route, about, subject, ticket = '', undoSeconds = 0 } = asked;
  if (store.get().outbox.some((entry) => entry.subject === subject && entry.route === route && !entry.refused)) {
    return { state: 'refused', text: say('outbox.already', { about }) };
  }
  // First what it was written from: whoever takes it back goes on with that, also after a kill.
  session.save();
  const entry = outbox.post({
    route,
    params: asked.params as Record<string, string>,
    body: asked.body as Record<string, unknown>,
    about,
    subject,
    ticket,
    dueAt: clock.now() + undoSeconds * 1000,
  });
  if (!entry) return { state: 'away', text: say('why.loading') };
  const what = say(nameOfEntry(entry));
  if (undoSeconds > 0) {
    session.notice('info', say('outbox.posted', { what, about }));
    return { state: 'queued' };
  }
  store.update((model) => ({ ...model, busy: entry.key }));
  try {
    const outcome = await outbox.deliver(entry);
    if (outcome.state === 'queued') session.notice('away', say('outbox.kept', { what, about }));
    return outcome;
  } finally {
    store.update((model) => (model.busy === entry.key ? { ...model, busy: undefined } : model));
  }
};
