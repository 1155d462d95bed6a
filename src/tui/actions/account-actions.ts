import { beginForm, formSpecs, moveField, onLastField, submitForm } from '../forms/fill-in.ts';
import { nextLoan } from '../state/accounts/ask.ts';
import { insertSaid } from '../state/accounts/insert-said.ts';
import { nextPerson, nextTab, openAccounts, scrollAccount, showTab, verifyAnother } from '../state/accounts/open.ts';
import { hideField } from '../state/accounts/reveal-field.ts';
import { tabsOf } from '../state/accounts/tabs.ts';
import { accountCall, accountView, isVerifying, loansKnown, verifiedIn, verifies } from '../state/accounts/verified.ts';
import { showScreen } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';
import { anAccount, anAnswer, callerThere, loaded, shownAnswer, signedIn, unless } from './reasons.ts';

/** Back to the conversation; from the check of somebody else, to the account. */
const back = (session: SeatSession): void => {
  const model = session.store.get();
  if (isVerifying(model) && accountView(model)) verifyAnother(session, false);
  // Why a key did nothing here says nothing there.
  else
    session.store.update((now) => ({
      ...showScreen(now, 'call'),
      notice: now.notice?.kind === 'info' ? undefined : now.notice,
    }));
};

const onRepayments: NonNullable<Action['whyNot']> = (model, say) =>
  accountView(model)?.tab === 'repayments' ? undefined : say('why.not-repayments');

/** More than one loan is known of. */
const hasMoreLoans = (model: SeatModel): boolean => {
  const view = accountView(model);
  return view !== undefined && (loansKnown(view.desk, view.person.id) ?? 0) > 1;
};

const severalPeople: NonNullable<Action['whyNot']> = (model, say) => {
  const view = accountView(model);
  return view && verifiedIn(model, view.call).length > 1 ? undefined : say('why.one-person');
};

const mostTabs = 6;

/** F5, and what the accounts of a call understand. */
export const accountActions: readonly Action[] = [
  {
    id: 'show-accounts',
    name: 'action.accounts',
    help: 'help.accounts',
    keys: ['f5'],
    where: 'anywhere',
    bar: 11.7,
    idle: (model) => (model.screen === 'accounts' ? !verifies(model) && !accountView(model) : !accountCall(model)),
    nameNow: (model) =>
      model.screen === 'accounts' ? (verifies(model) ? 'action.verify' : 'action.ask-again') : undefined,
    whyNot: unless(signedIn, loaded),
    run: (session) => (verifies(session.store.get()) ? submitForm(session) : openAccounts(session)),
  },
  {
    id: 'insert-said',
    name: 'action.insert-said',
    help: 'help.insert-said',
    keys: ['ctrl+y'],
    where: 'accounts',
    bar: 5,
    whyNot: unless(anAccount, shownAnswer, anAnswer),
    run: insertSaid,
  },
  {
    id: 'next-loan',
    name: 'action.next-loan',
    help: 'help.next-loan',
    keys: ['ctrl+e'],
    where: 'accounts',
    bar: 7,
    idle: (model) => !hasMoreLoans(model),
    whyNot: unless(anAccount, onRepayments),
    run: nextLoan,
  },
  {
    id: 'verify-another',
    name: 'action.verify-another',
    help: 'help.verify-another',
    keys: ['ctrl+a'],
    where: 'accounts',
    bar: 17,
    whyNot: unless(anAccount, callerThere),
    run: (session) => verifyAnother(session, true),
  },
  {
    id: 'next-person',
    name: 'action.next-person',
    help: 'help.next-person',
    keys: ['ctrl+o'],
    where: 'accounts',
    bar: 8,
    whyNot: unless(anAccount, severalPeople),
    run: nextPerson,
  },
  {
    ...hidden(
      'accounts',
      'next-tab',
      'action.next-tab',
      'help.next-tab',
      ['tab', 'right', 'l'],
      (s) => nextTab(s, 1),
      6,
    ),
    idle: (model) => !accountView(model),
  },
  hidden('accounts', 'previous-tab', 'action.previous-tab', 'help.next-tab', ['shift+tab', 'left', 'h'], (s) =>
    nextTab(s, -1),
  ),
  ...Array.from({ length: mostTabs }, (_, at) =>
    hidden('accounts', `tab-${at + 1}`, 'action.to-tab', 'help.to-tab', [`${at + 1}`, `alt+${at + 1}`], (session) => {
      const view = accountView(session.store.get());
      const tab = view && tabsOf(view.person.subject)[at];
      if (tab) showTab(session, tab);
    }),
  ),
  hidden('accounts', 'up', 'action.up', 'help.scroll', ['up', 'k'], (session) => scrollAccount(session, -1)),
  hidden('accounts', 'down', 'action.down', 'help.scroll', ['down', 'j'], (session) => scrollAccount(session, 1)),
  hidden('accounts', 'page-up', 'action.page-up', 'help.scroll', ['pageup'], (session) =>
    scrollAccount(session, -session.sheet.page),
  ),
  hidden('accounts', 'page-down', 'action.page-down', 'help.scroll', ['pagedown', ' '], (session) =>
    scrollAccount(session, session.sheet.page),
  ),
  hidden('accounts', 'first', 'action.first', 'help.scroll-first', ['home', 'g'], (session) =>
    scrollAccount(session, -session.sheet.most),
  ),
  hidden('accounts', 'last', 'action.last', 'help.scroll-last', ['end', 'G'], (session) =>
    scrollAccount(session, session.sheet.most),
  ),
  {
    ...hidden('accounts', 'back', 'action.back-to-call', 'help.back-to-call', ['escape'], back, 20),
    idle: (model) => !accountCall(model),
  },

  {
    ...hidden(
      'verify',
      'enter',
      'action.field-enter',
      'help.field-enter',
      ['enter'],
      (session) => (onLastField(session.store.get()) ? submitForm(session) : moveField(session, 1)),
      1,
    ),
    nameNow: (model) => (onLastField(model) ? formSpecs.verify.go : 'action.field-next'),
  },
  hidden('verify', 'next', 'action.field-other', 'help.field-next', ['tab'], (s) => moveField(s, 1, true), 2),
  hidden('verify', 'previous', 'action.field-previous', 'help.field-previous', ['shift+tab'], (session) =>
    moveField(session, -1, true),
  ),
  hidden('verify', 'back', 'action.back-to-call', 'help.back-to-call', ['escape'], back, 9),
];

/** Ctrl-P on the accounts: a field of theirs in full, or masked again. */
export const revealOnAccounts = (session: SeatSession): void => {
  const view = accountView(session.store.get());
  if (view?.desk.reveal) hideField(session);
  else if (view) beginForm(session, 'reveal-field', view.call);
};
