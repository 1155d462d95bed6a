import type { Kind } from '../../fund-wire/kind.ts';
import type { FundMapping, WireOperation } from '../../fund-wire/mapping.ts';
import type { Plan, RecordPlan } from '../../fund-wire/plan.ts';
import { isWireObject, putAt, valueAt, type WireObject } from '../../fund-wire/wire-path.ts';

/** A code of no table. */
const noCode = 'sandbox-no-such-code';

/** The records in an answer: one, a list, or the entries of a page. */
const recordsIn = ({ at, page }: WireOperation, body: unknown): unknown[] => {
  const result = valueAt(body, at ?? '');
  const rows = page ? valueAt(result, page.entries) : result;
  return Array.isArray(rows) ? rows : [rows];
};

type Field = readonly [plan: Plan, kind: Kind];

const fieldsOf = (plan: RecordPlan, kinds: Readonly<Record<string, Kind>>): Field[] =>
  plan.fields.flatMap(([name, inner]): Field[] => {
    const kind = kinds[name]!;
    return inner.is === 'record' && kind.is === 'record' ? fieldsOf(inner, kind.fields) : [[inner, kind]];
  });

/** The path of the first field of a record that fits. */
const pathOf = ({ record, kind }: WireOperation, fits: (field: Field) => boolean): string | undefined => {
  const found = fieldsOf(record, kind.fields).find((field) => field[0].is === 'value' && fits(field));
  return found?.[0].is === 'value' ? found[0].path : undefined;
};

const spoilFirst = (operation: WireOperation, body: unknown, spoil: (record: WireObject) => void): boolean => {
  const record = recordsIn(operation, body).find(isWireObject);
  if (record) spoil(record);
  return record !== undefined;
};

/** Puts a code that is in no table where the first record has one; where there is none, where the answer says how it went. */
export const spoilCode = (mapping: FundMapping, operation: WireOperation, body: WireObject): void => {
  const path = pathOf(operation, ([, kind]) => kind.is === 'code');
  const spoiled = path !== undefined && spoilFirst(operation, body, (record) => putAt(record, path, noCode));
  if (!spoiled && mapping.outcome.field !== undefined) putAt(body, mapping.outcome.field, noCode);
};

/** Takes a field that must be there out of the first record, or the result out of an answer that has no record. */
export const dropField = (operation: WireOperation, body: WireObject): void => {
  const path = pathOf(operation, ([plan]) => plan.is === 'value' && !plan.nullable);
  const dropped = path !== undefined && spoilFirst(operation, body, (record) => remove(record, path));
  if (!dropped) remove(body, operation.at ?? '');
};

const remove = (whole: WireObject, path: string): void => {
  const names = path.split('.');
  const last = names.pop()!;
  const place = valueAt(whole, names.join('.'));
  if (isWireObject(place)) delete place[last];
};
