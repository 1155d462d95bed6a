import { describe, expect, it } from 'vitest';
import { unreadableKeys } from '../../src/client/seat-preferences.ts';
import { clientSettings } from '../../src/client/settings.ts';
import { contextSets, contextsNow, isWriting } from '../../src/tui/actions/contexts.ts';
import { keyTable } from '../../src/tui/actions/key-table.ts';
import { keyLabel, passesThrough, strokesOf } from '../../src/tui/actions/keys.ts';
import { actions, actionsIn } from '../../src/tui/actions/table.ts';
import { defaultKeymap, keymapWith } from '../../src/tui/keymap/keymap.ts';
import { checkOwnKeys, conflictsWith } from '../../src/tui/keymap/own-keys.ts';
import { problemText } from '../../src/tui/keymap/problem-text.ts';
import { readKeys } from '../../src/tui/keymap/read-key.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { normalKey } from '../../src/tui/text/normal-key.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { noon } from './fixtures.ts';
import { pictures } from './pictures.ts';
import { practicePictures } from './practice-pictures.ts';
import { knowledgeOf } from './shelf.ts';

const textsOf = (own: Record<string, string[]>, language: 'zh-CN' | 'en' = 'zh-CN'): string[] =>
  checkOwnKeys(own).problems.map((problem) => problemText(sayIn(language), problem));

describe('keys as people write them', () => {
  it.each([
    ['f9', 'f9'],
    ['F12', 'f12'],
    ['Ctrl-K', 'ctrl+k'],
    ['CTRL+k', 'ctrl+k'],
    ['alt+P', 'alt+p'],
    ['alt+-', 'alt+-'],
    ['Esc', 'escape'],
    ['return', 'enter'],
    ['PgDn', 'pagedown'],
    ['shift+tab', 'shift+tab'],
    ['alt+ctrl+left', 'ctrl+alt+left'],
    ['space', ' '],
    ['G', 'G'],
    ['g', 'g'],
    ['／', '/'],
    ['１', '1'],
    ['ｃｔｒｌ＋ｋ', 'ctrl+k'],
    ['ctrl+x  Ctrl-E', 'ctrl+x ctrl+e'],
    ['ctrl+x　１', 'ctrl+x 1'],
    ['ctrl+x space', 'ctrl+x space'],
    ['f2 a b', 'f2 a b'],
  ])('%s is %s', (written, keys) => {
    expect(readKeys(written)).toEqual({ ok: true, keys });
  });

  it.each([
    ['ctrl+i', 'Tab'],
    ['ctrl+m', 'Enter'],
    ['Ctrl-H', 'Backspace'],
    ['ctrl+[', 'Esc'],
    ['shift+enter', 'Enter'],
  ])('%s cannot be told from %s', (written, same) => {
    expect(readKeys(written)).toMatchObject({ ok: false, fault: 'same-as', same });
  });

  it.each([
    ['', 'unreadable'],
    ['strg+k', 'unreadable'],
    ['ctrl+ctrl+k', 'unreadable'],
    ['办结', 'unreadable'],
    ['f13', 'not-sent'],
    ['shift+f1', 'not-sent'],
    ['ctrl+1', 'not-sent'],
    ['ctrl+shift+k', 'not-sent'],
    ['alt+[', 'not-sent'],
    ['ctrl+s', 'kept'],
    ['ctrl+space', 'kept'],
    ['g g', 'prefix'],
    ['ctrl+x esc', 'escape'],
    ['f1 f2 f3 f4', 'too-long'],
  ])('%s cannot be used: %s', (written, fault) => {
    expect(readKeys(written)).toMatchObject({ ok: false, fault });
  });

  it('reads back every key of the table, in both of its forms', () => {
    // Keys that the table gives a meaning of its own, where no text is written, may be what terminals call otherwise.
    for (const { keys } of actions)
      for (const key of keys)
        for (const written of [key, keyLabel(key)]) expect(readKeys(written), written).toEqual({ ok: true, keys: key });
  });

  it('knows the plain key behind every full-width one', () => {
    for (let code = 0x21; code < 0x7f; code += 1)
      expect(normalKey(String.fromCharCode(code + 0xfee0))).toBe(String.fromCharCode(code));
    for (const [wide, plain] of ['、/', '。.', '：:', '？?', '，,', '；;', '《<', '》>', '【[', '】]', '！!'])
      expect(normalKey(wide!)).toBe(plain);
  });
});

describe('the keys of the table', () => {
  it('have no conflict, nor a prefix that does something alone', () => {
    expect(conflictsWith((action) => action.keys)).toEqual([]);
  });

  it('are found by place, and lead on from their prefixes', () => {
    const keymap = defaultKeymap();
    expect(keymap.find(['call'], 'ctrl+x ctrl+d')?.id).toBe('move');
    expect(keymap.find(['call'], 'ctrl+x')).toBeUndefined();
    expect(keymap.find(['queue'], 'ctrl+x ctrl+d')).toBeUndefined();
    expect(keymap.continuations(['call'], 'ctrl+x').map(({ key }) => key)).toContain('ctrl+d');
    expect(keymap.continuations(['tickets'], 'f9')).toEqual([]);
  });

  it('work with an input method on, all of them', () => {
    for (const action of actions) expect(action.keys.some(passesThrough), action.id).toBe(true);
  });
});

/** The screens of a seat, and those of one in practice. */
const screens = [
  ...Object.entries(pictures),
  ...Object.entries(practicePictures).map(([name, picture]) => [`practice ${name}`, picture] as const),
];

describe('the places whose keys are in force', () => {
  it.each(screens)('are looked at together: %s', (_, [snapshot, change]) => {
    const empty = { ...emptyModel('zh-CN', 'hub', noon), knowledge: knowledgeOf() };
    const contexts = contextsNow(change(applySnapshot(empty, snapshot)));
    expect(contextSets.map((set) => set.join(' '))).toContain(contexts.join(' '));
  });

  it('know of every text field that it takes the keys of its text', () => {
    // A key of every field, given to an action of each place where one of the pictures writes.
    for (const [name, [snapshot, change]] of screens) {
      const model = change(applySnapshot({ ...emptyModel('zh-CN', 'hub', noon), knowledge: knowledgeOf() }, snapshot));
      if (!isWriting(model)) continue;
      for (const action of contextsNow(model).flatMap(actionsIn)) {
        const { problems } = checkOwnKeys({ [action.id]: ['ctrl+w'] });
        expect(problems, `${name}: ${action.id}`).toContainEqual(expect.objectContaining({ problem: 'field' }));
      }
    }
  });
});

describe('own keys', () => {
  it('take the place of the usual ones, everywhere in the table', () => {
    const keymap = keymapWith({ close: ['f8', 'ctrl+x alt+9'] });
    expect(keymap.find(['call'], 'f8')?.id).toBe('close');
    expect(keymap.find(['call'], 'f9')).toBeUndefined();
    const row = keyTable('en', keymap).find(({ id }) => id === 'close');
    expect(row).toMatchObject({ keys: ['F8', 'Ctrl-X Alt-9'], own: true });
    expect(keymapWith({ close: ['f8'] }).keysOf(actions.find(({ id }) => id === 'hold')!)).toEqual(['ctrl+t']);
  });

  it.each([
    [{ closee: ['f8'] }, '没有叫 closee 的操作'],
    [{ close: ['f13'] }, 'f13 不是每个终端都发得出'],
    [{ close: ['ctrl+i'] }, 'ctrl+i 在终端里和 Tab 是同一个键'],
    [{ close: ['q'] }, '办结（通话）没有输入法开着也能用的键'],
    [{ close: ['ctrl+x q'] }, '办结（通话）没有输入法开着也能用的键'],
    [{ close: [] }, '办结（通话）没有输入法开着也能用的键'],
    [{ close: ['ctrl+u'] }, 'Ctrl-U 是写字时编辑文字的键'],
    [{ close: ['f10'] }, 'F10 同时给了'],
    [{ close: ['ctrl+x'] }, '已经单独给了办结（通话）'],
    [{ close: ['ctrl+k ctrl+w'] }, 'Ctrl-K Ctrl-W（办结（通话））的前一键 Ctrl-K 已经单独给了命令（各画面）'],
  ])('%j is told: %s', (own, text) => {
    const { keys, problems } = checkOwnKeys(own as Record<string, string[]>);
    expect(problems.length).toBeGreaterThan(0);
    expect(textsOf(own as Record<string, string[]>).join('\n')).toContain(text);
    // What is wrong leaves the usual keys in force.
    expect(keys).toEqual({});
  });

  it('name both actions and their places where they clash', () => {
    const [text] = textsOf({ close: ['f10'] }, 'en');
    expect(text).toContain('F10');
    expect(text).toContain('Close (Call)');
    expect(text).toContain('Dispatch (Call)');
  });

  it('may swap keys, and keep what is right beside what is wrong', () => {
    expect(checkOwnKeys({ close: ['f10'], dispatch: ['f9'] })).toEqual({
      keys: { close: ['f10'], dispatch: ['f9'] },
      problems: [],
    });
    const { keys, problems } = checkOwnKeys({ close: ['f8'], hold: ['nonsense'], nobody: ['f7'] });
    expect(keys).toEqual({ close: ['f8'] });
    expect(problems).toHaveLength(2);
  });

  it('give back the usual keys in a chain, when one that was taken over is wanted by its owner', () => {
    // `dispatch` cannot have what it wants, so it keeps F10, which `close` took; so `close` keeps F9, which `hold` took.
    const { keys, problems } = checkOwnKeys({ close: ['f10'], dispatch: ['q'], hold: ['f9'] });
    expect(conflictsWith((action) => keys[action.id] ?? action.keys)).toEqual([]);
    expect(keys).toEqual({});
    expect(problems).toHaveLength(3);
  });

  it('are read from a file that somebody wrote by hand, whatever stands there', () => {
    expect(clientSettings.keys.parse({ close: 'f8', hold: 5, return: ['f7', 1] })).toEqual({
      close: ['f8'],
      hold: [],
      return: [],
    });
    expect(clientSettings.keys.parse('f8')).toBe(unreadableKeys);
    expect(checkOwnKeys(unreadableKeys)).toEqual({ keys: {}, problems: [{ problem: 'unreadable' }] });
    expect(checkOwnKeys({ toString: ['f8'], constructor: ['f9'] }).problems).toHaveLength(2);
  });

  it('never leave two actions of a place with one key, whatever is asked for', () => {
    const wanted = ['f1', 'f8', 'enter', 'ctrl+x', 'ctrl+x ctrl+d', 'alt+p', 'escape', 'tab', 'q', 'ctrl+k'];
    for (let seed = 1; seed < 40; seed += 1) {
      const own = Object.fromEntries(
        actions.filter((_, at) => (at * 7 + seed) % 11 === 0).map(({ id }, at) => [id, [wanted[(at * seed) % 10]!]]),
      );
      const { keys } = checkOwnKeys(own);
      expect(conflictsWith((action) => keys[action.id] ?? action.keys)).toEqual([]);
      for (const contexts of contextSets)
        for (const action of contexts.flatMap(actionsIn))
          expect((keys[action.id] ?? action.keys).some((key) => passesThrough(strokesOf(key)[0]!))).toBe(true);
    }
  });
});
