import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
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
  open(dir).put('li', 'call-1', whole, 0, 1);
  const again = open(dir);
  expect(again.papers('li')).toMatchObject([{ subject: 'call-1', paper: whole, unsent: true }]);
  expect(again.papers('zhang')).toEqual([]);
});

it('leaves nothing readable on the disk, and no file that others may read', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  store.put('li', 'call-1', paper('市民张三要提取公积金'), 0, 1);
  store.putOlder('li', 'call-1', paper('先前写的内容'), 1);
  store.post('li', posting({ body: { answer: '办结时的答复' }, about: '刘女士' }));
  store.keepSeat('es_token', { calls: ['打来的刘女士'] }, 1);
  for (const name of readdirSync(dir)) {
    const file = path.join(dir, name);
    if (name === 'store.key') continue;
    expect((statSync(file).mode & 0o777).toString(8), name).toBe('600');
    const bytes = readFileSync(file);
    for (const secret of ['张三', '先前写的', '办结时的', '刘女士', 'es_token'])
      expect(bytes.includes(secret), name).toBe(false);
  }
});

it('two windows: what the other wrote in between is put by, and never lost', async () => {
  const dir = await temporaryDir();
  const [one, two] = [open(dir), open(dir)];
  const first = one.put('li', 'call-1', paper('甲'), 0, 1);
  expect(two.changedElsewhere()).toBe(false);
  const seen = two.papers('li')[0]!;
  expect(seen.version).toBe(first.version);
  const second = two.put('li', 'call-1', paper('甲乙'), seen.version, 2);
  expect(second.replaced).toBeUndefined();
  // The first window writes on what it had.
  const third = one.put('li', 'call-1', paper('甲丙'), first.version, 3);
  expect(third.replaced?.paper.text).toBe('甲乙');
  expect(one.papers('li')[0]!.paper.text).toBe('甲丙');
  expect(two.changedElsewhere()).toBe(true);
  expect(two.changedElsewhere()).toBe(false);
  expect(two.older('li', 'call-1').map(({ paper: { text } }) => text)).toEqual(['甲乙']);
});

it('keeps the last twenty other texts, each once, until the matter is done', async () => {
  const store = open(await temporaryDir());
  for (let at = 1; at <= 25; at++) store.putOlder('li', 'call-1', paper(`第 ${at} 份`), at);
  store.putOlder('li', 'call-1', paper('第 25 份'), 26);
  expect(store.older('li', 'call-1')).toHaveLength(20);
  expect(store.older('li', 'call-1')[0]!.paper.text).toBe('第 25 份');
  store.drop('li', 'call-1');
  expect(store.older('li', 'call-1')).toEqual([]);
});

it('knows what the hub has', async () => {
  const store = open(await temporaryDir());
  const { version } = store.put('li', 'call-1', paper('甲'), 0, 1);
  store.hubHas('li', 'call-1', version, 7);
  expect(store.papers('li')[0]).toMatchObject({ hub: 7, unsent: false });
  store.put('li', 'call-1', paper('甲乙'), version, 2);
  expect(store.papers('li')[0]).toMatchObject({ hub: 7, unsent: true });
  store.putFromHub('li', 'call-1', paper('来自另一台'), 9, 3);
  expect(store.papers('li')[0]).toMatchObject({ hub: 9, unsent: false, paper: { text: '来自另一台' } });
});

it('the outbox keeps order, key and content over a start; what was sent cannot be taken back', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  const first = store.post('li', posting());
  const second = store.post('li', posting({ subject: 'call-2', ticket: 'JN20261123-000002' }));
  expect(open(dir).outbox('li')).toEqual([
    { ...first, tried: false },
    { ...second, tried: false },
  ]);
  // Two windows: one sends it, the other wants it back.
  const other = open(dir);
  expect(store.claim(first.place)).toBe(true);
  expect(other.takeBack(first.place)).toBe(false);
  expect(other.takeBack(second.place)).toBe(true);
  expect(store.claim(second.place)).toBe(false);
  expect(other.outbox('li')).toEqual([{ ...first, tried: true }]);
  store.settle(first.place);
  expect(store.outbox('li')).toEqual([]);
});

it('a refusal stays with what was refused, until the same is done anew', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  const entry = store.post('li', posting());
  store.refuse('li', entry, { code: 'ticket_state', text: '已办结', at: 5 });
  expect(open(dir).outbox('li')).toMatchObject([{ body: { answer: '答复' }, refused: { text: '已办结' } }]);
  expect(store.claim(entry.place)).toBe(false);
  const next = store.post('li', posting());
  expect(store.outbox('li')).toEqual([next]);
  expect(next.key).not.toBe(entry.key);
});

it('goes on in memory, and says so, when the folder cannot be used', async () => {
  const dir = path.join(await temporaryDir(), 'a-file');
  writeFileSync(dir, 'no folder');
  const store = open(dir);
  expect(store.trouble).toMatch(/EEXIST|ENOTDIR/);
  store.put('li', 'call-1', paper('甲'), 0, 1);
  expect(store.papers('li')[0]!.paper.text).toBe('甲');
});

it('goes on in memory with all it had when the file takes nothing more', async () => {
  const dir = await temporaryDir();
  const store = open(dir);
  store.put('li', 'call-1', paper('甲'), 0, 1);
  store.post('li', posting());
  const said: string[] = [];
  store.onTrouble = (reason) => said.push(reason);
  // As on a full disk: SQLite may not make the file any larger.
  (store as unknown as { file: { db: { exec(sql: string): void } } }).file.db.exec('pragma max_page_count = 1');
  for (let at = 0; at < 60; at++) store.put('li', `call-${at + 2}`, paper('字'.repeat(3000)), 0, at);
  expect(said).toEqual([expect.stringMatching(/full/)]);
  expect(store.trouble).toMatch(/full/);
  expect(store.lasts).toBe(false);
  expect(store.papers('li')).toHaveLength(61);
  expect(store.outbox('li')).toHaveLength(1);
});

it('puts a damaged file aside and starts a new one', async () => {
  const dir = await temporaryDir();
  writeFileSync(
    path.join(dir, 'desk.sqlite'),
    'not a database, and long enough to be read as the head of one'.repeat(20),
  );
  const store = open(dir);
  expect(store.setAside).toBe(path.join(dir, 'desk.sqlite.damaged'));
  store.put('li', 'call-1', paper('甲'), 0, 1);
  expect(open(dir).papers('li')).toHaveLength(1);
});

it('shows nothing of what another key sealed', async () => {
  const dir = await temporaryDir();
  open(dir).put('li', 'call-1', paper('甲'), 0, 1);
  chmodSync(path.join(dir, 'desk.key'), 0o600);
  writeFileSync(path.join(dir, 'desk.key'), Buffer.alloc(32, 9).toString('base64'));
  expect(open(dir).papers('li')).toEqual([]);
});

it('forgets after a month what nobody touched', async () => {
  const dir = await temporaryDir();
  const day = 86_400_000;
  const store = open(dir);
  store.put('li', 'call-1', paper('旧'), 0, 0);
  store.put('li', 'call-2', paper('新'), 0, 31 * day);
  store.post('li', posting());
  store.close();
  const later = new DeskStore(dir, 31 * day);
  onTestFinished(() => later.close());
  expect(later.papers('li').map(({ subject }) => subject)).toEqual(['call-2']);
  expect(later.outbox('li')).toHaveLength(1);
});
