import type { Call, Priority } from './call.ts';

/**
 * The moment by which a waiting call is ranked, earliest first. An urgent call counts as having come `headStartSeconds` earlier.
 *
 * This is ageing without a clock: two calls never change places while they wait, an urgent call passes every normal one that
 * came less than a head start before it, and none that came earlier. So no call is ever passed by one that comes later than
 * a head start after it, and nothing starves.
 */
export const queueRank = (queuedAt: number, priority: Priority, headStartSeconds: number): number =>
  priority === 'urgent' ? queuedAt - headStartSeconds * 1000 : queuedAt;

export type Queued = Pick<Call, 'id' | 'front' | 'queuedAt' | 'priority'>;

/** Order of the queue: calls that came back from a lost seat, then by rank, then by arrival, then by id. */
export const compareQueued =
  (headStartSeconds: number) =>
  (a: Queued, b: Queued): number =>
    Number(b.front) - Number(a.front) ||
    queueRank(a.queuedAt, a.priority, headStartSeconds) - queueRank(b.queuedAt, b.priority, headStartSeconds) ||
    a.queuedAt - b.queuedAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
