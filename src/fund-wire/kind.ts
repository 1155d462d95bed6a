import * as z from 'zod';
import { type CodeTableName, tablesOfCodes } from '../domain/fund/codes.ts';
import { measures } from '../domain/fund/records.ts';

type Scalar = 'money' | 'ratio' | 'rate' | 'area' | 'day' | 'month' | 'count' | 'flag' | 'text';

/** What a field of a record is, as far as the wire must know. `shape` judges its values, null aside. */
export type Kind = { readonly nullable: boolean; readonly shape: z.ZodType } & (
  | { readonly is: Scalar }
  /** `tables` names those of the standard; a list of words of ours has none. */
  | { readonly is: 'code'; readonly tables: readonly CodeTableName[]; readonly codes: readonly string[] }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Kind>> }
  | { readonly is: 'list'; readonly of: Kind }
);
export type KindOf<Is extends Kind['is']> = Extract<Kind, { readonly is: Is }>;
export type RecordKind = KindOf<'record'>;

/** Alternatives of a union: codes of several tables, or records that differ in such codes alone. */
const merged = (shape: z.ZodType, one: Kind, other: Kind): Kind => {
  if (one.is === 'code' && other.is === 'code') {
    const tables = [...one.tables, ...other.tables];
    return { is: 'code', nullable: false, shape, tables, codes: [...new Set([...one.codes, ...other.codes])] };
  }
  if (one.is === 'record' && other.is === 'record') {
    const fields = Object.entries(one.fields).map(([name, kind]) => {
      const twin = other.fields[name]!;
      return [
        name,
        kind.is === twin.is && kind.is !== 'code' ? kind : merged(z.union([kind.shape, twin.shape]), kind, twin),
      ];
    });
    return { is: 'record', nullable: false, shape, fields: Object.fromEntries(fields) };
  }
  throw new TypeError(`no wire form for a choice of ${one.is} and ${other.is}`);
};

/** The kind of a record's shape, or of one of its fields. A shape of a sort that no record has is a mistake in the program. */
export const kindOf = (shape: z.ZodType): Kind => {
  if (shape instanceof z.ZodNullable) return { ...kindOf(shape.unwrap() as z.ZodType), nullable: true };
  const measure = measures.get(shape)?.measure;
  if (measure) return { is: measure, nullable: false, shape };
  if (shape instanceof z.ZodObject) {
    const fields = Object.entries(shape.shape).map(([name, field]) => [name, kindOf(field as z.ZodType)]);
    return { is: 'record', nullable: false, shape, fields: Object.fromEntries(fields) };
  }
  if (shape instanceof z.ZodArray)
    return { is: 'list', nullable: false, shape, of: kindOf(shape.element as z.ZodType) };
  if (shape instanceof z.ZodEnum) {
    const table = tablesOfCodes.get(shape)?.table;
    return { is: 'code', nullable: false, shape, tables: table ? [table] : [], codes: shape.options.map(String) };
  }
  if (shape instanceof z.ZodUnion) {
    return shape.options.map((option) => kindOf(option as z.ZodType)).reduce((one, other) => merged(shape, one, other));
  }
  if (shape instanceof z.ZodBoolean) return { is: 'flag', nullable: false, shape };
  if (shape instanceof z.ZodNumber) return { is: 'count', nullable: false, shape };
  if (shape instanceof z.ZodString) return { is: 'text', nullable: false, shape };
  throw new TypeError(`no wire form for ${shape.def.type}`);
};
