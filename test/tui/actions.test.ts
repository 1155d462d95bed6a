import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyTable, writingTable } from '../../src/tui/actions/key-table.ts';
import { passesThrough } from '../../src/tui/actions/keys.ts';
import { actions, actionsIn } from '../../src/tui/actions/table.ts';
import { conflictsWith } from '../../src/tui/keymap/own-keys.ts';
import { findOffers } from '../../src/tui/palette/offers.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { editKeys, isEditKey, keyToEdit } from '../../src/tui/text/key-to-edit.ts';
import { writingKeys } from '../../src/tui/text/writing-keys.ts';
import { en } from '../../src/tui/words/en.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { zhCN } from '../../src/tui/words/zh-CN.ts';

describe('the table of actions', () => {
  it('gives no two actions the same key in one place, nor one the beginning of another', () => {
    expect(conflictsWith((action) => action.keys)).toEqual([]);
  });

  it('names every action once', () => {
    const ids = actions.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('reaches every action with a Chinese input method switched on, by a key of its own', () => {
    expect(actions.filter(({ keys }) => !keys.some(passesThrough)).map(({ id }) => id)).toEqual([]);
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
      ['ticket-find', 'tickets', 'anywhere', 'always'],
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
      own: false,
    });
  });
});

describe('the keys of the text fields', () => {
  it('are all in the table that the help and the README show', () => {
    const shown = writingKeys.flatMap(({ keys }) => keys);
    expect(editKeys.filter((key) => !shown.includes(key))).toEqual([]);
    expect(shown).toEqual([...new Set(shown)]);
    expect(shown.filter((key) => !isEditKey(key, true))).toEqual([]);
  });

  it('stand there in both languages, by the names that are printed on them', () => {
    const [chinese, english] = [writingTable('zh-CN'), writingTable('en')];
    expect(english.map(({ keys }) => keys)).toEqual(chinese.map(({ keys }) => keys));
    expect(chinese[0]).toMatchObject({ where: '写字时', name: '撤销', keys: ['Ctrl-Z', 'Ctrl-_'] });
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
        findOffers(model, { typed: row!.name, say }).map((offer) => offer.id),
        row!.name,
      ).toContain(id);
    }
  });
});

describe('words', () => {
  it('fill the same places in both languages', () => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(Object.keys(en)).toEqual(Object.keys(zhCN));
    for (const [key, text] of Object.entries(zhCN))
      expect(places(en[key as keyof typeof zhCN]), key).toEqual(places(text));
  });

  it('name the keys of actions so that a person hears of their own', () => {
    const usual = new Map(keyTable('en').map(({ id, keys }) => [id, keys]));
    // Keys of the fields themselves, and of the terminal, are nobody's to give away.
    const fixed = /^(?:keys\.|plain\.|field\.|outside\.taken)/;
    for (const catalogue of [zhCN, en])
      for (const [word, text] of Object.entries(catalogue).filter(([word]) => !fixed.test(word))) {
        for (const [, id, label] of text.matchAll(/\{([\w-]+):([^{}]+)\}/g))
          expect(usual.get(id!), `${word}: ${id}`).toContain(label);
        // Written as `{close:F9}`.
        expect(text.replace(/\{[\w-]+:[^{}]+\}/g, ''), word).not.toMatch(/(?:Ctrl|Alt)-[A-Z0-9]|\bF\d/);
      }
    const say = sayIn('zh-CN', (id) => (id === 'take-next' ? 'F8' : undefined));
    expect(say('call.none.hint')).toBe('F8 接听下一个来电，F2 看队列');
  });

  it('are the only place where the seat screen speaks Chinese', () => {
    const root = path.join(import.meta.dirname, '../../src/tui');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      // The signs of Chinese keyboards, and the rules where a Chinese line may break or a sentence ends, are data of the text rooms.
      if (file.startsWith('words') || /^text.(?:normal-key|width|sentence-end)\.ts$/.test(file)) continue;
      const code = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      expect(code.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g) ?? [], file).toEqual([]);
    }
  });
});
