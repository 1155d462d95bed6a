import type { Outcome } from '../state/asked.ts';
import type { SeatModel } from '../state/model.ts';
import type { FieldValue, FormKind, FormState } from '../state/overlay.ts';
import type { SeatSession } from '../state/session.ts';
import { editBuffer } from '../text/edit-buffer.ts';
import type { PlainKey, Say } from '../words/words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface TextField {
  readonly type: 'text';
  readonly id: string;
  readonly label: PlainKey;
  /** What to write; shown while it is empty. */
  readonly hint: PlainKey;
  readonly max: number;
  readonly rows: number;
  readonly multiline?: boolean;
  readonly optional?: boolean;
  readonly secret?: boolean;
  readonly initial?: string;
}

interface ChoiceField {
  readonly type: 'choice';
  readonly id: string;
  readonly label: PlainKey;
  options(model: SeatModel, say: Say): readonly Option[];
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
  /** Whether what was left in it is worth coming back to; without it, always. */
  begun?(values: Values): boolean;
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
export const freshForm = (spec: FormSpec, model: SeatModel, call: string): FormState => ({
  kind: spec.kind,
  call,
  values: Object.fromEntries(spec.fields(model, call).map((field) => [field.id, initialValue(field, model)])),
  at: 0,
  problem: undefined,
  sending: false,
});
