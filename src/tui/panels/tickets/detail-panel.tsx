import { memo, type ReactNode } from 'react';
import type { EventView } from '../../../contract/shapes/audit.ts';
import type { TicketView } from '../../../contract/shapes/ticket.ts';
import { grouped } from '../../../domain/text/grouped.ts';
import { keyHints } from '../../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../../components/frame.tsx';
import { ScrollPane, visiblePart } from '../../components/scroll-pane.tsx';
import { useModel, useSay, useTheme } from '../../components/session-context.tsx';
import type { SeatModel } from '../../state/model.ts';
import { apartFromWriting } from '../../state/selectors.ts';
import { selectedTicket, ticketRows } from '../../state/tickets/rows.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { dateTime } from '../../text/time.ts';
import { pad } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import { domainName, type Say, term } from '../../words/words.ts';
import { ticketLines } from '../outcome-lines.ts';

/** What may be told of an event besides that it happened: where it went, why. */
const eventDetail = (event: EventView, { language, settings }: SeatModel, say: Say): string => {
  const { data } = event;
  const text = (key: string): string | undefined => (typeof data[key] === 'string' ? shown(data[key]) : undefined);
  if (event.type === 'call.moved') return domainName(language, settings.domains, text('to') ?? '');
  if (event.type === 'ticket.closed') return term(language, 'category', text('category') ?? '');
  if (event.type === 'ticket.dispatched') return text('unit') ?? '';
  const what = event.kind === 'query' ? term(language, 'operation', text('operation') ?? '') : '';
  const revealed = event.type === 'call.phone-revealed' || event.type === 'query.revealed';
  const reason = revealed ? text('reason') : undefined;
  return [what, reason === undefined ? '' : say('history.reason', { reason })].filter((part) => part !== '').join('  ');
};

const historyLines = (events: readonly EventView[], model: SeatModel, theme: Theme, say: Say): StyledLine[] =>
  events.map((event) => [
    { text: `${dateTime(event.at)}  `, style: theme.quiet },
    { text: pad(event.actor.id === 'system' ? say('actor.system') : shown(event.actor.name), 12) },
    { text: `${term(model.language, 'history', event.type)}  ` },
    { text: eventDetail(event, model, say), style: theme.quiet },
  ]);

const pastLines = (ticket: TicketView, model: SeatModel, theme: Theme, say: Say): StyledLine[] => {
  const history = model.histories.get(ticket.number);
  return [
    [{ text: '' }],
    [{ text: say('tickets.history'), style: theme.title }],
    ...(history
      ? historyLines(history, model, theme, say)
      : [[{ text: say('tickets.history.loading'), style: theme.quiet }]]),
  ];
};

const detailLines = (ticket: TicketView, model: SeatModel, width: number, theme: Theme, say: Say): StyledLine[] => {
  return [
    [
      { text: shown(ticket.name), style: theme.strong },
      { text: `  ${shown(ticket.phone)}  ${term(model.language, 'ticket', ticket.state)}` },
    ],
    [
      {
        text: `${domainName(model.language, model.settings.domains, ticket.domain)} · ${say('tickets.opened')} ${dateTime(ticket.openedAt)}`,
        style: theme.quiet,
      },
    ],
    ...ticketLines(ticket, model, width, theme, say),
    ...(model.ticketOpen ? pastLines(ticket, model, theme, say) : []),
  ];
};

/** Where in the list it stands. */
const placeText = (ticket: TicketView, model: SeatModel, say: Say): string => {
  const rows = ticketRows(model);
  if (!rows.has(ticket)) return say('tickets.left');
  return say('tickets.place', { place: grouped(rows.placeOf(ticket) + 1), count: grouped(rows.size) });
};

/** The selected ticket: its matter, what became of it, and who did what when. */
export const TicketPanel = memo(({ width, height }: { width: number; height: number }): ReactNode => {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const ticket = selectedTicket(model);
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  if (!ticket) return <Frame width={width} height={height} title={say('tickets.detail')} />;
  const lines = detailLines(ticket, model, inner, theme, say);
  const { above, below } = visiblePart(lines.length, rows, model.scroll);
  const goOn = ticket.state === 'open' ? [keyHints(model, say, 'ticket-go-on')] : [];
  const enter = model.ticketOpen ? [...goOn, say('tickets.walk'), keyHints(model, say, 'ticket-back')].join(' · ') : '';
  return (
    <Frame
      width={width}
      height={height}
      title={`${say('tickets.detail')} ${ticket.number}${model.ticketOpen ? ` · ${placeText(ticket, model, say)}` : ''}`}
      aside={above + below > 0 ? say('call.more', { above, below }) : ''}
      footer={enter}
      focused={model.ticketOpen && !model.overlay}
    >
      <ScrollPane lines={lines} width={inner} rows={rows} scroll={model.scroll} />
    </Frame>
  );
});
