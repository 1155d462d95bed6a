import { fieldsOf, formInUse } from '../forms/fill-in.ts';
import type { SeatModel } from '../state/model.ts';
import { ringingCall, shownCall, shownTicket } from '../state/selectors.ts';
import type { Context } from './action.ts';

/** Whether an answer can be written: the shown call is, or was last, at this seat, and its ticket is open. */
export const canWrite = (model: SeatModel): boolean => {
  const call = shownCall(model);
  const ticket = shownTicket(model);
  return call !== undefined && call.seat?.id === model.me?.id && (ticket === undefined || ticket.state === 'open');
};

const focusedField = (model: SeatModel) => {
  const form = formInUse(model);
  return form && fieldsOf(model, form)[form.at];
};

/** Whether a text field has the keys; single characters are then text. */
export const isWriting = (model: SeatModel): boolean => {
  switch (model.overlay?.kind) {
    case 'palette':
      return true;
    case 'form':
      return focusedField(model)?.type === 'text';
    case undefined:
      return model.screen === 'sign-in' || (model.screen === 'call' && model.pane === 'main' && canWrite(model));
    default:
      return false;
  }
};

/** The places whose keys are in force now, the nearest first. */
export const contextsNow = (model: SeatModel): readonly Context[] => {
  const { overlay, screen } = model;
  if (overlay?.kind === 'form') {
    const field = focusedField(model);
    if (field?.type === 'choice') return ['form', 'choice', 'always'];
    return field?.multiline ? ['form', 'always'] : ['form', 'line', 'always'];
  }
  if (overlay) return [overlay.kind, 'always'];
  if (screen === 'sign-in') return ['sign-in', 'anywhere', 'always'];
  if (ringingCall(model) && !isWriting(model)) return ['ringing', 'anywhere', 'always'];
  if (screen === 'call') {
    const reading = model.pane === 'detail' || !canWrite(model);
    return reading ? ['call', 'question', 'anywhere', 'always'] : ['call', 'anywhere', 'always'];
  }
  if (screen === 'tickets' && model.ticketOpen) return ['ticket', 'anywhere', 'always'];
  return [screen, 'anywhere', 'always'];
};

/** Every combination that `contextsNow` can give, for the test that no two actions share a key. */
export const contextSets: readonly (readonly Context[])[] = [
  ['form', 'choice', 'always'],
  ['form', 'line', 'always'],
  ['form', 'always'],
  ['palette', 'always'],
  ['seat', 'always'],
  ['confirm', 'always'],
  ['help', 'always'],
  ['sign-in', 'anywhere', 'always'],
  ['ringing', 'anywhere', 'always'],
  ['call', 'question', 'anywhere', 'always'],
  ['call', 'anywhere', 'always'],
  ['ticket', 'anywhere', 'always'],
  ['tickets', 'anywhere', 'always'],
  ['queue', 'anywhere', 'always'],
];
