import * as z from 'zod';
import type { HeardSeats } from '../../client/desk/heard-seats.ts';
import { CallView } from '../../contract/shapes/call.ts';
import { TicketView } from '../../contract/shapes/ticket.ts';
import { UserView } from '../../contract/shapes/user.ts';
import type { SeatModel } from './model.ts';
import { myCalls } from './selectors.ts';

const Heard = z.object({ me: UserView, calls: z.array(CallView), tickets: z.array(TicketView) });

/** A call that the person is in, or still writes for. */
const isAtHand = (model: SeatModel, id: string): boolean =>
  myCalls(model).some((call) => call.id === id) || (model.drafts.get(id)?.text ?? '') !== '';

/** What a seat last heard of itself, on its desk: enough to go on with its calls while no hub answers. */
export class LastHeard {
  private readonly seats: HeardSeats;
  private kept = '';
  private seenOf: readonly unknown[] = [];

  constructor(seats: HeardSeats) {
    this.seats = seats;
  }

  /** Writes down what has changed. */
  keep(model: SeatModel, token: string | undefined, now: number): void {
    const parts = [model.me, model.calls, model.tickets];
    if (!model.loaded || !model.me || token === undefined || parts.every((part, at) => part === this.seenOf[at]))
      return;
    this.seenOf = parts;
    const calls = [...model.calls.values()].filter(({ seat, id }) => seat?.id === model.me?.id && isAtHand(model, id));
    const tickets = calls.flatMap(({ ticket }) => model.tickets.get(ticket) ?? []);
    const heard = JSON.stringify({ me: model.me, calls, tickets });
    if (heard === this.kept) return;
    this.kept = heard;
    this.seats.keep(token, JSON.parse(heard), now);
  }

  /** The model with what was heard last; undefined when nothing was. */
  recall(model: SeatModel, token: string): SeatModel | undefined {
    const heard = this.seats.last(token, Heard);
    return (
      heard && {
        ...model,
        me: heard.me,
        calls: new Map(heard.calls.map((call) => [call.id, call])),
        tickets: heard.tickets.reduce((rows, ticket) => rows.with(ticket), model.tickets),
      }
    );
  }
}
