import { isEmptyPaper } from '../../contract/shapes/draft.ts';
import { hasOrHad } from '../../domain/call/call.ts';
import { Refusal } from '../../domain/refusal.ts';
import { heldPaper } from '../drafts.ts';
import type { MutationHandlers, ReadHandlers } from '../services.ts';
import { findCall, findTicket } from '../store/records.ts';
import { sealedRow } from '../store/sealed-columns.ts';

export const draftReads: ReadHandlers<'drafts.list'> = {
  'drafts.list': async ({ db, user }) => {
    const rows = await db.selectFrom('drafts').selectAll().where('seat', '=', user.id).orderBy('call').execute();
    return { drafts: rows.flatMap((row) => heldPaper(row) ?? []) };
  },
};

/**
 * A draft is no fact of the line: it changes every second while somebody types, and is gone when the ticket is done. So it has no event,
 * and no place in the chain.
 */
export const draftWork: MutationHandlers<'drafts.put'> = {
  'drafts.put': async ({ work, user, params, body, services }) => {
    const call = await findCall(work.db, params.id);
    const before = await work.db
      .selectFrom('drafts')
      .selectAll()
      .where('call', '=', call.id)
      .where('seat', '=', user.id)
      .executeTakeFirst();
    // Whose call was taken away may still throw away what they wrote.
    const wipes = before !== undefined && isEmptyPaper(body.paper);
    if (!hasOrHad(call, user.id) && !wipes) throw new Refusal('not_your_call', { call: call.id });
    const ticket = await findTicket(work.db, call.ticket);
    if (ticket.state !== 'open') throw new Refusal('ticket_state', { ticket: ticket.number, state: ticket.state });
    const unseen = before && before.version !== body.base && before.screen !== body.screen ? before : undefined;
    const at = Math.min(Date.parse(body.at), work.now);
    const newer = unseen && unseen.at > at ? heldPaper(unseen) : undefined;
    if (newer) return { version: newer.version, newer };
    // By the clock, so that it also grows when a draft was forgotten in between.
    const version = Math.max(work.now, (before?.version ?? 0) + 1);
    const row = sealedRow(work.sealer, 'drafts', {
      call: call.id,
      seat: user.id,
      version,
      passed_over: unseen?.version ?? before?.passed_over ?? 0,
      at,
      screen: body.screen,
      paper: JSON.stringify(body.paper),
    });
    await work.db
      .insertInto('drafts')
      .values(row)
      .onConflict((conflict) => conflict.columns(['call', 'seat']).doUpdateSet(row))
      .execute();
    services.draftNews.later({ seat: user.id, call: call.id, screen: body.screen });
    const replaced = unseen && heldPaper(unseen);
    return { version, ...(replaced && { replaced }) };
  },
};
