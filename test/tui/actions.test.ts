import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextSets } from '../../src/tui/actions/contexts.ts';
import { keyTable } from '../../src/tui/actions/key-table.ts';
import { passesThrough } from '../../src/tui/actions/keys.ts';
import { findActions, loadPinyin } from '../../src/tui/actions/palette-search.ts';
import { actions, actionsIn } from '../../src/tui/actions/table.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { keyToEdit } from '../../src/tui/text/key-to-edit.ts';
import { en } from '../../src/tui/words/en.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { zhCN } from '../../src/tui/words/zh-CN.ts';

describe('the table of actions', () => {
  it('gives no two actions the same key in one place', () => {
    for (const contexts of contextSets) {
      const keys = contexts.flatMap(actionsIn).flatMap((action) => action.keys);
      expect(keys, contexts.join(' + ')).toEqual([...new Set(keys)]);
    }
  });

  it('names every action once', () => {
    const ids = actions.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('reaches every action with a Chinese input method switched on', () => {
    const reachable = ({ id, keys, where }: (typeof actions)[number]): boolean =>
      // Entries of menus are walked to by arrows and Enter; the parts of an article by Tab.
      keys.some(passesThrough) ||
      id.startsWith('seat-') ||
      where === 'sums' ||
      where === 'article' ||
      id.startsWith('reader-part-');
    expect(actions.filter((action) => !reachable(action)).map(({ id }) => id)).toEqual([]);
  });

  it('uses no Ctrl key that terminals or people take for another', () => {
    const taken = ['h', 'i', 'j', 'm', 'q', 's', 'z', '['];
    for (const { keys } of actions)
      for (const key of keys) expect(taken.map((letter) => `ctrl+${letter}`)).not.toContain(key);
  });

  it('takes no key from the field while a text is written', () => {
    const writing = [
      ['call', 'conversation', 'kb', 'anywhere', 'always'],
      ['call', 'lookup', 'beside-call', 'kb', 'anywhere', 'always'],
      ['lookup', 'knowledge', 'kb', 'anywhere', 'always'],
      ['form', 'always'],
    ] as const;
    for (const contexts of writing) {
      const keys = contexts.flatMap((context) => actionsIn(context)).flatMap((action) => action.keys);
      for (const key of keys.filter((name) => name.startsWith('ctrl+'))) {
        const edit = keyToEdit(key.slice(5), { ctrl: true }, { multiline: true, enter: 'newline' });
        expect(edit, key).toBeUndefined();
      }
    }
  });

  it('can be read without a terminal, a screen or Ink', () => {
    // Node itself loads no JSX, so whatever this loads draws nothing.
    const file = path.join(import.meta.dirname, '../../src/tui/actions/key-table.ts');
    const script = `import(${JSON.stringify(file)}).then(({ keyTable }) => console.log(keyTable('en').length))`;
    const count = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(Number(count)).toBe(actions.length);
  });

  it('writes the same table in both languages', () => {
    const [chinese, english] = [keyTable('zh-CN'), keyTable('en')];
    expect(english.map(({ id, keys }) => [id, keys])).toEqual(chinese.map(({ id, keys }) => [id, keys]));
    expect(chinese.find(({ id }) => id === 'close')).toEqual({
      id: 'close',
      where: '通话',
      keys: ['F9'],
      name: '办结',
      help: '用写好的答复办结工单',
    });
  });
});

describe('what can be done with articles', () => {
  const ids = [
    'show-knowledge',
    'search',
    'insert-answer',
    'insert-part',
    'article-menu',
    'cite',
    'copy-answer',
    'copy-part',
    'sms',
    'related',
    'pin',
    'correct',
  ];
  it.each(['zh-CN', 'en'] as const)('is in the help and in the palette, by its name, in %s', (language) => {
    const say = sayIn(language);
    const model = { ...emptyModel(language, 'hub'), loaded: true };
    for (const id of ids) {
      const row = keyTable(language).find((entry) => entry.id === id);
      expect(row, id).toBeDefined();
      expect(
        findActions(row!.name, model, say, undefined).map((action) => action.id),
        row!.name,
      ).toContain(id);
    }
  });
});

describe('the palette', () => {
  const model = { ...emptyModel('zh-CN', 'hub'), loaded: true };
  const say = sayIn('zh-CN');
  it.each([
    ['bj', 'close'],
    ['zp', 'dispatch'],
    ['jxyg', 'take-next'],
    ['xiaoxiu', 'seat-break'],
    ['退回', 'return'],
    ['f10', 'dispatch'],
    ['ｇｄ', 'show-tickets'],
    ['ctrl-t', 'hold'],
  ])('finds %s', async (query, id) => {
    expect(findActions(query, model, say, await loadPinyin())[0]?.id).toBe(id);
  });

  it('finds words before the library for pinyin is there', () => {
    expect(findActions('办结', model, say, undefined)[0]?.id).toBe('close');
    expect(findActions('没有这个', model, say, undefined)).toEqual([]);
  });
});

describe('words', () => {
  it('fill the same places in both languages', () => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(Object.keys(en)).toEqual(Object.keys(zhCN));
    for (const [key, text] of Object.entries(zhCN))
      expect(places(en[key as keyof typeof zhCN]), key).toEqual(places(text));
  });

  it('are the only place where the seat screen speaks Chinese', () => {
    const root = path.join(import.meta.dirname, '../../src/tui');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      // The signs of Chinese keyboards, and the rules where a Chinese line may break, are data of the text rooms.
      if (file.startsWith('words') || /^text.(?:normal-key|width)\.ts$/.test(file)) continue;
      const code = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g) ?? [], file).toEqual([]);
    }
  });
});
