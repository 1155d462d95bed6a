import * as z from 'zod';
import { type Forms, ownForms } from './forms/forms.ts';
import type { Kind, KindOf, RecordKind } from './kind.ts';
import { expected } from './mapping-reason.ts';
import { chosen, orName, strictMap } from './strict-map.ts';

/** Where a value stands, and how it is written where that is not as everywhere in this mapping. */
export interface ScalarMapping {
  readonly field?: string | undefined;
  readonly constant?: unknown;
  readonly form?: Forms['money' | 'ratio' | 'day' | 'month' | 'flag'] | undefined;
  readonly written?: Forms['decimals'] | undefined;
  readonly codes?: Readonly<Record<string, string>> | undefined;
}

/** A list: where it stands, and how one of it is read. Without `each`, one of it is the value itself. */
export interface ListMapping {
  readonly list?: string | undefined;
  readonly each?: FieldMapping | undefined;
  readonly constant?: unknown;
}

export interface RecordMapping {
  readonly [field: string]: FieldMapping;
}

/** How a field is read and written; which of these it is, the field's kind says. */
export type FieldMapping = ScalarMapping | ListMapping | RecordMapping;

/** A name on the wire; points lead into what is nested. */
export const WirePath = z
  .string()
  .regex(/^[\p{L}\p{N}_$-]+(\.[\p{L}\p{N}_$-]+)*$/u, expected.path)
  .max(200);

/** What must come from the fund: a sum, a share, a day or a number that is the same for everybody is no data. */
const constantsOf = new Set<Kind['is']>(['code', 'flag', 'text']);

const scalarMapping = (kind: Exclude<Kind, RecordKind | KindOf<'list'>>) => {
  const own =
    kind.is === 'code'
      ? { codes: z.record(z.string().min(1), z.enum(kind.codes as [string, ...string[]])).optional() }
      : ownForms[kind.is];
  return orName(
    'field',
    strictMap({ field: WirePath.optional(), constant: z.unknown().optional(), ...own }, expected.field).superRefine(
      ({ field, constant }, context) => {
        const refuse = (message: string) => context.addIssue({ code: 'custom', message });
        if ((field === undefined) === (constant === undefined)) return refuse(expected.oneOf);
        if (constant === undefined || (constant === null && kind.nullable)) return;
        if (!constantsOf.has(kind.is)) return refuse(kind.nullable ? expected.constantNull : expected.constantNever);
        if (!kind.shape.safeParse(constant).success) refuse(expected.constantFits);
      },
    ),
  );
};

const listMapping = (kind: KindOf<'list'>): z.ZodType => {
  const each = kind.of.is === 'record' ? fieldMapping(kind.of) : fieldMapping(kind.of).optional();
  const shape = strictMap(
    { list: WirePath.optional(), constant: z.unknown().optional(), each: each.optional() },
    expected.list,
  );
  return orName(
    'list',
    shape.superRefine((mapping, context) => {
      const { list, constant } = mapping;
      const refuse = (message: string) => context.addIssue({ code: 'custom', message });
      if ((list === undefined) === (constant === undefined)) return refuse(expected.oneOfList);
      if (list !== undefined && kind.of.is === 'record' && mapping.each === undefined) return refuse(expected.each);
      if (constant === undefined) return;
      const empty = Array.isArray(constant) && constant.length === 0 && kind.shape.safeParse(constant).success;
      if (!empty) refuse(expected.constantEmpty);
    }),
  );
};

const noRecord = strictMap({ constant: z.null(expected.constantNull) });

/** The shape of the mapping of a record: each of its fields, none left out. */
export const recordMapping = (kind: RecordKind): z.ZodType<RecordMapping> =>
  strictMap(
    Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, fieldMapping(field)])),
    expected.record,
  ) as unknown as z.ZodType<RecordMapping>;

const fieldMapping = (kind: Kind): z.ZodType<FieldMapping> => {
  if (kind.is === 'list') return listMapping(kind) as z.ZodType<FieldMapping>;
  if (kind.is !== 'record') return scalarMapping(kind) as z.ZodType<FieldMapping>;
  const whole = recordMapping(kind);
  if (!kind.nullable) return whole;
  const isConstant = (value: unknown) => typeof value === 'object' && value !== null && 'constant' in value;
  return chosen((value) => (isConstant(value) ? noRecord : whole)) as z.ZodType<FieldMapping>;
};
