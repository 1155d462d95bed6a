import type { Outcome } from '../state/asked.ts';
import type { SeatModel } from '../state/model.ts';
import type { FieldValue, FormKind, FormState } from '../state/overlay.ts';
import type { SeatSession } from '../state/session.ts';
import { editBuffer } from '../text/edit-buffer.ts';
import type { Phrase } from '../words/phrase.ts';
import type { PlainKey, Say } from '../words/words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface AnyField {
  readonly id: string;
  readonly label: Phrase;
  /** What it means, and what an empty one means; shown below the fields while it has the focus. */
  readonly help?: Phrase;
}

interface TextField extends AnyField {
  readonly type: 'text';
  /** What to write; shown while it is empty. */
  readonly hint: Phrase;
  readonly max: number;
  readonly rows: number;
  readonly multiline?: boolean;
  readonly optional?: boolean;
  readonly secret?: boolean;
  /** A citizen's number: shown only while it has the focus. */
  readonly private?: boolean;
  readonly initial?: string;
}

interface ChoiceField extends AnyField {
  readonly type: 'choice';
  options(model: SeatModel, say: Say): readonly Option[];
  /** The option for what is not in the list, and the field where that is written. */
  readonly other?: { readonly value: string; readonly field: string };
  initial(model: SeatModel): string;
}

export type Field = TextField | ChoiceField;

/** What a form asks and what it does. Its fields are a list, so a form is drawn, walked and checked in one way. */
export interface FormSpec {
  readonly kind: FormKind;
  readonly title: PlainKey;
  /** What Enter does on the last field. */
  readonly go: PlainKey;
  /** Lines above the fields: what will be sent along, what it will mean. */
  intro?(model: SeatModel, say: Say, call: string): readonly string[];
  fields(model: SeatModel, call: string): readonly Field[];
  /** All that may ever be asked, where what is asked hangs on what was chosen. */
  every?(model: SeatModel, call: string): readonly Field[];
  /** The field that has the focus at first; without it the first one. */
  start?(model: SeatModel, call: string): string;
  /** Whether what was left in it is worth coming back to; without it, always. */
  begun?(values: Values): boolean;
  /** What is wrong in it as it stands, by field; told while it is being filled in. */
  wrong?(model: SeatModel, form: FormState): ReadonlyMap<string, string>;
  /** Enter sends from every field as soon as nothing is missing, not from the last one alone. */
  readonly eager?: true;
  /** It stays when it was accepted: what came of it stands beside it. */
  readonly stays?: true;
  submit(session: SeatSession, values: Values, call: string): Promise<Outcome>;
}

/** The values as plain text, trimmed. */
export type Values = Readonly<Record<string, string>>;

export const valuesOf = (form: FormState): Values =>
  Object.fromEntries(
    Object.entries(form.values).map(([id, value]) => [
      id,
      value.type === 'text' ? value.buffer.text.trim() : value.value,
    ]),
  );

const initialValue = (field: Field, model: SeatModel): FieldValue =>
  field.type === 'choice'
    ? { type: 'choice', value: field.initial(model) }
    : {
        type: 'text',
        buffer: editBuffer(field.initial ?? '', { multiline: field.multiline ?? false, max: field.max }),
      };

/** The form with nothing filled in yet. */
export const freshForm = (spec: FormSpec, model: SeatModel, call: string): FormState => {
  const fields = spec.fields(model, call);
  const start = spec.start?.(model, call);
  return {
    kind: spec.kind,
    call,
    values: Object.fromEntries(
      (spec.every?.(model, call) ?? fields).map((field) => [field.id, initialValue(field, model)]),
    ),
    at: Math.max(
      0,
      fields.findIndex(({ id }) => id === start),
    ),
    problem: undefined,
    sending: false,
  };
};
