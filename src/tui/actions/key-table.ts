import type { Language } from '../../contract/language.ts';
import { sayIn } from '../words/words.ts';
import type { Context } from './action.ts';
import { keyLabel } from './keys.ts';
import { actions } from './table.ts';

export interface KeyRow {
  readonly id: string;
  /** Where the keys are in force, in words. */
  readonly where: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly help: string;
}

const order: readonly Context[] = [
  'anywhere',
  'queue',
  'ringing',
  'call',
  'conversation',
  'question',
  'kb',
  'lookup',
  'beside-call',
  'knowledge',
  'reader',
  'article',
  'verify',
  'accounts',
  'tickets',
  'ticket',
  'always',
  'seat',
  'article-menu',
  'related',
  'sms',
  'sums',
  'sum',
  'sum-result',
  'form',
  'choice',
  'line',
  'palette',
  'help',
  'confirm',
  'sign-in',
];

/** Every action with its keys and its words, by place: for the help and for the README. Needs no terminal. */
export const keyTable = (language: Language): readonly KeyRow[] => {
  const say = sayIn(language);
  return [...actions]
    .sort(
      (a, b) =>
        order.indexOf(a.where) - order.indexOf(b.where) || Number(a.hidden ?? false) - Number(b.hidden ?? false),
    )
    .map(({ id, where, keys, name, help }) => ({
      id,
      where: say(`where.${where}`),
      keys: keys.map(keyLabel),
      name: say(name),
      help: say(help),
    }));
};
