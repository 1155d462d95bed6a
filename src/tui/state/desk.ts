import { type EditBuffer, editBuffer } from '../text/edit-buffer.ts';
import { hasConversation, homePane } from './conversation/talk.ts';
import type { Notice, Screen, SeatModel } from './model.ts';
import { type FormState, formKey, type Overlay } from './overlay.ts';
import { myCalls, waitingCalls } from './selectors.ts';
import { sumKinds } from './sums/sum-kind.ts';
import { stopFinding } from './tickets/ticket-list.ts';

/** Changes of what the screen shows; nothing here leaves this program. */

export const answerLimit = 5000;
const emptyDraft = editBuffer('', { multiline: true, max: answerLimit });

/** The answer being written for a call; one object while nothing is written. */
export const draftOf = (model: SeatModel, call: string | undefined): EditBuffer =>
  (call === undefined ? undefined : model.drafts.get(call)) ?? emptyDraft;

export const withDraft = (model: SeatModel, call: string, draft: EditBuffer): SeatModel => ({
  ...model,
  drafts: new Map(model.drafts).set(call, draft),
});

export const withOverlay = (model: SeatModel, overlay: Overlay | undefined): SeatModel => ({ ...model, overlay });

export const withNotice = (model: SeatModel, kind: Notice['kind'], text: string, at: number): SeatModel => ({
  ...model,
  notice: { kind, text, at },
});

/** Where the keys go on a screen at first. */
const firstPane = (model: SeatModel): SeatModel['pane'] => (model.screen === 'call' ? homePane(model) : 'main');

export const showScreen = (model: SeatModel, screen: Screen): SeatModel => {
  if ((model.screen === screen && !model.overlay) || !model.signedIn) return model;
  const shown: SeatModel = { ...stopFinding(model), screen, overlay: undefined, scroll: 0, ticketOpen: false };
  return { ...shown, pane: firstPane(shown) };
};

/** Shows a call on the call screen. */
export const showCall = (model: SeatModel, call: string): SeatModel => {
  if (!model.signedIn) return model;
  const shown: SeatModel = { ...showScreen(model, 'call'), callAt: call };
  return model.callAt === call ? shown : { ...shown, scroll: 0, pane: firstPane(shown) };
};

/** The next of the calls at this seat; the first when none of them is shown. */
export const showNextCall = (model: SeatModel): SeatModel => {
  const calls = myCalls(model);
  if (calls.length === 0) return showScreen(model, 'call');
  const at = calls.findIndex(({ id }) => id === model.callAt);
  return showCall(model, calls[(at + 1) % calls.length]!.id);
};

/** Where an article is read: beside the call on the call screen, else on the knowledge screen. */
export const besideCallOrScreen = (model: SeatModel): SeatModel =>
  model.screen === 'call' && model.callAt !== undefined ? { ...model, pane: 'lookup' } : showScreen(model, 'knowledge');

const clamp = (index: number, length: number): number => Math.max(0, Math.min(index, length - 1));

export const moveInQueue = (model: SeatModel, by: number): SeatModel => {
  const calls = waitingCalls(model);
  const at = calls.findIndex(({ id }) => id === model.queueAt);
  const queueAt = calls[clamp(at + by, calls.length)]?.id;
  return queueAt === model.queueAt ? model : { ...model, queueAt, scroll: 0 };
};

/** Panes clamp the scroll to what they hold when they draw; `most` is what they hold. */
export const scrollBy = (model: SeatModel, by: number, most: number): SeatModel => {
  const scroll = clamp(Math.min(model.scroll, most) + by, most + 1);
  return scroll === model.scroll ? model : { ...model, scroll };
};

export const otherPane = (model: SeatModel): SeatModel => ({
  ...model,
  pane: model.pane === 'main' ? 'detail' : 'main',
});

const callPanes = ['main', 'lookup', 'detail'] as const;
const talkPanes = ['talk', ...callPanes] as const;

/** Round the panes of the call screen: what is said where there is somebody to talk with, answer, knowledge, question. */
export const nextCallPane = (model: SeatModel, by: 1 | -1): SeatModel => {
  const panes: readonly SeatModel['pane'][] = hasConversation(model) ? talkPanes : callPanes;
  const at = panes.indexOf(model.pane);
  return { ...model, pane: panes[(at + by + panes.length) % panes.length]! };
};

export const putForm = (model: SeatModel, form: FormState): SeatModel => ({
  ...model,
  forms: new Map(model.forms).set(formKey(form.kind, form.call), form),
});

/** Opens a form as it was left, or as `fresh` when there is none. */
export const openForm = (model: SeatModel, fresh: FormState): SeatModel => {
  const key = formKey(fresh.kind, fresh.call);
  const known = model.forms.get(key);
  // A form that was begun under an earlier program may lack a field that this one has.
  const form = known
    ? { ...known, values: { ...fresh.values, ...known.values }, at: fresh.at, problem: undefined }
    : fresh;
  return { ...putForm(model, form), overlay: { kind: 'form', form: key } };
};

/** The form leaves the screen and keeps what is in it. */
export const leaveForm = (model: SeatModel, form: FormState): SeatModel => {
  const key = formKey(form.kind, form.call);
  const { overlay } = model;
  return { ...putForm(model, form), overlay: overlay?.kind === 'form' && overlay.form === key ? undefined : overlay };
};

/** The form was accepted. */
export const dropForm = (model: SeatModel, key: string): SeatModel => {
  const forms = new Map(model.forms);
  forms.delete(key);
  const { overlay } = model;
  return { ...model, forms, overlay: overlay?.kind === 'form' && overlay.form === key ? undefined : overlay };
};

const without = <T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> => {
  const left = new Map(map);
  left.delete(key);
  return left;
};

/** Forgets what was being written, looked up, worked out and cited for a call (or an article), and closes its form. */
export const forgetDraft = (model: SeatModel, call: string): SeatModel => {
  let next: SeatModel = {
    ...model,
    drafts: without(model.drafts, call),
    lookups: without(model.lookups, call),
    citations: without(model.citations, call),
  };
  for (const kind of ['close', 'dispatch', 'return', 'move', 'correct', 'keep-snippet', ...sumKinds] as const)
    next = dropForm(next, formKey(kind, call));
  return next;
};
