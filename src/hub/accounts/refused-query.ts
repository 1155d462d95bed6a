import { v7 as uuid } from 'uuid';
import { Refusal } from '../../domain/refusal.ts';
import { RecordedRefusal } from '../recorded-refusal.ts';
import type { Db } from '../store/schema.ts';
import type { Work } from '../store/work.ts';
import { appendQuery } from './query-events.ts';

/** What somebody wanted who may not have it. */
export interface RefusedQuery {
  user: string;
  /** The call they named; it need not exist. */
  call: string | undefined;
  operation: string;
  code: string;
  /** For what, which field: what else is known of it. */
  about?: Readonly<Record<string, string>> | undefined;
}

const ticketOf = async (db: Db, call: string | undefined): Promise<string | undefined> => {
  if (call === undefined) return undefined;
  return (await db.selectFrom('calls').select('ticket').where('id', '=', call).executeTakeFirst())?.ticket;
};

/** A refused look into accounts stands in the audit log like one that was answered. */
export const recordRefusal = async (
  work: Work,
  { user, call, operation, code, about }: RefusedQuery,
): Promise<void> => {
  const ticket = await ticketOf(work.db, call);
  await appendQuery(work, {
    id: uuid(),
    type: 'query.refused',
    user,
    call: ticket === undefined ? null : call!,
    ticket: ticket ?? null,
    data: { operation, ...about, code },
  });
};

/** Runs a look into accounts; a rule's refusal becomes one that is recorded. */
export const recordingRefusals = async <T>(query: Omit<RefusedQuery, 'code'>, run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof RecordedRefusal) throw error;
    throw new RecordedRefusal(error, (work) => recordRefusal(work, { ...query, code: error.code }));
  }
};
