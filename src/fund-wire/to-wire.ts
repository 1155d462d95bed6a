import type { Forms } from './forms/forms.ts';
import type { WireOperation } from './mapping.ts';
import type { Plan } from './plan.ts';
import { WireFault } from './wire-fault.ts';
import { putAt, type WireObject } from './wire-path.ts';

const putNothing = (wire: WireObject, path: string, nothing: Forms['nothing']): void => {
  const [first] = nothing;
  if (first !== 'missing') putAt(wire, path, first === 'null' ? null : '');
};

/** The paths at which a record that is none says so. */
const pathsOf = (plan: Plan): string[] => {
  if (plan.is === 'record') return plan.fields.flatMap(([, inner]) => pathsOf(inner));
  return plan.is === 'constant' ? [] : [plan.path];
};

/**
 * Their record of ours. What the mapping holds constant is not written.
 * @throws {WireFault} a code of ours that they have none for
 */
export const toWire = (operation: WireOperation, record: unknown, nothing: Forms['nothing']): WireObject => {
  const refuse = (field: string, path: string): never => {
    throw new WireFault(operation.name, 'code', field, path);
  };
  const written = (plan: Extract<Plan, { is: 'value' }>, value: unknown, field: string): unknown =>
    plan.codec.write(value) ?? refuse(field, plan.path);
  const put = (plan: Plan, value: unknown, wire: WireObject, field: string): void => {
    if (plan.is === 'constant') return;
    if (value === null) {
      for (const path of pathsOf(plan)) putNothing(wire, path, nothing);
    } else if (plan.is === 'record') {
      for (const [name, inner] of plan.fields) {
        put(inner, (value as WireObject)[name], wire, field === '' ? name : `${field}.${name}`);
      }
    } else if (plan.is === 'list') {
      const { each } = plan;
      const entries = (value as unknown[]).map((one, at) => {
        const place = `${field}.${at}`;
        if (each.is === 'value' && each.path === '') return written(each, one, place);
        const entry: WireObject = {};
        put(each, one, entry, place);
        return entry;
      });
      putAt(wire, plan.path, entries);
    } else putAt(wire, plan.path, written(plan, value, field));
  };
  const wire: WireObject = {};
  put(operation.record, record, wire, '');
  return wire;
};
