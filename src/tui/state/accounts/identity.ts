import type { IdentityView } from '../../../contract/shapes/identity.ts';
import type { SeatModel } from '../model.ts';
import { changeDesk, openDesk } from './change-desk.ts';
import { forgetLeft } from './forget.ts';

/** What was checked in a call, as a reply or an event tells it. Older news than what is known changes nothing; nor does that of a call elsewhere. */
export const applyIdentity = (model: SeatModel, identity: IdentityView): SeatModel => {
  const known = model.accounts.get(identity.call)?.identity;
  if (known && known.revision >= identity.revision) return model;
  return forgetLeft(changeDesk(openDesk(model, identity.call), identity.call, () => ({ identity })));
};
