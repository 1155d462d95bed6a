import type { TicketView } from '../../contract/shapes/ticket.ts';
import { citedTitle } from '../state/knowledge/citations.ts';
import type { SeatModel } from '../state/model.ts';
import { labelCells, labelled, type StyledLine } from '../text/styled-line.ts';
import { dateTime } from '../text/time.ts';
import type { Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';

/** `11-30 17:00`, and whether it may still move. */
export const deadlineText = (ticket: Pick<TicketView, 'deadline' | 'deadlineProvisional'>, say: Say): string =>
  ticket.deadline ? `${dateTime(ticket.deadline)}${ticket.deadlineProvisional ? say('answer.provisional') : ''}` : '';

/** A label and what stands beside it. */
type Row = readonly [label: string, text: string];

const outcomeRows = (ticket: TicketView, model: SeatModel, say: Say): Row[] => {
  const { language } = model;
  const topic = ticket.topic && (model.knowledge.base?.topicName(ticket.topic) ?? ticket.topic);
  const rows: (readonly [string, string | null])[] =
    ticket.state === 'dispatched'
      ? [
          [say('answer.unit'), ticket.unit],
          [say('answer.deadline'), deadlineText(ticket, say)],
          [say('form.urgency'), ticket.urgency && term(language, 'urgency', ticket.urgency)],
          [say('answer.reason'), ticket.reason],
          [say('form.topic'), topic],
          [say('answer.title'), ticket.answer],
        ]
      : [
          [say('answer.category'), ticket.category && term(language, 'category', ticket.category)],
          [say('form.topic'), topic],
          [say('answer.articles'), ticket.articles.map((id) => citedTitle(model, id)).join('\n')],
          [say('answer.closed'), ticket.answer],
          // Whether there is one is decided when it is closed.
          [say('form.sms'), ticket.sms ?? (ticket.state === 'closed' ? say('form.sms.none') : null)],
        ];
  return rows.filter((row): row is Row => row[1] !== null && row[1] !== '');
};

const linesOf = (rows: readonly Row[], width: number, theme: Theme): StyledLine[] => {
  const cells = labelCells(rows.map(([label]) => label));
  return rows.flatMap(([label, text]) => labelled(label, text, width, cells, theme.label));
};

/** What became of a ticket that is done: its answer, or where it went and by when. */
export const outcomeLines = (
  ticket: TicketView,
  model: SeatModel,
  width: number,
  theme: Theme,
  say: Say,
): StyledLine[] => linesOf(outcomeRows(ticket, model, say), width, theme);

/** The same, after what was asked. */
export const ticketLines = (
  ticket: TicketView,
  model: SeatModel,
  width: number,
  theme: Theme,
  say: Say,
): StyledLine[] => linesOf([[say('call.question'), ticket.question], ...outcomeRows(ticket, model, say)], width, theme);
