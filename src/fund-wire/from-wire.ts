import type { Forms } from './forms/forms.ts';
import type { WireOperation } from './mapping.ts';
import type { OperationName } from './operations.ts';
import type { Plan } from './plan.ts';
import { WireFault, type WireProblem } from './wire-fault.ts';
import { isWireObject, valueAt } from './wire-path.ts';

type Refuse = (problem: WireProblem, field: string, wire: string) => never;

/** Whether a value stands for "there is none". */
export const isNothing = (wire: unknown, nothing: Forms['nothing']): boolean => {
  if (wire === undefined) return nothing.includes('missing');
  if (wire === null) return nothing.includes('null');
  return wire === '' && nothing.includes('empty');
};

/** Reads one record: all of it, or none of it. */
class Reader {
  private readonly nothing: Forms['nothing'];
  private readonly refuse: Refuse;

  constructor(nothing: Forms['nothing'], refuse: Refuse) {
    this.nothing = nothing;
    this.refuse = refuse;
  }

  read(plan: Plan, wire: unknown, field: string): unknown {
    switch (plan.is) {
      case 'constant':
        return plan.value;
      case 'record':
        return this.readRecord(plan, wire, field);
      case 'list':
        return this.readList(plan, wire, field);
      case 'value': {
        const value = valueAt(wire, plan.path);
        if (plan.nullable && this.isNothing(value)) return null;
        const read = plan.codec.read(value);
        if (read !== undefined) return read;
        const problem = value === undefined ? 'missing' : value === null ? 'nothing' : 'form';
        return this.refuse(problem, field, plan.path);
      }
    }
  }

  private isNothing(value: unknown): boolean {
    return isNothing(value, this.nothing);
  }

  private readRecord(plan: Extract<Plan, { is: 'record' }>, wire: unknown, field: string): unknown {
    if (plan.nullable && this.allNothing(plan, wire)) return null;
    return Object.fromEntries(
      plan.fields.map(([name, inner]) => [name, this.read(inner, wire, field === '' ? name : `${field}.${name}`)]),
    );
  }

  /** A record of which the other side says nothing at all is none. */
  private allNothing(plan: Plan, wire: unknown): boolean {
    if (plan.is === 'record') return plan.fields.every(([, inner]) => this.allNothing(inner, wire));
    return plan.is === 'constant' || this.isNothing(valueAt(wire, plan.path));
  }

  private readList(plan: Extract<Plan, { is: 'list' }>, wire: unknown, field: string): unknown[] {
    const list = valueAt(wire, plan.path);
    if (this.isNothing(list)) return [];
    if (!Array.isArray(list)) return this.refuse(list === undefined ? 'missing' : 'form', field, plan.path);
    return list.map((one, at) => this.read(plan.each, one, `${field}.${at}`));
  }
}

/**
 * Our record of theirs, checked against its shape.
 * @param at its place in the answer, for the fault: '' or such as `3`
 * @throws {WireFault} whatever in it is not as agreed
 */
export const fromWire = (operation: WireOperation, wire: unknown, nothing: Forms['nothing'], at = ''): unknown => {
  const name: OperationName = operation.name;
  if (!isWireObject(wire)) throw new WireFault(name, wire === undefined ? 'missing' : 'form', at, operation.at);
  const reader = new Reader(nothing, (problem, field, path) => {
    throw new WireFault(name, problem, field, path);
  });
  const record = reader.read(operation.record, wire, at);
  const checked = operation.kind.shape.safeParse(record);
  if (checked.success) return checked.data;
  const path = checked.error.issues[0]?.path ?? [];
  throw new WireFault(name, 'bounds', [...(at === '' ? [] : [at]), ...path].join('.'));
};
