import type { HubClient } from '../../../client/hub-client.ts';
import { HubError } from '../../../client/hub-error.ts';
import type { SeatModel } from '../model.ts';
import type { SeatSession } from '../session.ts';
import { type AccountDesk, type Query, queryKey } from './account-desk.ts';
import { changeDesk } from './change-desk.ts';
import { refusalOf } from './refusal.ts';
import type { Answer, ReplyFor, Tab } from './tabs.ts';
import { accountView } from './verified.ts';

interface About {
  readonly call: string;
  readonly person: string;
  readonly loan: string | undefined;
}

/** As many entries as the hub gives at once: three years of an account are fewer. */
const size = 500;

const ask: { readonly [T in Tab]: (client: HubClient, about: About) => Promise<ReplyFor<T>> } = {
  overview: (client, { call, person }) => client.call('accounts.employee', { params: { id: call }, query: { person } }),
  contributions: (client, { call, person }) =>
    client.call('accounts.contributions', { params: { id: call }, query: { person, size } }),
  progress: (client, { call, person }) =>
    client.call('accounts.loan-progress', { params: { id: call }, query: { person } }),
  loans: (client, { call, person }) => client.call('accounts.loans', { params: { id: call }, query: { person } }),
  repayments: (client, { call, person, loan }) =>
    client.call('accounts.repayments', { params: { id: call }, query: { person, ...(loan && { loan }) } }),
  employer: (client, { call, person }) => client.call('accounts.employer', { params: { id: call }, query: { person } }),
  remittances: (client, { call, person }) =>
    client.call('accounts.employer-contributions', { params: { id: call }, query: { person, size } }),
  online: (client, { call, person }) => client.call('accounts.online', { params: { id: call }, query: { person } }),
};

const put = (model: SeatModel, call: string, key: string, query: Query, more: Partial<AccountDesk> = {}): SeatModel =>
  changeDesk(model, call, ({ queries }) => ({ ...more, queries: new Map(queries).set(key, query) }));

/** Whose plan is asked for without naming a loan may have none. */
const hasNoLoan = (tab: Tab, { loan }: About, error: unknown): boolean =>
  tab === 'repayments' && loan === undefined && error instanceof HubError && error.code === 'not_found';

/** Asks the fund and shows what comes. What was shown before goes at once: nothing old may be taken for the answer. */
const askFund = async (session: SeatSession, tab: Tab, about: About): Promise<void> => {
  const { client, store, say } = session;
  if (!client) return;
  const { call, person } = about;
  const key = queryKey(person, tab);
  const token = Symbol(tab);
  store.update((model) => {
    const asked = put(model, call, key, { state: 'asking', since: session.clock.now(), token });
    return changeDesk(asked, call, ({ scrolls }) => ({ scrolls: new Map([...scrolls].filter(([at]) => at !== key)) }));
  });
  // An answer that nobody waits for any more, because it was asked again or the call is gone, is dropped.
  const answered = (query: Query): void =>
    store.update((model) => {
      const now = model.accounts.get(call)?.queries.get(key);
      return now?.state === 'asking' && now.token === token ? put(model, call, key, query) : model;
    });
  try {
    const answer = { tab, reply: await ask[tab](client, about) } as Answer;
    answered({ state: 'shown', answer });
  } catch (error) {
    answered(hasNoLoan(tab, about, error) ? { state: 'none' } : { state: 'failed', refusal: refusalOf(error, say) });
  }
};

/** Asks for what the screen shows, unless it has been asked for. */
export const askForTab = (session: SeatSession): void => {
  const view = accountView(session.store.get());
  if (view && !view.query) void askFund(session, view.tab, { ...view, person: view.person.id, loan: view.desk.loan });
};

/** Asks once more, also while an answer is still on its way. */
export const askAgain = (session: SeatSession): void => {
  const view = accountView(session.store.get());
  if (view) void askFund(session, view.tab, { ...view, person: view.person.id, loan: view.desk.loan });
};

/** The terms of the next of the loans; which there are is asked for first. */
export const nextLoan = async (session: SeatSession): Promise<void> => {
  const view = accountView(session.store.get());
  if (!view) return;
  const { call, person, desk } = view;
  const key = queryKey(person.id, 'loans');
  if (desk.queries.get(key)?.state !== 'shown')
    await askFund(session, 'loans', { call, person: person.id, loan: undefined });
  const now = accountView(session.store.get());
  const known = now?.call === call ? now.desk.queries.get(key) : undefined;
  if (known?.state !== 'shown' || known.answer.tab !== 'loans') {
    session.notice('refused', session.say('accounts.no-loans'));
    return;
  }
  const { loans } = known.answer.reply;
  if (loans.length < 2) {
    session.notice('info', session.say('accounts.one-loan'));
    return;
  }
  const at = loans.findIndex(({ ref }) => ref === (now?.desk.loan ?? loans[0]?.ref));
  const loan = loans[(at + 1) % loans.length]!.ref;
  session.store.update((model) => changeDesk(model, call, () => ({ loan })));
  askAgain(session);
};
