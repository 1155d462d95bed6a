import type { Language } from '../../contract/language.ts';
import { defaultKeymap, type Keymap } from '../keymap/keymap.ts';
import { writingKeys } from '../text/writing-keys.ts';
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
  /** The keys are the person's own. */
  readonly own: boolean;
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
  'ticket-marks',
  'ticket-find',
  'ticket',
  'always',
  'seat',
  'article-menu',
  'related',
  'sms',
  'snippets',
  'sums',
  'sum',
  'sum-result',
  'form',
  'choice',
  'line',
  'outbox',
  'conflict',
  'older',
  'palette',
  'help',
  'confirm',
  'sign-in',
  'practice',
  'talk',
];

/** Every action with its keys and its words, by place: for the help, to print, and for the README. Needs no terminal. */
export const keyTable = (language: Language, keymap: Keymap = defaultKeymap()): readonly KeyRow[] => {
  const say = sayIn(language);
  return [...actions]
    .sort(
      (a, b) =>
        order.indexOf(a.where) - order.indexOf(b.where) || Number(a.hidden ?? false) - Number(b.hidden ?? false),
    )
    .map((action) => ({
      id: action.id,
      where: say(`where.${action.where}`),
      keys: keymap.keysOf(action).map(keyLabel),
      name: say(action.name),
      help: say(action.help),
      own: keymap.isOwn(action),
    }));
};

/** The keys of the text fields, as rows of the same kind. Nobody can give these away. */
export const writingTable = (language: Language): readonly KeyRow[] => {
  const say = sayIn(language);
  return writingKeys.map(({ id, keys, name, help }) => ({
    id,
    where: say('where.writing'),
    keys: keys.map(keyLabel),
    name: say(name),
    help: say(help),
    own: false,
  }));
};
