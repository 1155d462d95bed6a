import { accountCall, isVerifying } from '../state/accounts/verified.ts';
import { dropForm, leaveForm, openForm, putForm } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import { type FieldValue, type FormKind, type FormState, formKey } from '../state/overlay.ts';
import type { SeatSession } from '../state/session.ts';
import { phraseIn } from '../words/phrase.ts';
import { moveForm, returnForm, revealForm } from './call-forms.ts';
import { closeForm } from './close-form.ts';
import { correctForm } from './correct-form.ts';
import { dispatchForm } from './dispatch-form.ts';
import { exportForm } from './export-form.ts';
import { type Field, type FormSpec, freshForm, valuesOf } from './form-spec.ts';
import { revealFieldForm } from './reveal-field-form.ts';
import { signInForm } from './sign-in-form.ts';
import { snippetForm } from './snippet-form.ts';
import { sumFormSpecs } from './sums/sum-form.ts';
import { verifyForm } from './verify-form.ts';

export const formSpecs: Readonly<Record<FormKind, FormSpec>> = {
  'sign-in': signInForm,
  close: closeForm,
  dispatch: dispatchForm,
  return: returnForm,
  move: moveForm,
  reveal: revealForm,
  correct: correctForm,
  verify: verifyForm,
  'reveal-field': revealFieldForm,
  export: exportForm,
  'keep-snippet': snippetForm,
  ...sumFormSpecs,
};

/** The form that is the screen itself: who signs in, or who calls. */
const formInPlace = (model: SeatModel): { kind: FormKind; call: string } | undefined => {
  if (model.overlay) return undefined;
  if (model.screen === 'sign-in') return { kind: 'sign-in', call: '' };
  const call = model.screen === 'accounts' && isVerifying(model) ? accountCall(model) : undefined;
  return call && { kind: 'verify', call: call.id };
};

/** The form that has the keys: the one over the screen, or the screen's own. */
export const formInUse = (model: SeatModel): FormState | undefined => {
  if (model.overlay?.kind === 'form') return model.forms.get(model.overlay.form);
  const place = formInPlace(model);
  return (
    place && (model.forms.get(formKey(place.kind, place.call)) ?? freshForm(formSpecs[place.kind], model, place.call))
  );
};

export const fieldsOf = (model: SeatModel, form: FormState): readonly Field[] =>
  formSpecs[form.kind].fields(model, form.call);

/** A form as it was left; what is asked only now, and choices that there are no longer, as in a new one. */
const stillFitting = (left: FormState, fresh: FormState, model: SeatModel, { say }: SeatSession): FormState => {
  const gone = fieldsOf(model, left).filter((field) => {
    const value = left.values[field.id];
    if (field.type !== 'choice' || value?.type !== 'choice') return false;
    return !field.options(model, say).some((option) => option.value === value.value);
  });
  const kept = Object.entries(left.values).filter(([id]) => !gone.some((field) => field.id === id));
  return { ...left, values: { ...fresh.values, ...Object.fromEntries(kept) } };
};

/** The first field that must be filled in and is not. */
const firstMissing = (form: FormState, fields: readonly Field[]): number => {
  const values = valuesOf(form);
  return fields.findIndex((field) => field.type === 'text' && !field.optional && !values[field.id]);
};

/** Where to go on in a form: at what is missing or wrong, else where it begins. */
const whereToGoOn = (model: SeatModel, form: FormState): number => {
  const { start, wrong } = formSpecs[form.kind];
  const fields = fieldsOf(model, form);
  const mistakes = wrong?.(model, form);
  const first = [
    firstMissing(form, fields),
    fields.findIndex(({ id }) => mistakes?.has(id)),
    fields.findIndex(({ id }) => id === start?.(model, form.call)),
  ];
  return first.find((at) => at >= 0) ?? 0;
};

/** Opens a form as it was left, or anew when nothing was begun in it. */
export const beginForm = (session: SeatSession, kind: FormKind, call: string): void =>
  session.store.update((model) => {
    const key = formKey(kind, call);
    const left = model.forms.get(key);
    const begun = left === undefined || (formSpecs[kind].begun?.(valuesOf(left)) ?? true);
    const fresh = freshForm(formSpecs[kind], model, call);
    if (!begun) return openForm(dropForm(model, key), fresh);
    if (!left) return openForm(model, fresh);
    const opened = openForm(putForm(model, stillFitting(left, fresh, model, session)), fresh);
    const form = opened.forms.get(key)!;
    return putForm(opened, { ...form, at: whereToGoOn(opened, form) });
  });

/** Changes the form that has the keys; nothing while it is being sent. */
export const changeForm = (session: SeatSession, make: (form: FormState, model: SeatModel) => FormState): void =>
  session.store.update((model) => {
    const form = formInUse(model);
    return form && !form.sending ? putForm(model, make(form, model)) : model;
  });

export const setField = (session: SeatSession, id: string, value: FieldValue): void =>
  changeForm(session, (form) => ({ ...form, problem: undefined, values: { ...form.values, [id]: value } }));

/** To the next field or the one before; not around the ends. */
export const moveField = (session: SeatSession, by: 1 | -1, around = false): void =>
  changeForm(session, (form, model) => {
    const count = fieldsOf(model, form).length;
    const next = form.at + by;
    return { ...form, at: around ? (next + count) % count : Math.max(0, Math.min(count - 1, next)) };
  });

/** To the next or previous option of the choice with the focus. */
export const moveChoice = (session: SeatSession, by: 1 | -1): void =>
  changeForm(session, (form, model) => {
    const field = fieldsOf(model, form)[form.at];
    const value = field && form.values[field.id];
    if (field?.type !== 'choice' || value?.type !== 'choice') return form;
    const options = field.options(model, session.say);
    const at = options.findIndex((option) => option.value === value.value);
    const chosen = options[(at + by + options.length) % options.length];
    return chosen ? { ...form, values: { ...form.values, [field.id]: { type: 'choice', value: chosen.value } } } : form;
  });

/** Whether the focus is on the last field: Enter then submits. */
export const onLastField = (model: SeatModel): boolean => {
  const form = formInUse(model);
  return form !== undefined && form.at >= fieldsOf(model, form).length - 1;
};

/** Whether Enter sends the form from where the focus is. */
export const sendsNow = (model: SeatModel): boolean => {
  const form = formInUse(model);
  const eager = form !== undefined && formSpecs[form.kind].eager === true;
  return onLastField(model) || (eager && firstMissing(form, fieldsOf(model, form)) < 0);
};

/** Sends the form. What is missing or refused is said in it, and everything stays as it was typed. */
export const submitForm = async (session: SeatSession): Promise<void> => {
  const model = session.store.get();
  const form = formInUse(model);
  if (!form || form.sending) return;
  const key = formKey(form.kind, form.call);
  const values = valuesOf(form);
  const fields = fieldsOf(model, form);
  const missing = firstMissing(form, fields);
  if (missing >= 0) {
    const label = phraseIn(model.language, fields[missing]!.label, session.say);
    changeForm(session, (open) => ({ ...open, at: missing, problem: session.say('form.missing', { label }) }));
    return;
  }
  changeForm(session, (open) => ({ ...open, sending: true, problem: undefined }));
  const outcome = await formSpecs[form.kind].submit(session, values, form.call);
  session.store.update((now) => {
    const open = now.forms.get(key);
    if (!open) return now;
    if (outcome.state === 'done' && !formSpecs[form.kind].stays) return dropForm(now, key);
    // It stays as it was filled in until it has been sent: it can be taken back, or be refused.
    if (outcome.state === 'queued') return leaveForm(now, { ...open, sending: false, problem: undefined });
    const problem = 'text' in outcome ? outcome.text : undefined;
    const about = outcome.state === 'refused' ? fields.findIndex(({ id }) => id === outcome.field) : -1;
    return putForm(now, { ...open, at: about < 0 ? open.at : about, sending: false, problem });
  });
};
