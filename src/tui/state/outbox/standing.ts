import type { OutboxEntry } from '../../../client/desk/outbox-entry.ts';
import type { HubClient } from '../../../client/hub-client.ts';
import { HubError } from '../../../client/hub-error.ts';
import type { SeatModel } from '../model.ts';
import type { Store } from '../store.ts';

/** Reads what stands at the hub in place of what was refused. */
export const loadStanding = async (
  client: HubClient | undefined,
  store: Store<SeatModel>,
  { ticket: number }: OutboxEntry,
): Promise<void> => {
  if (!client || number === '') return;
  try {
    const { ticket } = await client.call('tickets.show', { params: { number } });
    store.update((model) => ({ ...model, standing: new Map(model.standing).set(number, ticket) }));
  } catch (error) {
    // Not this person's to see any more.
    if (error instanceof HubError && error.code === 'not_found')
      store.update((model) => ({ ...model, standing: new Map(model.standing).set(number, 'hidden') }));
  }
};
