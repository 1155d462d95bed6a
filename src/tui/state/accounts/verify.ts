import type { BodyOf, ReplyOf } from '../../../contract/routes.ts';
import type { Outcome } from '../asked.ts';
import { withNotice } from '../desk.ts';
import type { SeatModel } from '../model.ts';
import type { SeatSession } from '../session.ts';
import { askForTab } from './ask.ts';
import { changeDesk, openDesk } from './change-desk.ts';
import { applyIdentity } from './identity.ts';
import { withFirstTab } from './known-identity.ts';
import { refusalOf } from './refusal.ts';
import { accountView } from './verified.ts';

const verified =
  (session: SeatSession, call: string) =>
  (model: SeatModel, { person, identity }: ReplyOf<'identity.verify'>): SeatModel => {
    const known = applyIdentity(model, identity);
    // The call went while the fund was asked: whose accounts they are is not kept.
    if (!known.accounts.has(call)) return known;
    const shown = changeDesk(known, call, () => ({ person: person.id, another: false, loan: undefined }));
    return withNotice(
      withFirstTab(shown, call, person.subject),
      'done',
      session.say('accounts.verified', { name: person.name }),
      session.clock.now(),
    );
  };

/**
 * Checks against the fund's record who the caller is. What may be said when the check does not pass stays on the desk. The account
 * that the call is about is asked for at once when it passes.
 */
export const verifyIdentity = async (
  session: SeatSession,
  call: string,
  body: BodyOf<'identity.verify'>,
): Promise<Outcome> => {
  const { store, say, clock } = session;
  const about = store.get().calls.get(call);
  if (!about) return { state: 'refused', text: say('refused.gone', { about: '' }) };
  store.update((model) =>
    changeDesk(openDesk(model, call), call, () => ({ checking: clock.now(), refusal: undefined })),
  );
  const outcome = await session.asking.ask<ReplyOf<'identity.verify'>>({
    id: `verify ${call}`,
    content: body,
    what: 'action.verify',
    about: about.name,
    run: (client, how) => client.call('identity.verify', { params: { id: call }, body, ...how }),
    done: verified(session, call),
  });
  store.update((model) => changeDesk(model, call, () => ({ checking: undefined })));
  if (outcome.state === 'done') {
    // The call may have gone, or another may be looked at, since this was asked.
    if (accountView(store.get())?.call === call) askForTab(session);
    return outcome;
  }
  if (outcome.state === 'busy') return outcome;
  // The form went with the call, so nothing else says why nobody was verified.
  if (!store.get().accounts.has(call)) session.notice('refused', say('refused.gone', { about: about.name }));
  const refusal = refusalOf(outcome.error, say);
  store.update((model) => changeDesk(model, call, () => ({ refusal })));
  // Said once: beside the form, where it stays.
  return { ...outcome, text: '' };
};
