import type { OutboxEntry } from '../../../client/desk/outbox-entry.ts';
import type { SeatSession } from '../session.ts';
import { showAsItWas } from './conflict.ts';
import { nameOfEntry } from './entries.ts';

/** Takes back what nobody sent yet; the call screen is then as it was before. */
export const takeBack = (session: SeatSession, entry: OutboxEntry): void => {
  const { say, kept } = session;
  const taken = kept.outbox.takeBack(entry);
  if (!taken) {
    session.notice('refused', say(taken === undefined ? 'why.desk-busy' : 'why.taken-late'));
    return;
  }
  showAsItWas(session, entry);
  session.notice('done', say('taken-back', { what: say(nameOfEntry(entry)), about: entry.about }));
};
