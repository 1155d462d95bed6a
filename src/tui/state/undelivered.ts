import type { PlainKey } from '../words/words.ts';
import type { SeatModel } from './model.ts';

/** A change that got no answer. */
export interface Undelivered {
  /** Names the intent; asking again under the same name uses the same idempotency key. */
  readonly id: string;
  readonly what: PlainKey;
  /** Whose matter it is, for people. */
  readonly about: string;
  readonly call: string;
  readonly ticket: string | undefined;
  /** Revision of the call when it was asked. */
  readonly revision: number;
}

/** Whether news from the hub shows that the change was done after all, or that it can no longer be done. */
export const isSettled = (model: SeatModel, change: Undelivered): boolean => {
  if (change.ticket !== undefined) {
    const ticket = model.tickets.get(change.ticket);
    return ticket !== undefined && ticket.state !== 'open';
  }
  const call = model.calls.get(change.call);
  return call !== undefined && call.revision > change.revision;
};

/** Forgets what is settled. */
export const withoutSettled = (model: SeatModel): SeatModel => {
  const left = model.undelivered.filter((change) => !isSettled(model, change));
  return left.length === model.undelivered.length ? model : { ...model, undelivered: left };
};
