import type { TicketView } from '../../../contract/shapes/ticket.ts';
import { shown } from '../../text/styled-line.ts';
import { dayOf, timeOfDay } from '../../text/time.ts';
import { type PlainKey, type Say, term } from '../../words/words.ts';
import type { SeatModel } from '../model.ts';
import { isPractice } from '../practice-mark.ts';

const whole = (instant: string | null): string =>
  instant === null ? '' : `${dayOf(instant)} ${timeOfDay(instant).slice(0, 5)}`;

type Cell = (ticket: TicketView, model: Pick<SeatModel, 'language'>) => string;

/** What leaves the seat of a ticket: what its list shows, with the telephone number masked as the hub masks it. */
const columns: readonly (readonly [PlainKey, Cell])[] = [
  ['tickets.column.number', ({ number }) => number],
  ['tickets.column.state', ({ state }, { language }) => term(language, 'ticket', state)],
  ['tickets.column.opened', ({ openedAt }) => whole(openedAt)],
  ['tickets.column.name', ({ name }) => name],
  ['tickets.column.phone', ({ phone }) => phone],
  ['tickets.column.question', ({ question }) => question],
  [
    'tickets.column.category',
    ({ category }, { language }) => (category === null ? '' : term(language, 'category', category)),
  ],
  ['tickets.column.unit', ({ unit }) => unit ?? ''],
  ['tickets.column.deadline', ({ deadline }) => whole(deadline)],
];

/** The first cell of every row of an exercise's table, so that none is taken for a citizen's matter, however the rows are sorted. */
const practiceCell = (model: Pick<SeatModel, 'mode'>, say: Say): readonly string[] =>
  isPractice(model) ? [say('practice.column')] : [];

export const tableHead = (model: Pick<SeatModel, 'mode'>, say: Say): readonly string[] => [
  ...practiceCell(model, say),
  ...columns.map(([heading]) => say(heading)),
];

/** A ticket as a row of a table, made harmless. */
export const tableRow = (
  ticket: TicketView,
  model: Pick<SeatModel, 'language' | 'mode'>,
  say: Say,
): readonly string[] => [...practiceCell(model, say), ...columns.map(([, cell]) => shown(cell(ticket, model)))];
