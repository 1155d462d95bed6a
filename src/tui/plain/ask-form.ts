import { fieldsOf, formInUse, formSpecs, setField, submitForm } from '../forms/fill-in.ts';
import type { Field, Option } from '../forms/form-spec.ts';
import { withOverlay } from '../state/desk.ts';
import type { FieldValue, FormState } from '../state/overlay.ts';
import type { SeatSession } from '../state/session.ts';
import { editBuffer } from '../text/edit-buffer.ts';
import { shown, shownParagraph } from '../text/styled-line.ts';
import { phraseIn } from '../words/phrase.ts';
import { saidNo } from '../words/plain-names.ts';
import { Cancelled, type LineTerminal } from './line-terminal.ts';
import { putLineBy, readParagraph, withLine } from './paragraph.ts';

type Choice = Extract<Field, { type: 'choice' }>;
type Text = Extract<Field, { type: 'text' }>;

/** As many options as are read out at once; more are found by a word of theirs. */
const mostOffered = 9;

const plainly = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const askChoice = async (session: SeatSession, terminal: LineTerminal, field: Choice, label: string, now: string) => {
  const { say } = session;
  const options = field.options(session.store.get(), say);
  const present = options.find(({ value }) => value === now) ?? options[0];
  const offer = (some: readonly Option[]): readonly Option[] => {
    const offered = some.slice(0, mostOffered);
    terminal.print(...offered.map((option, index) => `  ${index + 1} ${shown(option.label)}`));
    if (some.length > mostOffered) terminal.print(say('plain.choose.more', { count: some.length }));
    return offered;
  };
  terminal.print(say('plain.choose', { label }));
  let offered = offer(options);
  for (;;) {
    const answer = plainly(await terminal.ask(say('plain.choose.number', { label: shown(present?.label ?? '') })));
    const named = options.filter((option) => plainly(option.label) === answer);
    const chosen = answer === '' ? present : (offered[Number(answer) - 1] ?? named[0]);
    if (chosen) return { type: 'choice', value: chosen.value } as const;
    const matching = options.filter((option) => plainly(option.label).includes(answer));
    if (matching.length > 0) offered = offer(matching);
    else terminal.print(say('plain.choose.unknown', { answer: shown(answer) }));
  }
};

/** Every line is in the field as it comes; the first takes the place of what was in it, which is put by. */
const askParagraph = async (session: SeatSession, terminal: LineTerminal, field: Text, title: string, now: string) => {
  const { store } = session;
  const { max } = field;
  const form = formInUse(store.get());
  const person = store.get().me?.id ?? '';
  const call = form?.call ?? '';
  let written = editBuffer('', { multiline: true, max });
  await readParagraph(session, terminal, title, (line) => {
    const next = formInUse(store.get())?.kind === form?.kind ? withLine(written, line) : undefined;
    if (!next) {
      putLineBy(session, terminal, { person, call, max }, line);
      return;
    }
    if (written.text === '') session.kept.putBy(person, call, now);
    written = next;
    setField(session, field.id, { type: 'text', buffer: written });
  });
  return { type: 'text', buffer: written.text === '' ? editBuffer(now, { multiline: true, max }) : written } as const;
};

const askText = async (session: SeatSession, terminal: LineTerminal, field: Text, label: string, now: string) => {
  const { say } = session;
  const hint = phraseIn(session.store.get().language, field.hint, say);
  const kept = now === '' ? '' : say('plain.keep', { text: shown(now) });
  const title = `${say('plain.field', { label, hint })}${kept}`;
  if (field.multiline) return askParagraph(session, terminal, field, title, now);
  for (;;) {
    const text = (await terminal.ask(`${title}${say('plain.colon')}`)).trim();
    if ([...text].length <= field.max) {
      const filled = text === '' ? now : text;
      return { type: 'text', buffer: editBuffer(filled, { max: field.max }) } as const;
    }
    terminal.print(say('plain.too-long', { max: field.max }));
  }
};

const ask = async (
  session: SeatSession,
  terminal: LineTerminal,
  field: Field,
  form: FormState,
): Promise<FieldValue> => {
  const label = phraseIn(session.store.get().language, field.label, session.say);
  const value = form.values[field.id];
  return field.type === 'choice'
    ? askChoice(session, terminal, field, label, value?.type === 'choice' ? value.value : '')
    : askText(session, terminal, field, label, value?.type === 'text' ? value.buffer.text : '');
};

/** From which field on to ask, field by field: what is asked later may hang on what was chosen before. */
const askFrom = async (session: SeatSession, terminal: LineTerminal, first: number): Promise<void> => {
  for (let at = first; ; at += 1) {
    const model = session.store.get();
    const form = formInUse(model);
    const field = form && fieldsOf(model, form)[at];
    if (!form || !field) return;
    setField(session, field.id, await ask(session, terminal, field, form));
  }
};

const confirmed = async (terminal: LineTerminal, question: string): Promise<boolean> =>
  !saidNo.test((await terminal.ask(question)).trim().normalize('NFKC'));

/**
 * Asks what the open form asks, in its order, and sends it: the same form with the same rules as on the screen. Refused, it asks again
 * from the field that was refused on, with what was said as the answer that Enter keeps.
 */
export const askForm = async (session: SeatSession, terminal: LineTerminal): Promise<void> => {
  const { say, store } = session;
  const model = store.get();
  const opened = formInUse(model);
  if (!opened) return;
  const spec = formSpecs[opened.kind];
  terminal.print(say(spec.title), ...(spec.intro?.(model, say, opened.call) ?? []).map(shownParagraph));
  try {
    for (let first = 0; ; ) {
      await askFrom(session, terminal, first);
      if (!(await confirmed(terminal, say('plain.send', { go: say(spec.go) })))) throw new Cancelled();
      await submitForm(session);
      const form = formInUse(store.get());
      if (form?.kind !== opened.kind) return;
      if (form.problem !== undefined) terminal.print(shown(form.problem));
      first = form.at;
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    store.update((now) => withOverlay(now, undefined));
    terminal.print(say('plain.cancelled'));
  }
};
