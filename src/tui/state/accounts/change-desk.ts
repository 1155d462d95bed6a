import type { SeatModel } from '../model.ts';
import { type AccountDesk, emptyDesk } from './account-desk.ts';

export const accountDeskOf = ({ accounts }: SeatModel, call: string): AccountDesk => accounts.get(call) ?? emptyDesk;

/** Changes a call's desk; makes none for a call that has none. */
export const changeDesk = (
  model: SeatModel,
  call: string,
  change: (desk: AccountDesk) => Partial<AccountDesk>,
): SeatModel => {
  const desk = model.accounts.get(call);
  return desk ? { ...model, accounts: new Map(model.accounts).set(call, { ...desk, ...change(desk) }) } : model;
};

/** A desk for a call that has none yet. */
export const openDesk = (model: SeatModel, call: string): SeatModel =>
  model.accounts.has(call) ? model : { ...model, accounts: new Map(model.accounts).set(call, emptyDesk) };
