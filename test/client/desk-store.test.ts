import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DeskStore } from '../../src/client/desk/desk-store.ts';
import type { Posting } from '../../src/client/desk/outbox-entry.ts';
import type { Paper } from '../../src/contract/shapes/draft.ts';
import { temporaryDir } from '../support/stores.ts';

const paper = (text: string): Paper => ({ text, caret: text.length, articles: ['gjj-0021'], forms: {} });
const posting = (more: Partial<Posting> = {}): Posting => ({
  route: 'tickets.close',
  params: { number: 'JN20261123-000001' },
  body: { category: '咨询', answer: '答复' },
  about: '刘女士',
  subject: 'call-1',
  ticket: 'JN20261123-000001',
  dueAt: 0,
  ...more,
});

const open = (dir: string | undefined): DeskStore => {
  const store = new DeskStore(dir);
  onTestFinished(() => store.close());
  return store;
};

/** The database under a store, to be treated badly. */
const databaseOf = (store: DeskStore): DatabaseSync => (store as unknown as { access: { db: DatabaseSync } }).access.db;

it('keeps a paper over a start, for its person alone, with caret, articles and forms', async () => {
  const dir = await temporaryDir();
  const whole: Paper = {
    ...paper('登录单位网厅'),
    caret: 2,
    forms: {
      dispatch: {
        unit: { type: 'choice', value: '贷款管理处' },
        reason: { type: 'text', text: '三周没有消息', caret: 3, multiline: true, max: 2000 },
      },
    },
  };
  open(dir).papers.put('li', 'call-1', whole, 0, 1);
  const again = open(dir);
  expect(again.papers.of('li')).toMatchObject([{ subject: 'call-1', paper: whole, unsent: true }]);
  expect(again.papers.of('zhang')).toEqual([]);
});

it('leaves nothing readable on the disk, and no file that others may read', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  store.papers.put('li', 'call-1', paper('市民张三要提取公积金'), 0, 1);
  store.others.put('li', 'call-1', paper('先前写的内容'), 1);
  store.outbox.post('li', posting({ body: { answer: '办结时的答复' }, about: '刘女士' }));
  store.seats.keep('es_token', { calls: ['打来的刘女士'] }, 1);
  for (const name of readdirSync(dir)) {
    const file = path.join(dir, name);
    expect((statSync(file).mode & 0o777).toString(8), name).toBe('600');
    const bytes = readFileSync(file);
    for (const secret of ['张三', '先前写的', '办结时的', '刘女士', 'es_token'])
      expect(bytes.includes(secret), name).toBe(false);
  }
});

it('two windows: what the other wrote in between is put by, and never lost', async () => {
  const dir = await temporaryDir();
  const [one, two] = [open(dir), open(dir)];
  const first = one.papers.put('li', 'call-1', paper('甲'), 0, 1);
  expect(two.changedElsewhere()).toBe(false);
  const seen = two.papers.of('li')[0]!;
  expect(seen.version).toBe(first.version);
  const second = two.papers.put('li', 'call-1', paper('甲乙'), seen.version, 2);
  expect(second.replaced).toBeUndefined();
  // The first window writes on what it had.
  const third = one.papers.put('li', 'call-1', paper('甲丙'), first.version, 3);
  expect(third.replaced?.paper.text).toBe('甲乙');
  expect(one.papers.of('li')[0]!.paper.text).toBe('甲丙');
  expect(two.changedElsewhere()).toBe(true);
  expect(two.changedElsewhere()).toBe(false);
  expect(two.others.of('li', 'call-1').map(({ paper: { text } }) => text)).toEqual(['甲乙']);
});

it('keeps the last twenty other texts, each once, until the matter is done', async () => {
  const store = open(await temporaryDir());
  for (let at = 1; at <= 25; at++) store.others.put('li', 'call-1', paper(`第 ${at} 份`), at);
  store.others.put('li', 'call-1', paper('第 25 份'), 26);
  expect(store.others.of('li', 'call-1')).toHaveLength(20);
  expect(store.others.of('li', 'call-1')[0]!.paper.text).toBe('第 25 份');
  store.papers.drop('li', 'call-1');
  expect(store.others.of('li', 'call-1')).toEqual([]);
});

it('knows what the hub has', async () => {
  const store = open(await temporaryDir());
  const { version } = store.papers.put('li', 'call-1', paper('甲'), 0, 1);
  store.papers.hubHas('li', 'call-1', version, 7);
  expect(store.papers.of('li')[0]).toMatchObject({ hub: 7, unsent: false });
  store.papers.put('li', 'call-1', paper('甲乙'), version, 2);
  expect(store.papers.of('li')[0]).toMatchObject({ hub: 7, unsent: true });
  store.papers.putFromHub('li', 'call-1', paper('来自另一台'), 9, 3);
  expect(store.papers.of('li')[0]).toMatchObject({ hub: 9, unsent: false, paper: { text: '来自另一台' } });
});

it('the outbox keeps order, key and content over a start; what was sent cannot be taken back', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  const first = store.outbox.post('li', posting());
  const second = store.outbox.post('li', posting({ subject: 'call-2', ticket: 'JN20261123-000002' }));
  expect(open(dir).outbox.of('li')).toEqual([
    { ...first, tried: false },
    { ...second, tried: false },
  ]);
  // Two windows: one sends it, the other wants it back.
  const other = open(dir);
  expect(store.outbox.claim(first.key)).toBe(true);
  expect(other.outbox.takeBack(first.key)).toBe(false);
  expect(other.outbox.takeBack(second.key)).toBe(true);
  expect(store.outbox.claim(second.key)).toBe(false);
  expect(other.outbox.of('li')).toEqual([{ ...first, tried: true }]);
  store.outbox.settle(first.key);
  expect(store.outbox.of('li')).toEqual([]);
});

it('a refusal stays with what was refused, until the same is done anew', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  const entry = store.outbox.post('li', posting());
  store.outbox.refuse('li', entry, { code: 'ticket_state', text: '已办结', at: 5 });
  expect(open(dir).outbox.of('li')).toMatchObject([{ body: { answer: '答复' }, refused: { text: '已办结' } }]);
  expect(store.outbox.claim(entry.key)).toBe(false);
  const next = store.outbox.post('li', posting());
  expect(store.outbox.of('li')).toEqual([next]);
  expect(next.key).not.toBe(entry.key);
});

it('goes on in memory, and says so, when the folder cannot be used', async () => {
  const dir = path.join(await temporaryDir(), 'a-file');
  writeFileSync(dir, 'no folder');
  const store = open(dir);
  expect(store.trouble).toMatch(/EEXIST|ENOTDIR/);
  store.papers.put('li', 'call-1', paper('甲'), 0, 1);
  expect(store.papers.of('li')[0]!.paper.text).toBe('甲');
});

it('goes on in memory with all it had when the file takes nothing more', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  store.papers.put('li', 'call-1', paper('甲'), 0, 1);
  store.outbox.post('li', posting());
  const said: (string | undefined)[] = [];
  store.onTrouble = (reason) => void said.push(reason);
  // As on a full disk: SQLite may not make the file any larger.
  const file = databaseOf(store);
  file.exec('pragma max_page_count = 1');
  for (let at = 0; at < 60; at++) store.papers.put('li', `call-${at + 2}`, paper('字'.repeat(3000)), 0, at);
  expect(said).toEqual([expect.stringMatching(/full/)]);
  expect(store.trouble).toMatch(/full/);
  expect(store.lasts).toBe(false);
  expect(store.papers.of('li')).toHaveLength(61);
  expect(store.outbox.of('li')).toHaveLength(1);
  // There is room again.
  file.exec('pragma max_page_count = 100000');
  store.papers.put('li', 'call-1', paper('甲乙'), 0, 100);
  expect(said).toEqual([expect.stringMatching(/full/), undefined]);
  expect(store.lasts).toBe(true);
  expect(open(dir).papers.of('li')).toHaveLength(61);
  expect(open(dir).papers.of('li')[0]!.paper.text).toBe('甲乙');
});

describe('while another program holds the file', () => {
  const held = async () => {
    const dir = await temporaryDir();
    const store = open(dir);
    const first = store.outbox.post('li', posting());
    const paperBefore = store.papers.put('li', 'call-1', paper('甲'), 0, 1);
    const other = new DatabaseSync(path.join(dir, 'desk.sqlite'));
    onTestFinished(() => other.close());
    other.exec('begin immediate');
    return { dir, store, first, paperBefore, letGo: () => other.exec('commit') };
  };

  it('nothing is said to be taken back or claimed that is not', async () => {
    const { dir, store, first, letGo } = await held();
    expect(store.outbox.takeBack(first.key)).toBeUndefined();
    expect(store.outbox.claim(first.key)).toBeUndefined();
    const said: (string | undefined)[] = [];
    store.onTrouble = (reason) => void said.push(reason);
    letGo();
    expect(store.outbox.takeBack(first.key)).toBe(true);
    expect(said).toEqual([undefined]);
    expect(store.lasts).toBe(true);
    expect(open(dir).outbox.of('li')).toEqual([]);
  });

  it('what is written and submitted meanwhile goes on from memory, and into the file as soon as it can', async () => {
    const { dir, store, first, paperBefore, letGo } = await held();
    const next = store.papers.put('li', 'call-1', paper('甲乙'), paperBefore.version, 2);
    const second = store.outbox.post('li', posting({ subject: 'call-2', ticket: 'JN20261123-000002' }));
    const third = store.outbox.post('li', posting({ subject: 'call-3', ticket: 'JN20261123-000003' }));
    // These never were in the file, so nobody else can have them.
    expect(store.outbox.claim(second.key)).toBe(true);
    expect(store.outbox.takeBack(third.key)).toBe(true);
    expect(store.papers.of('li')[0]!.paper.text).toBe('甲乙');
    expect(open(dir).papers.of('li')[0]!.paper.text).toBe('甲');
    letGo();
    store.changedElsewhere();
    store.tryAgain();
    expect(store.changedElsewhere()).toBe(true);
    const again = open(dir);
    expect(again.papers.of('li')).toMatchObject([{ paper: { text: '甲乙' }, unsent: true }]);
    expect(again.papers.of('li')[0]!.version).toBeGreaterThan(next.version);
    expect(again.outbox.of('li').map(({ key, tried }) => [key, tried])).toEqual([
      [first.key, false],
      [second.key, true],
    ]);
  });

  it('a new window opens, and reads what is there', async () => {
    const { dir } = await held();
    const store = open(dir);
    expect(store.papers.of('li')).toHaveLength(1);
    expect(store.trouble).toBeUndefined();
  });
});

it('goes on with what can be read when the file is damaged while it is open', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  for (let at = 0; at < 200; at++) store.papers.put('li', `call-${1000 + at}`, paper('字'.repeat(2000)), 0, at);
  const entry = store.outbox.post('li', posting());
  const file = path.join(dir, 'desk.sqlite');
  databaseOf(store).exec('pragma wal_checkpoint(truncate); pragma shrink_memory; pragma cache_size = 0');
  const bytes = readFileSync(file);
  bytes.fill(0x5a, Math.floor(bytes.length / 2));
  writeFileSync(file, bytes);
  const said: (string | undefined)[] = [];
  store.onTrouble = (reason) => void said.push(reason);
  const left = store.papers.of('li');
  expect(said).toEqual([expect.stringMatching(/malformed|not a database/)]);
  expect(store.isWhole).toBe(false);
  expect(left.length).toBeLessThan(200);
  store.papers.put('li', 'call-1', paper('接着写'), 0, 300);
  expect(store.papers.of('li').some(({ paper: { text } }) => text === '接着写')).toBe(true);
  // Sent only if the file itself could take that down.
  const isDown = (): boolean => new DatabaseSync(file).prepare('select 1 from outbox where tried = 1').all().length > 0;
  if (store.outbox.claim(entry.key)) expect(isDown()).toBe(true);
});

it('puts a damaged file aside and starts a new one', async () => {
  const dir = await temporaryDir();
  writeFileSync(
    path.join(dir, 'desk.sqlite'),
    'not a database, and long enough to be read as the head of one'.repeat(20),
  );
  const store = open(dir);
  expect(store.setAside).toEqual({ file: path.join(dir, 'desk.sqlite.damaged'), why: 'damaged' });
  store.papers.put('li', 'call-1', paper('甲'), 0, 1);
  expect(open(dir).papers.of('li')).toHaveLength(1);
});

it('two windows: a refusal is news in one of them', async () => {
  const dir = await temporaryDir();
  const [one, two] = [open(dir), open(dir)];
  const entry = one.outbox.post('li', posting());
  const refused = { code: 'ticket_state' as const, text: '已办结', at: 5 };
  expect(one.outbox.refuse('li', entry, refused)).toBe(true);
  expect(two.outbox.refuse('li', entry, refused)).toBe(false);
  one.outbox.settle(entry.key);
  expect(two.outbox.refuse('li', entry, refused)).toBe(false);
});

it('takes down what is refused already in one step', async () => {
  const dir = await temporaryDir();
  const entry = open(dir).outbox.post('li', posting(), { code: 'ticket_state', text: '已办结', at: 5 });
  expect(open(dir).outbox.of('li')).toEqual([entry]);
  expect(open(dir).outbox.claim(entry.key)).toBe(false);
});

it('a second correction of an article leaves the one that was refused', async () => {
  const store = open(await temporaryDir());
  const correction = (text: string): Posting =>
    posting({ route: 'kb.correct', subject: 'gjj-0021', ticket: '', body: { note: text } });
  const first = store.outbox.post('li', correction('第一条有误'));
  store.outbox.refuse('li', first, { code: 'not_found', text: '没有这条', at: 5 });
  store.outbox.post('li', correction('第二条有误'));
  expect(store.outbox.of('li').map(({ body }) => body.note)).toEqual(['第一条有误', '第二条有误']);
});

it('does not take what it could not give back', async () => {
  const store = open(await temporaryDir());
  const articles = Array.from({ length: 21 }, (_, at) => `gjj-${1000 + at}`);
  expect(() => store.papers.put('li', 'call-1', { ...paper('甲'), articles }, 0, 1)).toThrow(/articles/);
});

it('puts what another key sealed aside, says so, and does not write over what was put aside before', async () => {
  const dir = await temporaryDir();
  const key = path.join(dir, 'desk.key');
  const first = new DeskStore(dir);
  first.papers.put('li', 'call-1', paper('甲'), 0, 1);
  first.close();
  const kept = readFileSync(key);
  const lose = (): DeskStore => {
    rmSync(key);
    const store = new DeskStore(dir);
    expect(store.papers.of('li')).toEqual([]);
    store.papers.put('li', 'call-1', paper('乙'), 0, 2);
    store.close();
    return store;
  };
  expect(lose().setAside).toEqual({ file: path.join(dir, 'desk.sqlite.other-key'), why: 'other-key' });
  expect(lose().setAside?.file).toBe(path.join(dir, 'desk.sqlite.other-key-2'));
  // Who finds the key has all again.
  writeFileSync(key, kept);
  for (const name of readdirSync(dir)) if (/^desk\.sqlite(-|$)/.test(name)) rmSync(path.join(dir, name));
  renameSync(path.join(dir, 'desk.sqlite.other-key'), path.join(dir, 'desk.sqlite'));
  expect(open(dir).papers.of('li')[0]!.paper.text).toBe('甲');
});

describe('what nobody touched for a month', () => {
  const day = 86_400_000;
  const today = 20_000 * day;
  const written = async (): Promise<DeskStore> => {
    const store = open(await temporaryDir());
    const { version } = store.papers.put('li', 'call-1', paper('旧'), 0, today - 31 * day);
    store.papers.hubHas('li', 'call-1', version, 1);
    store.papers.put('li', 'call-2', paper('旧，中心没有'), 0, today - 31 * day);
    store.papers.put('li', 'call-3', paper('新'), 0, today);
    store.papers.hubHas('li', 'call-3', 99, 1);
    store.others.put('li', 'call-4', paper('旧'), today - 31 * day);
    store.outbox.post('li', posting());
    return store;
  };
  const left = (store: DeskStore): string[] => store.papers.of('li').map(({ subject }) => subject);

  it('is forgotten when it was old on an earlier day too, except for what the hub has not', async () => {
    const store = await written();
    store.forgetOld(today);
    store.forgetOld(today + 1000);
    expect(left(store)).toEqual(['call-1', 'call-2', 'call-3']);
    store.forgetOld(today + day);
    expect(left(store)).toEqual(['call-2', 'call-3']);
    expect(store.others.of('li', 'call-4')).toEqual([]);
    expect(store.outbox.of('li')).toHaveLength(1);
  });

  it('a clock that is a year ahead for a day throws nothing away', async () => {
    const store = open(await temporaryDir());
    const { version } = store.papers.put('li', 'call-1', paper('上周写的'), 0, today - 7 * day);
    store.papers.hubHas('li', 'call-1', version, 1);
    store.forgetOld(today - day);
    store.papers.put('li', 'call-2', paper('钟快时写的'), 0, today + 365 * day);
    store.forgetOld(today + 365 * day);
    store.forgetOld(today + 1);
    expect(left(store)).toEqual(['call-1', 'call-2']);
  });
});
