import type { FieldMapping, ListMapping, RecordMapping, ScalarMapping } from './field-mapping.ts';
import { type Codec, type CodeTranslations, codecOf } from './forms/codec.ts';
import type { Forms } from './forms/forms.ts';
import type { Kind } from './kind.ts';

/** How a record is read and written: its kind and its mapping in one, with the forms settled. */
export type Plan =
  | { readonly is: 'constant'; readonly value: unknown }
  /** Without a path, the value is what a list holds itself. */
  | { readonly is: 'value'; readonly path: string; readonly nullable: boolean; readonly codec: Codec }
  | { readonly is: 'list'; readonly path: string; readonly each: Plan }
  | RecordPlan;

export interface RecordPlan {
  readonly is: 'record';
  readonly nullable: boolean;
  readonly fields: readonly (readonly [name: string, plan: Plan])[];
}

/** Settles a mapping that was judged by the shape of this kind (field-mapping.ts). */
export const planOf = (kind: Kind, mapping: FieldMapping, forms: Forms, codes: CodeTranslations): Plan => {
  if ('constant' in mapping && mapping.constant !== undefined) return { is: 'constant', value: mapping.constant };
  if (kind.is === 'record') return recordPlan(kind.fields, kind.nullable, mapping as RecordMapping, forms, codes);
  if (kind.is === 'list') {
    const { list, each } = mapping as ListMapping;
    return { is: 'list', path: list!, each: planOf(kind.of, each ?? { field: '' }, forms, codes) };
  }
  const own = mapping as ScalarMapping;
  return { is: 'value', path: own.field!, nullable: kind.nullable, codec: codecOf(kind, forms, codes, own) };
};

export const recordPlan = (
  kinds: Readonly<Record<string, Kind>>,
  nullable: boolean,
  mapping: RecordMapping,
  forms: Forms,
  codes: CodeTranslations,
): RecordPlan => ({
  is: 'record',
  nullable,
  fields: Object.entries(kinds).map(([name, kind]) => [name, planOf(kind, mapping[name]!, forms, codes)]),
});
