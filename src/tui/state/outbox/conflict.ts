import type { OutboxEntry } from '../../../client/desk/outbox-entry.ts';
import { editBuffer } from '../../text/edit-buffer.ts';
import type { PlainKey } from '../../words/words.ts';
import { loadHistory } from '../call-commands.ts';
import { draftOf, showCall, showScreen, withDraft, withOverlay } from '../desk.ts';
import type { SeatModel } from '../model.ts';
import { type FormKind, formKey } from '../overlay.ts';
import type { SeatSession } from '../session.ts';
import { refusals, textOfEntry } from './entries.ts';
import { loadStanding } from './standing.ts';

/** What can be done about a refusal. Nothing happens to it unless one is chosen. */
export type Remedy = 'copy' | 'again' | 'keep' | 'ticket' | 'drop';

export const remedyWords: Record<Remedy, { readonly name: PlainKey; readonly help: PlainKey }> = {
  copy: { name: 'conflict.copy', help: 'conflict.copy.help' },
  again: { name: 'conflict.again', help: 'conflict.again.help' },
  keep: { name: 'conflict.keep', help: 'conflict.keep.help' },
  ticket: { name: 'conflict.ticket', help: 'conflict.ticket.help' },
  drop: { name: 'conflict.drop', help: 'conflict.drop.help' },
};

/** The refusal in the open window. */
export const refusalShown = (model: SeatModel): OutboxEntry | undefined => {
  const { overlay } = model;
  return overlay?.kind === 'conflict' ? refusals(model).find(({ key }) => key === overlay.entry) : undefined;
};

/** The call is still here and its ticket open, so that it can be done again in another way. */
const isStillHere = (model: SeatModel, { subject, route }: OutboxEntry): boolean => {
  if (route === 'kb.correct') return false;
  const call = model.calls.get(subject);
  const ticket = call && model.tickets.get(call.ticket);
  return call?.seat?.id === model.me?.id && call !== undefined && (ticket === undefined || ticket.state === 'open');
};

export const remediesOf = (model: SeatModel, entry: OutboxEntry): readonly Remedy[] => [
  'copy',
  isStillHere(model, entry) ? 'again' : 'keep',
  ...(entry.ticket === '' ? [] : (['ticket'] as const)),
  'drop',
];

export const openRefusal = (session: SeatSession, entry: OutboxEntry): void => {
  session.store.update((model) => withOverlay(model, { kind: 'conflict', entry: entry.key, at: 0, scroll: 0 }));
  void loadStanding(session.client, session.store, entry);
};

const formOf: Partial<Record<OutboxEntry['route'], FormKind>> = {
  'tickets.close': 'close',
  'tickets.dispatch': 'dispatch',
  'calls.return': 'return',
  'calls.move': 'move',
};

/** Shows the call of an entry as it was before it was submitted: with the answer, and with the form open. */
export const showAsItWas = (session: SeatSession, entry: OutboxEntry): void =>
  session.store.update((model) => {
    const shown = showCall(model, entry.subject);
    const kind = formOf[entry.route];
    const key = kind && formKey(kind, entry.subject);
    return key !== undefined && shown.forms.has(key) ? withOverlay(shown, { kind: 'form', form: key }) : shown;
  });

/** The next refusal, or the screen below. */
const goOn = (session: SeatSession): void => {
  const [next] = refusals(session.store.get());
  if (next) openRefusal(session, next);
  else session.store.update((model) => withOverlay(model, undefined));
};

const keep = (session: SeatSession, entry: OutboxEntry): void => {
  const { subject } = entry;
  session.store.update((model) => {
    const text = textOfEntry(entry);
    if (draftOf(model, subject).text.trim() !== '' || text === '') return model;
    return withDraft(model, subject, editBuffer(text, { multiline: true }));
  });
  session.kept.putAside(subject);
  session.kept.outbox.settle(entry);
  session.notice('done', session.say('conflict.kept'));
  goOn(session);
};

const seeTicket = (session: SeatSession, { ticket: number }: OutboxEntry): void => {
  session.store.update((model) => {
    const standing = model.standing.get(number);
    const unlisted = standing && standing !== 'hidden' && !model.tickets.has(number);
    const tickets = unlisted ? model.tickets.with(standing) : model.tickets;
    return { ...showScreen({ ...model, tickets }, 'tickets'), ticketAt: number, ticketOpen: true };
  });
  void loadHistory(session, number);
};

/** Does what was chosen. */
export const remedy = (session: SeatSession, entry: OutboxEntry, chosen: Remedy): void => {
  switch (chosen) {
    case 'copy':
      session.copy(textOfEntry(entry));
      session.notice('done', session.say('conflict.copied'));
      return;
    case 'again':
      session.kept.outbox.settle(entry);
      showAsItWas(session, entry);
      return;
    case 'keep':
      keep(session, entry);
      return;
    case 'ticket':
      seeTicket(session, entry);
      return;
    case 'drop':
      session.kept.outbox.settle(entry);
      session.kept.throwAway(entry.subject);
      session.notice('done', session.say('conflict.dropped'));
      goOn(session);
  }
};
