import { seatedStates } from '../../../domain/call/call.ts';
import type { SeatModel } from '../model.ts';
import { formKey } from '../overlay.ts';

/** Forms in which citizens' numbers are typed. */
const privateForms = ['verify', 'reveal-field'] as const;

const isHere = (model: SeatModel, id: string): boolean => {
  const call = model.calls.get(id);
  return call !== undefined && call.seat?.id === model.me?.id && seatedStates.includes(call.state);
};

const forget = (model: SeatModel, calls: readonly string[]): SeatModel => {
  if (calls.length === 0) return model;
  const accounts = new Map(model.accounts);
  const forms = new Map(model.forms);
  for (const call of calls) {
    accounts.delete(call);
    for (const kind of privateForms) forms.delete(formKey(kind, call));
  }
  const { overlay } = model;
  const open = overlay?.kind === 'form' && !forms.has(overlay.form) ? undefined : overlay;
  return { ...model, accounts, forms, overlay: open };
};

/** Every call of which something private is kept. */
const keptCalls = ({ accounts, forms }: SeatModel): string[] => {
  const typed = [...forms.values()].filter(({ kind }) => privateForms.some((form) => form === kind));
  return [...new Set([...accounts.keys(), ...typed.map(({ call }) => call)])];
};

/** What was seen and typed in a call goes when the call leaves the seat. */
export const forgetLeft = (model: SeatModel): SeatModel =>
  forget(
    model,
    keptCalls(model).filter((call) => !isHere(model, call)),
  );

/** Everything goes: nobody is signed in any more, or somebody else is. */
export const forgetAccounts = (model: SeatModel): SeatModel => forget(model, keptCalls(model));
