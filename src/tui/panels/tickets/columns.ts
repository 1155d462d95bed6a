import type { TicketOrder } from '../../../client/list-use.ts';
import type { TicketView } from '../../../contract/shapes/ticket.ts';
import type { Span } from '../../components/spans.tsx';
import { cell } from '../../components/spans.tsx';
import type { SeatModel } from '../../state/model.ts';
import { isOverdue } from '../../state/tickets/ticket-order.ts';
import { shown } from '../../text/styled-line.ts';
import { dateTime } from '../../text/time.ts';
import type { Style, Theme } from '../../theme.ts';
import { type PlainKey, type Say, term } from '../../words/words.ts';

/** What a row is drawn with: the parts of the model that it shows. */
export interface RowLook {
  readonly language: SeatModel['language'];
  readonly minute: string;
  readonly theme: Theme;
  readonly say: Say;
  /** What finishes it is on its way to the hub. */
  readonly leaving: boolean;
  /** The row is turned over as a whole, so no colour of its own. */
  readonly plain: boolean;
}

interface Column {
  readonly title: PlainKey;
  readonly cells: number;
  /** Cells of the list from which on there is room for it. */
  readonly from: number;
  /** The orders that go by it. */
  readonly orders: readonly TicketOrder[];
  readonly text: (ticket: TicketView, look: RowLook) => string;
  readonly style?: (ticket: TicketView, look: RowLook) => Style | undefined;
}

const wide = 100;
const wider = 140;

const stateMarks = { open: '○', dispatched: '→', closed: '✓' } as const;

const deadlineText = ({ deadline }: TicketView): string => (deadline === null ? '' : dateTime(deadline));

const columns: readonly Column[] = [
  {
    title: 'tickets.column.state',
    cells: 13,
    from: 0,
    orders: ['state'],
    text: ({ state }, { language, leaving, say }) =>
      leaving ? `↻ ${say('outbox.ticket')}` : `${stateMarks[state]} ${term(language, 'ticket', state)}`,
    style: ({ state }, { theme }) => (state === 'open' ? theme.warn : undefined),
  },
  {
    title: 'tickets.column.opened',
    cells: 13,
    from: 0,
    orders: ['newest', 'waiting'],
    text: ({ openedAt }) => dateTime(openedAt),
  },
  { title: 'tickets.column.name', cells: 12, from: 0, orders: ['name'], text: ({ name }) => shown(name) },
  { title: 'tickets.column.number', cells: 21, from: wide, orders: [], text: ({ number }) => number },
  {
    title: 'tickets.column.deadline',
    cells: 15,
    from: wide,
    orders: ['deadline'],
    text: (ticket, { minute }) => `${isOverdue(ticket, minute) ? '! ' : ''}${deadlineText(ticket)}`,
    style: (ticket, { minute, theme }) => (isOverdue(ticket, minute) ? theme.alarm : theme.warn),
  },
  { title: 'tickets.column.unit', cells: 19, from: wider, orders: [], text: ({ unit }) => shown(unit ?? '') },
  {
    title: 'tickets.column.category',
    cells: 11,
    from: wider,
    orders: [],
    text: ({ category }, { language }) => (category === null ? '' : term(language, 'category', category)),
  },
];

/** Downwards where the largest comes first. */
export const arrowOf = (order: TicketOrder): string => (order === 'newest' ? '▼' : '▲');

const cellsOfMark = 3;

/** A cell and the gap behind it, which a text never fills; only the text is coloured. */
const spansOf = (text: string, cells: number, style: Style | undefined): Span[] => [
  cell(text, cells - 1, style),
  { text: ' ' },
];

/** The headings of the columns that there is room for, with the way of the order at the one that it goes by. */
export const headSpans = (width: number, order: TicketOrder, say: Say): readonly Span[] => [
  cell('', cellsOfMark),
  ...columns
    .filter(({ from }) => width >= from)
    .flatMap(({ title, cells, orders }) =>
      spansOf(`${say(title)}${orders.includes(order) ? arrowOf(order) : ''}`, cells, undefined),
    ),
  { text: say('tickets.column.question') },
];

/** Where there is no column for it, the deadline stands before the question. */
const deadlineBefore = (ticket: TicketView, look: RowLook): Span[] => {
  if (ticket.deadline === null) return [];
  const { minute, theme, say, plain } = look;
  const over = isOverdue(ticket, minute);
  const deadline = deadlineText(ticket);
  const text = over ? `! ${say('tickets.overdue', { deadline })}` : say('tickets.due', { deadline });
  return [{ text, style: plain ? {} : over ? theme.alarm : theme.warn }, { text: ' · ' }];
};

/** The cells of a ticket behind its marks. */
export const ticketSpans = (ticket: TicketView, width: number, look: RowLook): readonly Span[] => [
  ...columns
    .filter(({ from }) => width >= from)
    .flatMap(({ cells, text, style }) => spansOf(text(ticket, look), cells, look.plain ? {} : style?.(ticket, look))),
  ...(width >= wide ? [] : deadlineBefore(ticket, look)),
  { text: shown(ticket.question) },
];

/** What stands before them: whether it is selected, whether it is marked. */
export const markSpan = (selected: boolean, marked: boolean): Span => ({
  text: `${selected ? '▸' : ' '}${marked ? '*' : ' '} `,
});
