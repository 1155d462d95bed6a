import { type SeatPreferences, unreadableKeys } from '../../client/seat-preferences.ts';
import type { Action, Context } from '../actions/action.ts';
import { contextSets } from '../actions/contexts.ts';
import { passesThrough, prefixesOf, strokesOf } from '../actions/keys.ts';
import { actions, actionsIn } from '../actions/table.ts';
import { isEditKey } from '../text/key-to-edit.ts';
import { type KeyFault, readKeys } from './read-key.ts';

type OwnKeys = SeatPreferences['keys'];
type KeysOf = (action: Action) => readonly string[];

/** Two actions that would want the same key in one place, or one of them a key with which the other's begin. */
export interface Conflict {
  readonly action: Action;
  readonly keys: string;
  readonly other: Action;
  readonly otherKeys: string;
}

/** What is wrong with somebody's own keys. */
export type KeyProblem =
  /** It is no table of keys. */
  | { readonly problem: 'unreadable' }
  | { readonly problem: 'unknown-action'; readonly action: string }
  | { readonly problem: 'key'; readonly action: string; readonly keys: string; readonly fault: KeyFault }
  /** Somebody who writes needs this key for the text. */
  | { readonly problem: 'field'; readonly action: string; readonly keys: string }
  /** With an input method on, nothing would be left. */
  | { readonly problem: 'no-safe-key'; readonly action: string }
  | ({ readonly problem: 'conflict' } & Conflict);

/** Places where a text may be written: of one line, and of several. */
const lines: readonly Context[] = [
  'lookup',
  'beside-call',
  'knowledge',
  'verify',
  'line',
  'palette',
  'snippets',
  'tickets',
  'ticket-find',
  'sign-in',
  'sum',
  'talk',
];
const texts: readonly Context[] = ['always', 'anywhere', 'practice', 'call', 'conversation', 'kb', 'form'];

const takesFromField = ({ where, keys }: Action, wanted: string): boolean => {
  const first = strokesOf(wanted)[0]!;
  const edits = (lines.includes(where) && isEditKey(first, false)) || (texts.includes(where) && isEditKey(first, true));
  return edits && !keys.includes(wanted);
};

/** Every pair of actions that cannot both have their keys. */
export const conflictsWith = (keysOf: KeysOf): readonly Conflict[] => {
  const found = new Map<string, Conflict>();
  for (const contexts of contextSets) {
    const bound = contexts.flatMap(actionsIn).flatMap((action) => keysOf(action).map((keys) => ({ action, keys })));
    const first = new Map<string, (typeof bound)[number]>();
    const clash = (one: (typeof bound)[number], two: (typeof bound)[number] | undefined): void => {
      if (!two || one === two) return;
      found.set(`${one.action.id} ${one.keys} ${two.action.id}`, {
        action: one.action,
        keys: one.keys,
        other: two.action,
        otherKeys: two.keys,
      });
    };
    for (const one of bound) {
      clash(one, first.get(one.keys));
      first.set(one.keys, first.get(one.keys) ?? one);
    }
    for (const one of bound) for (const prefix of prefixesOf(one.keys)) clash(one, first.get(prefix));
  }
  return [...found.values()];
};

/** The keys of one action by their names, or all that is wrong with them. */
const readOwn = (action: Action, written: readonly string[]): { keys: string[]; problems: KeyProblem[] } => {
  const keys: string[] = [];
  const problems: KeyProblem[] = [];
  for (const text of written) {
    const { id } = action;
    const read = readKeys(text);
    if (!read.ok) problems.push({ problem: 'key', action: id, keys: text, fault: read });
    else if (takesFromField(action, read.keys)) problems.push({ problem: 'field', action: id, keys: read.keys });
    else if (!keys.includes(read.keys)) keys.push(read.keys);
  }
  if (problems.length === 0 && !keys.some(passesThrough)) problems.push({ problem: 'no-safe-key', action: action.id });
  return { keys, problems };
};

/**
 * Somebody's own keys as they can be used, by the action's id, and what is wrong with the others. An action with anything wrong about its
 * keys keeps those of the table, so that no key is ever left without the action that everybody knows it for.
 */
export const checkOwnKeys = (own: OwnKeys): { keys: OwnKeys; problems: readonly KeyProblem[] } => {
  if (own === unreadableKeys) return { keys: {}, problems: [{ problem: 'unreadable' }] };
  const keys = new Map<string, string[]>();
  const problems: KeyProblem[] = [];
  for (const [id, written] of Object.entries(own)) {
    const action = actions.find((known) => known.id === id);
    if (!action) {
      problems.push({ problem: 'unknown-action', action: id });
      continue;
    }
    const read = readOwn(action, written);
    if (read.problems.length > 0) problems.push(...read.problems);
    else keys.set(id, read.keys);
  }
  // What is taken back gets the table's keys again, and those may be another's own by now.
  while (keys.size > 0) {
    const conflict = conflictsWith((action) => keys.get(action.id) ?? action.keys).find(
      ({ action, other }) => keys.has(action.id) || keys.has(other.id),
    );
    if (!conflict) break;
    problems.push({ problem: 'conflict', ...conflict });
    keys.delete(keys.has(conflict.action.id) ? conflict.action.id : conflict.other.id);
  }
  return { keys: Object.fromEntries(keys), problems };
};
