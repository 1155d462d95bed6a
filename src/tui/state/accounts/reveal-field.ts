import type { ReplyOf } from '../../../contract/routes.ts';
import type { RevealField } from '../../../domain/account/disclosure.ts';
import type { Outcome } from '../asked.ts';
import type { SeatSession } from '../session.ts';
import { changeDesk } from './change-desk.ts';
import { accountView } from './verified.ts';

/** Hides a field when its time is over. A clock that stood still, such as that of a machine asleep, hides it when it goes on. */
const hideAt = (session: SeatSession, call: string, until: number): void => {
  const stop = session.clock.second.subscribe(() => {
    if (session.clock.now() < until) return;
    stop();
    session.store.update((model) =>
      changeDesk(model, call, ({ reveal }) => (reveal?.until === until ? { reveal: undefined } : {})),
    );
  });
};

/** Shows one field of the account on the screen in full for half a minute. */
export const revealField = async (session: SeatSession, field: RevealField, reason: string): Promise<Outcome> => {
  const { store, say, clock } = session;
  const view = accountView(store.get());
  if (!view) return { state: 'refused', text: say('why.not-verified') };
  const { call, person, desk } = view;
  return session.asking.ask<ReplyOf<'accounts.reveal'>>({
    id: `reveal-field ${call} ${person.id}`,
    content: { field, reason },
    what: 'action.reveal-field',
    about: person.name,
    run: (client, how) =>
      client.call('accounts.reveal', {
        params: { id: call },
        body: { person: person.id, field, reason, ...(desk.loan && { loan: desk.loan }) },
        ...how,
      }),
    done: (model, { value, seconds }) => {
      const until = clock.now() + seconds * 1000;
      hideAt(session, call, until);
      return changeDesk(model, call, () => ({ reveal: { field, value, until } }));
    },
  });
};

/** Hides it before its time. */
export const hideField = (session: SeatSession): void => {
  const view = accountView(session.store.get());
  if (view) session.store.update((model) => changeDesk(model, view.call, () => ({ reveal: undefined })));
};
