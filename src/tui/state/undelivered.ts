import type { SeatModel, Undelivered } from './model.ts';

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
