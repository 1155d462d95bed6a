import type { CallView } from '../../../contract/shapes/call.ts';
import type { VerifiedView } from '../../../contract/shapes/identity.ts';
import { seatedStates } from '../../../domain/call/call.ts';
import type { SeatModel } from '../model.ts';
import { shownCall } from '../selectors.ts';
import { type AccountDesk, type Query, queryKey } from './account-desk.ts';
import { accountDeskOf } from './change-desk.ts';
import { type Tab, tabsOf } from './tabs.ts';

/** The call whose accounts are looked at: the shown one, while it is at this seat. */
export const accountCall = (model: SeatModel): CallView | undefined => {
  const call = shownCall(model);
  return call && call.seat?.id === model.me?.id && seatedStates.includes(call.state) ? call : undefined;
};

/** Whom this person verified in a call. What a colleague verified before is not theirs to use. */
export const verifiedIn = (model: SeatModel, call: string): readonly VerifiedView[] =>
  accountDeskOf(model, call).identity?.verified.filter(({ by }) => by.id === model.me?.id) ?? [];

/** Whose accounts are looked at. */
export const personNow = (model: SeatModel): VerifiedView | undefined => {
  const call = accountCall(model);
  if (!call) return undefined;
  const desk = accountDeskOf(model, call.id);
  if (desk.identity?.locked) return undefined;
  const verified = verifiedIn(model, call.id);
  return verified.find(({ id }) => id === desk.person) ?? verified.at(-1);
};

/** Which loans somebody has, once that was asked for; `undefined` while it is not known. */
export const loansKnown = ({ queries }: AccountDesk, person: string): number | undefined => {
  const query = queries.get(queryKey(person, 'loans'));
  return query?.state === 'shown' && query.answer.tab === 'loans' ? query.answer.reply.loans.length : undefined;
};

/** Whether no more can be asked in the shown call. */
export const isLocked = (model: SeatModel): boolean => {
  const call = accountCall(model);
  return call !== undefined && accountDeskOf(model, call.id).identity?.locked === true;
};

/** Whether the caller of the shown call is still there: nobody else can be verified. */
export const isTalking = (model: SeatModel): boolean => {
  const state = accountCall(model)?.state;
  return state === 'active' || state === 'held';
};

/** Whether the screen asks who the caller is. */
export const isVerifying = (model: SeatModel): boolean => {
  const call = accountCall(model);
  if (!call || isLocked(model) || !isTalking(model)) return false;
  return personNow(model) === undefined || accountDeskOf(model, call.id).another;
};

/** Whether the form of that has the screen. */
export const verifies = (model: SeatModel): boolean => model.screen === 'accounts' && isVerifying(model);

/** What is looked at now. */
export interface AccountView {
  readonly call: string;
  readonly desk: AccountDesk;
  readonly person: VerifiedView;
  readonly tab: Tab;
  readonly key: string;
  readonly query: Query | undefined;
}

/** The account on the screen; nothing before somebody is verified. */
export const accountView = (model: SeatModel): AccountView | undefined => {
  const call = accountCall(model);
  const person = personNow(model);
  if (!call || !person) return undefined;
  const desk = accountDeskOf(model, call.id);
  const tabs = tabsOf(person.subject);
  const tab = tabs.includes(desk.tab) ? desk.tab : tabs[0]!;
  const key = queryKey(person.id, tab);
  return { call: call.id, desk, person, tab, key, query: desk.queries.get(key) };
};
