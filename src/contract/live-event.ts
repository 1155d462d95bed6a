import * as z from 'zod';
import { EventView } from './shapes/audit.ts';
import { CallView } from './shapes/call.ts';
import { IdentityView } from './shapes/identity.ts';
import { Change, CorrectionView } from './shapes/knowledge.ts';
import { SeatView } from './shapes/seat.ts';
import { Instant } from './shapes/text.ts';
import { TicketView } from './shapes/ticket.ts';

/**
 * What `GET /events` sends, one JSON an SSE message. The message's `event` is `line`, `hello`, `reset` or `paper`; its `id` is the seq.
 * A `line` event carries its subject as it stands now; a view with a lower revision than one already seen is old news.
 */
export const LineEvent = EventView.extend({
  callView: CallView.optional(),
  ticketView: TicketView.optional(),
  seatView: SeatView.optional(),
  correctionView: CorrectionView.optional(),
  identityView: IdentityView.optional(),
  /**
   * What this event did to the knowledge base: a copy at revision `previous` that makes the change is at `revision`. Unlike a
   * view it is the change of this very event, so that a copy that takes them one after the other is right after each.
   */
  knowledge: z.object({ previous: z.number().int(), revision: z.number().int(), change: Change }).optional(),
});
export type LineEvent = z.infer<typeof LineEvent>;

/** Another screen of the reader's seat has saved what it is writing for a call: event `paper`, without an id. */
export const PaperWritten = z.object({ call: z.uuid(), screen: z.string() });
export type PaperWritten = z.infer<typeof PaperWritten>;

/** First message of a connection that asked for nothing missed: all later than `seq` will follow. */
export const Hello = z.object({ seq: z.number().int(), now: Instant });
export type Hello = z.infer<typeof Hello>;

/** What was missed is too old, or from another store: load everything anew; all later than `seq` will follow. */
export const Reset = Hello;
