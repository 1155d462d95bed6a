import type { CallView } from '../../contract/shapes/call.ts';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { Context } from '../context.ts';
import { localTime, shortTime } from '../output/local-time.ts';
import { facts, table } from '../output/table.ts';
import { term } from '../words/words.ts';

/** One call as people read it, with its ticket when that is known. */
export const callCard = ({ say, language }: Context, call: CallView, ticket?: TicketView): string => {
  const notes = call.notes.map((note) => `${localTime(note.at)} ${term(language, 'note', note.kind)} ${note.text}`);
  return facts([
    [say('call.id'), call.id],
    [say('call.state'), term(language, 'callState', call.state)],
    [say('call.ticket'), ticket ? `${ticket.number}  ${term(language, 'ticketState', ticket.state)}` : call.ticket],
    [say('call.citizen'), `${call.name}  ${call.phone}`],
    [say('call.domain'), call.topic ? `${call.domain}  ${call.topic}` : call.domain],
    [say('call.priority'), term(language, 'priority', call.priority)],
    [say('call.question'), call.question],
    [say('call.tried'), call.tried],
    [say('call.from'), call.from],
    [say('call.queued'), localTime(call.queuedAt)],
    [say('call.seat'), call.seat?.name],
    [say('call.notes'), notes.join('\n')],
  ]);
};

export const callTable = ({ say, language }: Context, calls: readonly CallView[]): string =>
  table(
    [
      say('call.id'),
      say('call.state'),
      say('call.queued'),
      say('call.priority'),
      say('call.domain'),
      say('call.name'),
      say('call.phone'),
      say('call.seat'),
      say('call.question'),
    ],
    calls.map((call) => [
      call.id,
      term(language, 'callState', call.state),
      shortTime(call.queuedAt),
      term(language, 'priority', call.priority),
      call.domain,
      call.name,
      call.phone,
      call.seat?.name,
      call.question,
    ]),
  );
