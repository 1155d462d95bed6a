import type { HubClient } from '../../../client/hub-client.ts';
import type { CallView } from '../../../contract/shapes/call.ts';
import type { IdentityView } from '../../../contract/shapes/identity.ts';
import type { Subject } from '../../../domain/account/identity-items.ts';
import { likelyTopic } from '../filing.ts';
import type { SeatModel } from '../model.ts';
import { accountDeskOf, changeDesk } from './change-desk.ts';
import { applyIdentity } from './identity.ts';
import { firstTab } from './tabs.ts';
import { verifiedIn } from './verified.ts';

/** Somebody's account opens with what the call is about. */
export const withFirstTab = (model: SeatModel, call: string, subject: Subject): SeatModel =>
  changeDesk(model, call, () => ({ tab: firstTab(subject, likelyTopic(model, call)) }));

/** Who was verified in a call before this program knew of it. */
export const withKnownIdentity = (model: SeatModel, identity: IdentityView): SeatModel => {
  const told = applyIdentity(model, identity);
  const last = verifiedIn(told, identity.call).at(-1);
  return last && accountDeskOf(model, identity.call).identity === undefined
    ? withFirstTab(told, identity.call, last.subject)
    : told;
};

/** What the hub says of calls that are at this seat already; without a word of those it does not answer for. */
export const loadIdentities = async (
  client: HubClient,
  calls: readonly CallView[],
  signal: AbortSignal,
): Promise<readonly IdentityView[]> => {
  const replies = await Promise.all(
    calls.map(({ id }) => client.call('identity.show', { params: { id }, signal }).catch(() => undefined)),
  );
  return replies.flatMap((reply) => (reply ? [reply.identity] : []));
};
