import type { SeatModel } from '../state/model.ts';
import { withoutOldNotice } from '../state/old-notice.ts';
import { type FieldValue, type FormState, formKey } from '../state/overlay.ts';
import type { SeatSession } from '../state/session.ts';
import { readsResult } from '../state/sums/result-window.ts';
import { edit, editBuffer } from '../text/edit-buffer.ts';
import { loadReadSounds, readSoundsNow } from '../text/load-sounding.ts';
import { type ReadTyped, readCharacters } from '../text/typed.ts';
import { phraseIn } from '../words/phrase.ts';
import { changeForm, fieldsOf, formInUse } from './fill-in.ts';
import { type Field, type Option, valuesOf } from './form-spec.ts';

type ChoiceField = Extract<Field, { type: 'choice' }>;

/** So long what is typed belongs to what was typed before it on the same choice: letters to letters, words to words. */
const belongsMs = 1500;

/** The choice that has the keys. */
interface Choice {
  readonly form: FormState;
  readonly field: ChoiceField;
  /** Its name among all. */
  readonly on: string;
}

/** What was typed last on a choice, and when. */
interface Typed {
  readonly on: string;
  /** What it chose; another choice ends it. */
  readonly value: string;
  readonly text: string;
  /** It came letter by letter; an input method commits words. */
  readonly letters: boolean;
  readonly at: number;
}
const last = new WeakMap<SeatSession, Typed>();

const isLetter = (text: string): boolean => /^[\x21-\x7e]$/.test(text);

/** Nothing when a text, or no form, has the keys. */
const choiceNow = (model: SeatModel): Choice | undefined => {
  const form = formInUse(model);
  const field = form && !form.sending && !readsResult(model) ? fieldsOf(model, form)[form.at] : undefined;
  return form && field?.type === 'choice'
    ? { form, field, on: `${formKey(form.kind, form.call)} ${field.id}` }
    : undefined;
};

/** Whether a choice has the keys. */
export const isChoosing = (model: SeatModel): boolean => choiceNow(model) !== undefined;

const withValue = (form: FormState, id: string, value: FieldValue): FormState => ({
  ...form,
  problem: undefined,
  values: { ...form.values, [id]: value },
});

/** The first option that has what was typed, from `begin` on and around the end. */
const findOption = (options: readonly Option[], begin: number, typed: string, read: ReadTyped): Option | undefined => {
  const test = read(typed);
  return [...options.slice(begin), ...options.slice(0, begin)].find(({ label }) => test(label));
};

/** Goes to the option that has what was typed; gives back the text that no option has. */
const choose = (
  session: SeatSession,
  { form, field, on }: Choice,
  input: string,
  read: ReadTyped,
): string | undefined => {
  const { clock, say, store } = session;
  const at = clock.now();
  const letter = isLetter(input);
  const before = last.get(session);
  const value = valuesOf(form)[field.id];
  const goesOn = before?.on === on && before.value === value && before.letters === letter && at - before.at < belongsMs;
  const joined = goesOn ? before.text : '';
  const options = field.options(store.get(), say);
  const present = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  const whole = joined + input;
  const grown = findOption(options, joined === '' ? present + 1 : present, whole, read);
  // The same once more goes on to the next; a word may also stand by itself.
  const anew = joined === input || !letter;
  const option = grown ?? (anew ? findOption(options, present + 1, input, read) : undefined);
  if (!option) return whole;
  last.set(session, { on, value: option.value, text: grown ? whole : input, letters: letter, at });
  store.update((model) => withoutOldNotice(model, at));
  changeForm(session, (now) => withValue(now, field.id, { type: 'choice', value: option.value }));
  return undefined;
};

/** What is in no option is written where it can be, and the keys go there; or it is told. */
const giveUp = (session: SeatSession, { field }: Choice, input: string, whole: string): void => {
  const { say, store } = session;
  last.delete(session);
  const { other } = field;
  if (!other) {
    const label = phraseIn(store.get().language, field.label, say);
    session.notice('info', say('choice.unknown', { label, text: isLetter(input) ? whole : input }));
    return;
  }
  // Only with its option chosen is there such a field.
  changeForm(session, (form) => withValue(form, field.id, { type: 'choice', value: other.value }));
  changeForm(session, (form, model) => {
    const fields = fieldsOf(model, form);
    const at = fields.findIndex(({ id }) => id === other.field);
    const to = fields[at];
    if (to?.type !== 'text') return form;
    const { buffer } = edit(editBuffer('', { max: to.max }), { do: 'insert', text: whole, pasted: true });
    return { ...withValue(form, to.id, { type: 'text', buffer }), at };
  });
};

/** Text on a choice: goes to the next option that has it, by its characters, its pinyin or its initials. */
export const typeOnChoice = (session: SeatSession, input: string): void => {
  const text = input.trim();
  const choice = choiceNow(session.store.get());
  if (text === '' || !choice) return;
  const sounds = readSoundsNow();
  const unknown = choose(session, choice, text, sounds ?? readCharacters);
  if (unknown === undefined) return;
  if (sounds) {
    giveUp(session, choice, text, unknown);
    return;
  }
  // Only the first time: how characters sound has to be read in.
  void loadReadSounds().then((read) => {
    const now = choiceNow(session.store.get());
    const still = now?.on === choice.on ? choose(session, now, text, read) : undefined;
    if (still !== undefined) giveUp(session, choice, text, still);
  });
};
