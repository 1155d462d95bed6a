import { type CodeTableName, codeTables } from '../../domain/fund/codes.ts';
import type { ScalarMapping } from '../field-mapping.ts';
import type { Kind, KindOf, RecordKind } from '../kind.ts';
import { readCode, type Translation, writeCode } from './code.ts';
import { type DayForm, type MonthForm, readDay, readMonth, writeDay, writeMonth } from './day.ts';
import { readDecimal, readWhole, type Written, writeDecimal, writeWhole } from './decimal.ts';
import type { Forms } from './forms.ts';

/** One value, both ways. */
export interface Codec {
  /** Our value; undefined for what is not of this form. */
  read(wire: unknown): unknown;
  /** Their value; undefined for what they have no word for. */
  write(value: unknown): unknown;
}

/** Their codes to ours, for the tables that a centre writes with codes of its own. */
export type CodeTranslations = Partial<Record<CodeTableName, Translation>>;

const decimal = (places: number, written: Written): Codec => ({
  read: (wire) => readDecimal(wire, places, written),
  write: (value) => writeDecimal(value as number, places, written),
});

const whole = (written: Written): Codec => ({
  read: (wire) => readWhole(wire, written),
  write: (value) => writeWhole(value as number, written),
});

const flag = (form: Forms['flag']): Codec => {
  if (form === 'boolean')
    return { read: (wire) => (typeof wire === 'boolean' ? wire : undefined), write: (value) => value };
  const translation = { [form.yes]: 'yes', [form.no]: 'no' };
  const ours: Record<string, boolean> = { yes: true, no: false };
  return {
    read: (wire) => ours[readCode(wire, translation) ?? ''],
    write: (value) => (value ? form.yes : form.no),
  };
};

/** All codes of theirs that a field may have. Codes that no table translates stand for themselves. */
export const translationOf = (
  kind: KindOf<'code'>,
  translations: CodeTranslations,
): [theirs: string, ours: string][] => {
  if (kind.tables.length === 0) return kind.codes.map((code) => [code, code]);
  return kind.tables.flatMap((table) =>
    Object.entries(
      translations[table] ?? Object.fromEntries(Object.keys(codeTables[table]).map((code) => [code, code])),
    ),
  );
};

const code = (translation: Translation): Codec => ({
  read: (wire) => readCode(wire, translation),
  write: (value) => writeCode(value as string, translation),
});

/** How a value of this kind is read and written: by the field's own form, else as everywhere in the mapping. */
export const codecOf = (
  kind: Exclude<Kind, RecordKind | KindOf<'list'>>,
  forms: Forms,
  translations: CodeTranslations,
  own: ScalarMapping = {},
): Codec => {
  const { form, written } = own;
  const share = form as Forms['ratio'] | undefined;
  switch (kind.is) {
    case 'money':
      return (form ?? forms.money) === 'yuan' ? decimal(2, written ?? forms.decimals) : whole(written ?? forms.counts);
    case 'ratio':
      return decimal((share ?? forms.ratio) === 'fraction' ? 4 : 2, written ?? forms.decimals);
    case 'rate':
      return decimal((share ?? forms.rate) === 'fraction' ? 7 : 5, written ?? forms.decimals);
    case 'area':
      return decimal(2, written ?? forms.decimals);
    case 'count':
      return whole(written ?? forms.counts);
    case 'day': {
      const dayForm = (form as DayForm | undefined) ?? forms.day;
      return { read: (wire) => readDay(wire, dayForm), write: (value) => writeDay(value as string, dayForm) };
    }
    case 'month': {
      const monthForm = (form as MonthForm | undefined) ?? forms.month;
      return { read: (wire) => readMonth(wire, monthForm), write: (value) => writeMonth(value as string, monthForm) };
    }
    case 'flag':
      return flag((form as Forms['flag'] | undefined) ?? forms.flag);
    case 'text':
      return { read: (wire) => (typeof wire === 'string' ? wire : undefined), write: (value) => value };
    case 'code':
      return code(own.codes ?? Object.fromEntries(translationOf(kind, translations)));
  }
};
