import { showScreen } from '../desk.ts';
import type { SeatModel } from '../model.ts';
import type { SeatSession } from '../session.ts';
import type { AccountDesk } from './account-desk.ts';
import { askAgain, askForTab } from './ask.ts';
import { accountDeskOf, changeDesk, openDesk } from './change-desk.ts';
import { withKnownIdentity } from './known-identity.ts';
import { type Tab, tabsOf } from './tabs.ts';
import { accountCall, accountView, verifiedIn } from './verified.ts';

/** That there is nobody to ask is said before anybody's numbers are typed. */
const withoutFund = ({ say }: SeatSession, model: SeatModel, call: string): SeatModel =>
  changeDesk(model, call, () => ({ refusal: { text: say('accounts.no-fund'), tell: say('accounts.tell') } }));

/** Who was verified in this call before this program was started; without a word when the hub does not say. */
const loadIdentity = async (session: SeatSession, call: string): Promise<void> => {
  const reply = await session.client?.call('identity.show', { params: { id: call } }).catch(() => undefined);
  if (!reply) return;
  session.store.update((model) => {
    if (!model.accounts.has(call)) return model;
    const known = withKnownIdentity(model, reply.identity);
    return reply.fund === null ? withoutFund(session, known, call) : known;
  });
  if (session.store.get().screen === 'accounts') askForTab(session);
};

/** The screen shows a call: who was verified in it is asked for, and then their account. */
export const arriveAtAccounts = (session: SeatSession): void => {
  const { store } = session;
  const call = accountCall(store.get());
  if (!call) return;
  store.update((model) => openDesk(model, call.id));
  if (accountDeskOf(store.get(), call.id).identity) askForTab(session);
  else void loadIdentity(session, call.id);
};

/** F5: the accounts of the shown call; on them already, the fund is asked again. */
export const openAccounts = (session: SeatSession): void => {
  const { store } = session;
  if (store.get().screen === 'accounts') askAgain(session);
  // The screen, once drawn, asks for what it shows.
  else store.update((model) => showScreen(model, 'accounts'));
};

const change = (session: SeatSession, make: (desk: AccountDesk) => Partial<AccountDesk>): void =>
  session.store.update((model) => {
    const call = accountCall(model);
    return call ? changeDesk(model, call.id, make) : model;
  });

export const showTab = (session: SeatSession, tab: Tab): void => {
  change(session, () => ({ tab }));
  askForTab(session);
};

/** Round the tabs. */
export const nextTab = (session: SeatSession, by: 1 | -1): void => {
  const view = accountView(session.store.get());
  if (!view) return;
  const tabs = tabsOf(view.person.subject);
  showTab(session, tabs[(tabs.indexOf(view.tab) + by + tabs.length) % tabs.length]!);
};

/** The account of the next of those who were verified. */
export const nextPerson = (session: SeatSession): void => {
  const model = session.store.get();
  const view = accountView(model);
  if (!view) return;
  const verified = verifiedIn(model, view.call);
  const at = verified.findIndex(({ id }) => id === view.person.id);
  const person = verified[(at + 1) % verified.length]!.id;
  change(session, () => ({ person, loan: undefined }));
  askForTab(session);
};

/** Asks who else is on the line, or no longer. */
export const verifyAnother = (session: SeatSession, another: boolean): void => {
  session.store.update((model) => showScreen(model, 'accounts'));
  change(session, () => ({ another, refusal: undefined }));
};

/** Scrolls what is shown, from where it was drawn last. */
export const scrollAccount = (session: SeatSession, by: number): void => {
  const view = accountView(session.store.get());
  if (!view) return;
  const { top: now, most } = session.sheet;
  const top = Math.max(0, Math.min(now + by, most));
  change(session, ({ scrolls }) => ({ scrolls: new Map(scrolls).set(view.key, top) }));
};
