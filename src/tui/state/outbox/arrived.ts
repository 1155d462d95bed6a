import type { OutboxEntry } from '../../../client/desk/outbox-entry.ts';
import type { HubClient } from '../../../client/hub-client.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { maskCitizenNumbers } from '../../../domain/text/mask.ts';
import { plainText } from '../../../domain/text/plain-text.ts';

const suspicious: readonly ErrorCode[] = ['ticket_state', 'idempotency_conflict'];

/** As the hub keeps a text that was sent. */
export const asKept = (text: unknown): string =>
  typeof text === 'string' ? maskCitizenNumbers(plainText(text, { multiline: true })) : '';

/**
 * Whether a refusal only says that the same was done before: by this person's other screen, or long ago under a key that the hub has
 * forgotten. Then what the hub has is the reply.
 */
export const arrivedBefore = async (
  client: HubClient,
  entry: OutboxEntry,
  code: ErrorCode,
  me: string | undefined,
): Promise<unknown> => {
  if (!entry.route.startsWith('tickets.') || !suspicious.includes(code)) return undefined;
  const found = await client.call('tickets.show', { params: { number: entry.ticket } }).catch(() => undefined);
  const ticket = found?.ticket;
  if (!ticket || ticket.handledBy?.id !== me) return undefined;
  const wanted = entry.route === 'tickets.close' ? 'closed' : 'dispatched';
  const same =
    ticket.state === wanted &&
    (ticket.answer ?? '') === asKept(entry.body.answer) &&
    (wanted === 'closed' || (ticket.unit === entry.body.unit && ticket.reason === asKept(entry.body.reason)));
  return same ? { ticket } : undefined;
};
