import { Box } from 'ink';
import { memo, type ReactNode, useEffect, useLayoutEffect } from 'react';
import { type TicketFilter, ticketFilters } from '../../../client/list-use.ts';
import type { TicketView } from '../../../contract/shapes/ticket.ts';
import { grouped } from '../../../domain/text/grouped.ts';
import { keyHints } from '../../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../../components/frame.tsx';
import { useModel, useSay, useSession, useTheme } from '../../components/session-context.tsx';
import { type Span, Spans } from '../../components/spans.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { SeatModel } from '../../state/model.ts';
import { leavingIn } from '../../state/outbox/entries.ts';
import { apartFromWriting } from '../../state/selectors.ts';
import { seesAllTickets } from '../../state/tickets/listed.ts';
import { isNarrowed, isSearching, selectedTicket, ticketRows } from '../../state/tickets/rows.ts';
import { withFindText, withList } from '../../state/tickets/ticket-list.ts';
import { countsOf } from '../../state/tickets/ticket-order.ts';
import { cellWidth } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import { type Say, term } from '../../words/words.ts';
import { arrowOf, headSpans, markSpan, ticketSpans } from './columns.ts';

const languageNow = (model: SeatModel) => model.language;
const outboxNow = (model: SeatModel) => model.outbox;

interface RowProps {
  readonly ticket: TicketView;
  readonly selected: boolean;
  readonly marked: boolean;
  /** Whether Enter acts on the selected one. */
  readonly focused: boolean;
  readonly minute: string;
  readonly width: number;
}

/** One ticket of the list. It renders again only when something of its own changes. */
const TicketRow = memo(({ ticket, selected, marked, focused, minute, width }: RowProps): ReactNode => {
  const theme = useTheme();
  const say = useSay();
  const language = useModel(languageNow);
  const leaving = leavingIn(useModel(outboxNow), ticket.number) !== undefined;
  const look = { language, minute, theme, say, leaving, plain: selected && focused };
  const spans = [markSpan(selected, marked), ...ticketSpans(ticket, width, look)];
  return <Spans left={spans} width={width} style={selected ? (focused ? theme.selected : theme.strong) : undefined} />;
});

const filterName = (filter: TicketFilter, { language }: SeatModel, say: Say): string =>
  filter === 'all' || filter === 'overdue' ? say(`tickets.filter.${filter}`) : term(language, 'ticket', filter);

/** The filters with how many each lets through, the one in force in brackets. */
const filterSpans = (model: SeatModel, theme: Theme, say: Say): Span[] => {
  const counts = countsOf(model.tickets, model.minute);
  const { lists, ticketList } = model;
  // Of a part of the tickets the lower edge tells how many there are.
  const whole = lists.period === 'all' && ticketList.query.text === '';
  return ticketFilters.map((filter) => {
    const here = filter === lists.filter;
    const text = `${filterName(filter, model, say)}${whole ? ` ${grouped(counts[filter])}` : ''}`;
    return { text: here ? `[${text}]` : ` ${text} `, style: here ? theme.focus : theme.label };
  });
};

const orderText = ({ lists: { period, order } }: SeatModel, say: Say): string =>
  [
    ...(period === 'all' ? [] : [say(`tickets.period.${period}`)]),
    `${say('tickets.order', { order: say(`tickets.order.${order}`) })}${arrowOf(order)}`,
  ].join(' · ');

/** How many there are, found and in all. */
const countText = (model: SeatModel, say: Say): string => {
  const count = grouped(model.tickets.size);
  if (!isNarrowed(model))
    return say('tickets.count', { open: grouped(countsOf(model.tickets, model.minute).open), count });
  const key = isSearching(model) ? 'tickets.found.searching' : 'tickets.found';
  return say(key, { found: grouped(ticketRows(model).size), count });
};

const footerText = (model: SeatModel, focused: boolean, say: Say): string => {
  const { size } = model.tickets;
  const { marked, reading } = model.ticketList;
  const { size: rows } = ticketRows(model);
  return [
    ...(focused && rows > 0 ? [keyHints(model, say, 'ticket-show')] : []),
    ...(marked.size > 0 ? [say('tickets.marked', { count: grouped(marked.size) })] : []),
    ...(size > 0 ? [countText(model, say)] : []),
    ...(reading === 'reading' && model.loaded ? [say('tickets.reading', { count: grouped(size) })] : []),
    ...(reading === 'most' ? [say('tickets.most', { count: grouped(size) })] : []),
  ].join(' · ');
};

const emptyText = (model: SeatModel, say: Say): string => {
  if (!model.loaded) return say('app.loading');
  if (isSearching(model)) return say('tickets.searching');
  return say(isNarrowed(model) ? 'tickets.none.narrowed' : 'tickets.none');
};

/** The field that finds tickets. */
function FindField({ model, width }: { model: SeatModel; width: number }): ReactNode {
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const { query, typing } = model.ticketList;
  const focused = typing && !model.overlay;
  const label = ` ${say('tickets.find')} `;
  return (
    <Box height={1} flexShrink={0}>
      <Spans left={[{ text: label, style: focused ? theme.focus : theme.label }]} width={cellWidth(label)} />
      <TextField
        buffer={query}
        onChange={(next) => session.store.update((now) => withFindText(now, next))}
        width={width - cellWidth(label)}
        focused={focused}
        placeholder={say('tickets.find.hint')}
      />
    </Box>
  );
}

/** The list of tickets. Only the rows that are seen are drawn, however many there are. */
export const TicketsPanel = memo(({ width, height }: { width: number; height: number }): ReactNode => {
  const model = useModel(apartFromWriting);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const { marked, typing, query, turns } = model.ticketList;
  const list = ticketRows(model);
  const chosen = selectedTicket(model);
  const focused = !model.ticketOpen && !model.overlay;
  // Beside a ticket in detail the list is only there to show where one is.
  const finds = !model.ticketOpen && (typing || query.text !== '');
  const headRows = model.ticketOpen ? 0 : 2 + Number(finds);
  const rows = Math.max(1, height - frameRows - headRows);
  const at = chosen && list.has(chosen) ? list.placeOf(chosen) : -1;
  const place = at < 0 && chosen ? list.placeOf(chosen) : at;
  const top = Math.max(0, Math.min(place - Math.floor(rows / 2), list.size - rows));
  useLayoutEffect(() => {
    if (focused) session.shelf.rows = Math.max(1, rows - 1);
  });
  const searching = isSearching(model);
  // Each turn searches a part, and between two of them keys are heard and the list is drawn as far as it is known.
  useEffect(() => {
    if (!searching) return;
    const turn = setImmediate(() => session.store.update((now) => withList(now, { turns: turns + 1 })));
    return () => clearImmediate(turn);
  }, [searching, turns, session]);
  return (
    <Frame
      width={width}
      height={height}
      title={say(seesAllTickets(model.me) ? 'tickets.title.all' : 'tickets.title')}
      footer={footerText(model, focused, say)}
      focused={focused}
    >
      {!model.ticketOpen && (
        <Spans
          left={filterSpans(model, theme, say)}
          right={[{ text: ` ${orderText(model, say)}`, style: theme.label }]}
          width={inner}
        />
      )}
      {finds && <FindField model={model} width={inner} />}
      {!model.ticketOpen && <Spans left={headSpans(inner, model.lists.order, say)} width={inner} style={theme.label} />}
      {list.size === 0 && <Spans left={[{ text: emptyText(model, say), style: theme.quiet }]} width={inner} />}
      {list.slice(top, top + rows).map((ticket, index) => (
        <TicketRow
          key={ticket.number}
          ticket={ticket}
          selected={top + index === at}
          marked={marked.has(ticket.number)}
          focused={focused}
          minute={model.minute}
          width={inner}
        />
      ))}
    </Frame>
  );
});
