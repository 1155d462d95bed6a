import type { SeatModel } from '../state/model.ts';
import { term } from '../words/words.ts';

/** The name by which the front line handed a call over, where it is a whole one: a surname with a form of address is none. */
export const fullName = ({ calls, language }: SeatModel, call: string): string => {
  const name = calls.get(call)?.name ?? '';
  const addresses = term(language, 'name', 'addresses').split(' ');
  const whole = /^\p{Script=Han}[\p{Script=Han}·]+$/u.test(name);
  return whole && !addresses.some((address) => name.endsWith(address)) ? name : '';
};
