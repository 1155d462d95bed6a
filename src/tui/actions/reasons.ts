import type { CallView } from '../../contract/shapes/call.ts';
import { accountCall, accountView, isLocked, isTalking } from '../state/accounts/verified.ts';
import { articleAt, lookupKeyNow, lookupOf } from '../state/knowledge/lookup.ts';
import type { SeatModel } from '../state/model.ts';
import { leaving } from '../state/outbox/entries.ts';
import { activeCall, ringingCall, selectedCall, shownCall, shownTicket, waitingCalls } from '../state/selectors.ts';
import { selectedTicket } from '../state/tickets/rows.ts';
import type { Say } from '../words/words.ts';
import { canWrite } from './contexts.ts';

/** Reasons why an action does not apply, shared by the actions. Each is a sentence, or nothing. */
export type Reason = (model: SeatModel, say: Say) => string | undefined;

/** The first reason that holds. */
export const unless =
  (...reasons: readonly Reason[]): Reason =>
  (model, say) => {
    for (const reason of reasons) {
      const text = reason(model, say);
      if (text !== undefined) return text;
    }
    return undefined;
  };

/** What acts on the list of tickets acts on one that is seen. */
export const onTickets: Reason = (model, say) => (model.screen === 'tickets' ? undefined : say('why.on-tickets'));

export const signedIn: Reason = (model, say) => (model.signedIn ? undefined : say('why.signed-out'));
export const loaded: Reason = (model, say) => (model.loaded ? undefined : say('why.loading'));

/** A conversation goes on; another call cannot be taken beside it. */
export const free: Reason = (model, say) => {
  const call = activeCall(model);
  return call && say('why.in-call', { about: call.name });
};

export const somethingWaits: Reason = (model, say) =>
  ringingCall(model) || waitingCalls(model).length > 0 ? undefined : say('why.nothing-waits');

export const somethingSelected: Reason = (model, say) => (selectedCall(model) ? undefined : say('why.nothing-waits'));

const mine = (model: SeatModel): CallView | undefined => {
  const call = shownCall(model);
  return call?.seat?.id === model.me?.id ? call : undefined;
};

export const ofMine: Reason = (model, say) => (mine(model) ? undefined : say('why.not-mine'));
export const aCall: Reason = (model, say) => (shownCall(model) ? undefined : say('why.no-call'));

/** The shown call is at this seat, in one of these states. */
export const callIn =
  (...states: readonly CallView['state'][]): Reason =>
  (model, say) => {
    const call = mine(model);
    if (!call) return say('why.no-call');
    return states.includes(call.state) ? undefined : say('why.not-talking', { about: call.name });
  };

export const openTicket: Reason = (model, say) => {
  const ticket = shownTicket(model);
  if (!mine(model)) return say('why.not-mine');
  const going = leaving(model, model.callAt);
  if (going) return say('why.leaving', { about: going.about });
  return ticket && ticket.state !== 'open' ? say('why.ticket-done', { number: ticket.number }) : undefined;
};

/** Only one conversation at a time: a held call cannot come back beside another. */
export const noOtherActive: Reason = (model, say) => {
  const active = activeCall(model);
  const shown = shownCall(model);
  return shown?.state === 'held' && active ? say('why.in-call', { about: active.name }) : undefined;
};

export const aTicket: Reason = (model, say) => (selectedTicket(model) ? undefined : say('why.no-ticket'));

/** An article is chosen or open, and on the screen: nobody means one that they never saw. */
export const anArticle: Reason = (model, say) => {
  if (!model.knowledge.base) return say('kb.loading');
  if (articleAt(model, lookupKeyNow(model)) === undefined) return say('why.no-article');
  return model.screen === 'call' && model.pane !== 'lookup' && !model.knowledgeFits ? say('why.unseen') : undefined;
};

/** A part is chosen, which takes the reader. */
export const aPart: Reason = (model, say) =>
  lookupOf(model, lookupKeyNow(model)).reading ? undefined : say('why.no-part');

/** There is an answer being written that an article can go into. */
export const anAnswer: Reason = (model, say) => (canWrite(model) ? undefined : say('why.no-draft'));

/** Somebody is verified in the shown call, so there is an account to look at. */
export const anAccount: Reason = (model, say) => {
  if (!accountCall(model)) return say('why.no-call');
  if (isLocked(model)) return say('accounts.locked');
  if (accountView(model)) return undefined;
  return say(isTalking(model) ? 'why.not-verified' : 'accounts.call-over');
};

/** The caller is still there. */
export const callerThere: Reason = (model, say) => (isTalking(model) ? undefined : say('accounts.call-over'));

/** The fund has answered. */
export const shownAnswer: Reason = (model, say) => {
  const state = accountView(model)?.query?.state;
  return state === 'shown' || state === 'none' ? undefined : say('why.no-account-answer');
};

/** Who speaks for another person is told no number in full. */
export const toHolder: Reason = (model, say) =>
  accountView(model)?.person.authorisation ? say('why.on-behalf') : undefined;
