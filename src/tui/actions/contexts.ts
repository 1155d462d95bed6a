import { fieldsOf, formInUse } from '../forms/fill-in.ts';
import { canTalk, hasConversation, talkHasKeys } from '../state/conversation/talk.ts';
import { lookupKeyNow, lookupOf } from '../state/knowledge/lookup.ts';
import type { SeatModel } from '../state/model.ts';
import { leaving } from '../state/outbox/entries.ts';
import { ringingCall, shownCall, shownTicket } from '../state/selectors.ts';
import { readsResult } from '../state/sums/result-window.ts';
import { sumOf } from '../state/sums/sum-kind.ts';
import type { Context } from './action.ts';

/** Whether an answer can be written: the shown call is, or was last, at this seat, its ticket is open and not on its way. */
export const canWrite = (model: SeatModel): boolean => {
  const call = shownCall(model);
  const ticket = shownTicket(model);
  return (
    call !== undefined &&
    call.seat?.id === model.me?.id &&
    (ticket === undefined || ticket.state === 'open') &&
    !leaving(model, call.id)
  );
};

const focusedField = (model: SeatModel) => {
  const form = formInUse(model);
  return form && fieldsOf(model, form)[form.at];
};

const isReading = (model: SeatModel): boolean => lookupOf(model, lookupKeyNow(model)).reading !== undefined;

/** Whether the knowledge has the keys on the call screen. */
const besideCall = ({ screen, pane, callAt }: SeatModel): boolean =>
  screen === 'call' && pane === 'lookup' && callAt !== undefined;

/** Whether a text field has the keys; single characters are then text. */
export const isWriting = (model: SeatModel): boolean => {
  if (!model.windowFits) return false;
  switch (model.overlay?.kind) {
    case 'palette':
    case 'snippets':
      return true;
    case 'form':
      return focusedField(model)?.type === 'text' && !readsResult(model);
    case undefined:
      if (model.screen === 'accounts') return focusedField(model)?.type === 'text';
      if (besideCall(model) || model.screen === 'knowledge') return !isReading(model);
      if (model.screen === 'tickets') return model.ticketList.typing;
      if (talkHasKeys(model)) return canTalk(model);
      return model.screen === 'sign-in' || (model.screen === 'call' && model.pane === 'main' && canWrite(model));
    default:
      return false;
  }
};

/** While the conversation has the keys. */
const talkSet: readonly Context[] = ['talk', 'kb', 'call', 'anywhere', 'always'];

/** The places with the one that there is besides where citizens can be talked with. */
const practised = (contexts: readonly Context[]): readonly Context[] =>
  contexts.flatMap((context): readonly Context[] => (context === 'always' ? ['practice', context] : [context]));

/** The places whose keys are in force now, the nearest first. */
export const contextsNow = (model: SeatModel): readonly Context[] =>
  hasConversation(model) && model.windowFits ? practised(placesNow(model)) : placesNow(model);

const placesNow = (model: SeatModel): readonly Context[] => {
  const { overlay, screen } = model;
  // Nobody sees what a key does: only to quit, and what concerns the terminal.
  if (!model.windowFits)
    return overlay?.kind === 'confirm' && overlay.what === 'quit' ? ['confirm', 'always'] : ['always'];
  if (overlay?.kind === 'form') {
    if (readsResult(model)) return ['sum-result', 'sum', 'always'];
    const field = focusedField(model);
    const sum: readonly Context[] = sumOf(formInUse(model)?.kind ?? '') === undefined ? [] : ['sum'];
    if (field?.type === 'choice') return [...sum, 'form', 'choice', 'always'];
    return field?.multiline ? ['form', 'always'] : [...sum, 'form', 'line', 'always'];
  }
  if (overlay?.kind === 'article-menu') return ['article-menu', 'article', 'always'];
  if (overlay) return [overlay.kind, 'always'];
  if (screen === 'sign-in') return ['sign-in', 'anywhere', 'always'];
  if (ringingCall(model) && !isWriting(model)) return ['ringing', 'anywhere', 'always'];
  if (besideCall(model)) {
    return isReading(model)
      ? ['reader', 'article', 'kb', 'call', 'anywhere', 'always']
      : ['lookup', 'beside-call', 'kb', 'call', 'anywhere', 'always'];
  }
  if (talkHasKeys(model)) return talkSet;
  if (screen === 'call') {
    const asked = model.pane === 'detail' || !canWrite(model);
    return [...(asked ? (['question'] as const) : []), 'conversation', 'kb', 'call', 'anywhere', 'always'];
  }
  if (screen === 'knowledge') {
    return isReading(model)
      ? ['reader', 'article', 'kb', 'anywhere', 'always']
      : ['lookup', 'knowledge', 'kb', 'anywhere', 'always'];
  }
  if (screen === 'accounts') {
    const field = focusedField(model);
    if (!field) return ['accounts', 'call', 'anywhere', 'always'];
    return ['verify', field.type === 'choice' ? 'choice' : 'line', 'call', 'anywhere', 'always'];
  }
  if (screen === 'tickets') {
    if (model.ticketOpen) return ['ticket', 'anywhere', 'always'];
    return [model.ticketList.typing ? 'ticket-find' : 'ticket-marks', 'tickets', 'anywhere', 'always'];
  }
  return [screen, 'anywhere', 'always'];
};

/** Every combination of places, without those of conversations. */
const placeSets: readonly (readonly Context[])[] = [
  ['form', 'choice', 'always'],
  ['form', 'line', 'always'],
  ['form', 'always'],
  ['sum', 'form', 'choice', 'always'],
  ['sum', 'form', 'line', 'always'],
  ['sum-result', 'sum', 'always'],
  ['sums', 'always'],
  ['always'],
  ['palette', 'always'],
  ['outbox', 'always'],
  ['conflict', 'always'],
  ['older', 'always'],
  ['snippets', 'always'],
  ['seat', 'always'],
  ['confirm', 'always'],
  ['help', 'always'],
  ['sign-in', 'anywhere', 'always'],
  ['ringing', 'anywhere', 'always'],
  ['article-menu', 'article', 'always'],
  ['related', 'always'],
  ['sms', 'always'],
  ['question', 'conversation', 'kb', 'call', 'anywhere', 'always'],
  ['conversation', 'kb', 'call', 'anywhere', 'always'],
  ['lookup', 'beside-call', 'kb', 'call', 'anywhere', 'always'],
  ['reader', 'article', 'kb', 'call', 'anywhere', 'always'],
  ['lookup', 'knowledge', 'kb', 'anywhere', 'always'],
  ['reader', 'article', 'kb', 'anywhere', 'always'],
  ['accounts', 'call', 'anywhere', 'always'],
  ['verify', 'choice', 'call', 'anywhere', 'always'],
  ['verify', 'line', 'call', 'anywhere', 'always'],
  ['ticket', 'anywhere', 'always'],
  ['ticket-find', 'tickets', 'anywhere', 'always'],
  ['ticket-marks', 'tickets', 'anywhere', 'always'],
  ['queue', 'anywhere', 'always'],
];

/** Every combination that `contextsNow` can give, for the test that no two actions share a key. */
export const contextSets: readonly (readonly Context[])[] = [...placeSets, ...[...placeSets, talkSet].map(practised)];

/** Places that there are only where citizens can be talked with. */
const ofConversation: readonly Context[] = ['practice', 'talk'];

/** Whether a place is one of this seat's: what it is not is in no list of what can be done. */
export const isPlaceHere = (context: Context, model: SeatModel): boolean =>
  hasConversation(model) || !ofConversation.includes(context);
