import type { SelectQueryBuilder } from 'kysely';
import { notOwnStates } from '../domain/call/call.ts';
import type { Db, Schema } from './store/schema.ts';

type Rows = SelectQueryBuilder<Schema, 'tickets' | 'calls', object>;

/**
 * Numbers of the tickets that a person had at their seat, and did not give back, or has handled: the next `limit` of each kind among `rows`, from the nearest to
 * `after` on. Each kind is read along an index in the order of the numbers, so a page costs as much as it holds, however many tickets
 * the line has. Asked for with "or" instead, every page would look at all that others handled in between.
 */
export const ownNumbers = (
  db: Db,
  rows: Rows,
  person: string,
  { after, newest, limit }: { after: string | undefined; newest: boolean; limit: number },
) => {
  const way = newest ? 'desc' : 'asc';
  const next = <T extends Rows>(of: T, number: 'calls.ticket' | 'tickets.number') => {
    const behind = after === undefined ? of : of.where(number, newest ? '<' : '>', after);
    return behind.clearSelect().select(`${number} as number`).orderBy(number, way).limit(limit);
  };
  const taken = next(
    rows.where('calls.seat', '=', person).where('calls.state', 'not in', notOwnStates),
    'calls.ticket',
  );
  const handled = next(rows.where('tickets.handled_by', '=', person), 'tickets.number');
  return db
    .selectFrom(taken.as('taken'))
    .select('taken.number')
    .union(db.selectFrom(handled.as('handled')).select('handled.number'));
};
