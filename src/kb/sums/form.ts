import type { Words } from './words.ts';

/**
 * What a field takes, and what it is read as: `money` as fen, `percent` as a `Rate`, `times` as a `Multiple`, `years` as months, `count` as a
 * whole number, `date` as `YYYY-MM-DD`, `choice` as one of its choices.
 */
export type FieldKind = 'money' | 'percent' | 'times' | 'years' | 'count' | 'date' | 'choice';

interface AnyField {
  readonly label: Words;
  /** What it means, and what fills it in when it is left empty. */
  readonly help?: Words;
  readonly required?: true;
  /** What may be typed, where the usual example of the kind would be a strange one. */
  readonly example?: string;
  /** Takes several values, with commas between them. */
  readonly many?: true;
}

/** A field with a number in it. Its bounds are in the unit of its kind as it is read. */
export interface NumberField extends AnyField {
  readonly kind: Exclude<FieldKind, 'date' | 'choice'>;
  readonly min?: number;
  readonly max?: number;
  /** Anything below, but nothing itself, is a fraction that was typed for a percentage: it is asked about. */
  readonly fractionBelow?: number;
}

export interface DateField extends AnyField {
  readonly kind: 'date';
}

export interface ChoiceField extends AnyField {
  readonly kind: 'choice';
  readonly choices: Readonly<Record<string, Words>>;
}

export type Field = NumberField | DateField | ChoiceField;

/** Fields by the names that options, problems and documents know them by. */
export type Fields = Readonly<Record<string, Field>>;

type One<F extends Field> = F extends { readonly choices: infer Choices }
  ? keyof Choices & string
  : F extends { readonly kind: 'date' }
    ? string
    : number;

type Value<F extends Field> = F extends { readonly many: true } ? readonly One<F>[] : One<F>;

/** What the fields of a form were read as. */
export type Values<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends { readonly required: true } ? Value<F[K]> : Value<F[K]> | undefined;
};

/** A sum as it is asked for: data alone, so that a command, a completion and a screen's form can be made from it. */
export interface Form<Id extends string = string, F extends Fields = Fields> {
  readonly id: Id;
  readonly name: Words;
  /** What it works out. */
  readonly about: Words;
  /** Its result has a schedule of every instalment. */
  readonly hasSchedule?: true;
  /** In the order in which they are asked. */
  readonly fields: F;
}

/** Keeps a form's types as exact as they are written. */
export const form = <const Id extends string, const F extends Fields>(spec: Form<Id, F>): Form<Id, F> => spec;
