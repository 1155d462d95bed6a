import type { OutboxEntry, PostedRoute } from '../../../client/desk/outbox-entry.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { PlainKey } from '../../words/words.ts';
import type { SeatModel } from '../model.ts';

const names: Record<PostedRoute, PlainKey> = {
  'tickets.close': 'action.close',
  'tickets.dispatch': 'action.dispatch',
  'calls.return': 'action.return',
  'calls.move': 'action.move',
  'calls.end': 'action.end',
  'kb.correct': 'action.correct',
};

/** In a word: close, dispatch … */
export const nameOfEntry = ({ route }: OutboxEntry): PlainKey => names[route];

export const isRefused = ({ refused }: OutboxEntry): boolean => refused !== undefined;

/** Finishes a ticket or sends its call away, so that nothing more can be written for it meanwhile. */
const finishes = ({ route }: OutboxEntry): boolean => route !== 'calls.end' && route !== 'kb.correct';

/** What is on its way to the hub. */
export const unsent = ({ outbox }: SeatModel): readonly OutboxEntry[] => outbox.filter((entry) => !isRefused(entry));

/** What the hub did not take, and nobody has looked after yet. */
export const refusals = ({ outbox }: SeatModel): readonly OutboxEntry[] => outbox.filter(isRefused);

/** What is on its way that finishes a call's matter here. */
export const leaving = (model: SeatModel, call: string | undefined): OutboxEntry | undefined =>
  model.outbox.find((entry) => entry.subject === call && finishes(entry) && !isRefused(entry));

/** The same of a ticket's call, for its place in a list. */
export const leavingIn = (outbox: readonly OutboxEntry[], number: string): OutboxEntry | undefined =>
  outbox.find((entry) => entry.ticket === number && finishes(entry) && !isRefused(entry));

/** Nobody sent it yet, so it can be taken back. */
export const canTakeBack = (entry: OutboxEntry): boolean => !entry.tried && !isRefused(entry) && finishes(entry);

/** What Alt-Z takes back: the last thing done that nobody sent yet. */
export const lastToTakeBack = ({ outbox }: SeatModel): OutboxEntry | undefined => outbox.findLast(canTakeBack);

/** The matter went elsewhere meanwhile. */
const elsewhere: readonly ErrorCode[] = ['ticket_state', 'not_your_ticket', 'call_state', 'not_your_call', 'not_found'];
export const wentElsewhere = (code: ErrorCode): boolean => elsewhere.includes(code);

const said = (entry: OutboxEntry, field: string): string => {
  const text = entry.body[field];
  return typeof text === 'string' ? text : '';
};

/** What the person wrote in it. */
export const textOfEntry = (entry: OutboxEntry): string =>
  [said(entry, 'answer'), said(entry, 'reason'), said(entry, 'note')].filter((text) => text !== '').join('\n\n');
