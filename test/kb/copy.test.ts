import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Change, Changes } from '../../src/contract/shapes/knowledge.ts';
import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import { textHash, wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { shippedOrigin } from '../../src/kb/copy/copy-state.ts';
import { type KnowledgeCopy, openCopy } from '../../src/kb/copy/knowledge-copy.ts';
import { temporaryDir } from '../support/stores.ts';

const doc = (id: string, text: string): KnowledgeDocument => ({ id, kind: 'article', text });
const shipped = [doc('gjj-0001', '随程序一'), doc('gjj-0002', '随程序二')];

/** A copy that is closed after the test. */
const open = (dir: string): KnowledgeCopy => {
  const copy = openCopy(dir);
  onTestFinished(() => copy.close());
  return copy;
};

const textsOf = (copy: KnowledgeCopy): Record<string, string> =>
  Object.fromEntries(copy.documents().map(({ id, text }) => [id, text]));

const change = (id: string, revision: number, text: string | null, version = 1): Change => ({
  id,
  kind: 'article',
  version,
  revision,
  text,
});

/** A page as a hub gives it, whose whole is `whole`. */
const page = (
  whole: Record<string, string>,
  revision: number,
  changes: readonly Change[],
  more: Partial<Changes> = {},
): Changes => ({
  origin: 'hub-a',
  revision,
  count: Object.keys(whole).length,
  hash: wholeHash(Object.entries(whole).map(([id, text]) => ({ id, text }))),
  changes: [...changes],
  ...more,
});

const take = (copy: KnowledgeCopy, given: Changes, now = 1000) => copy.take(copy.position(), given, now);

/** A copy at revision 20 of the hub `hub-a`. */
const synced = (dir: string): KnowledgeCopy => {
  const copy = open(dir);
  copy.seed(shipped);
  const changes = [change('gjj-0001', 10, '一'), change('gjj-0003', 20, '三')];
  expect(take(copy, page({ 'gjj-0001': '一', 'gjj-0003': '三' }, 20, changes))).toBe('done');
  return copy;
};

/** Whether the copy's file, opened anew, holds what its own hash says. */
const isSound = (copy: KnowledgeCopy): void => {
  const { state, documents } = copy.read();
  expect(state).toMatchObject({ hash: wholeHash(documents), count: documents.length });
  for (const { sha256, text } of documents) expect(sha256).toBe(textHash(text));
};

describe('what ships', () => {
  it('fills a new copy, and is kept', async () => {
    const dir = path.join(await temporaryDir(), 'not/yet/there');
    const copy = open(dir);
    expect(copy.state()).toMatchObject({ origin: shippedOrigin, revision: 0, count: 0 });
    expect(copy.seed(shipped)).toBe(true);
    expect(copy.seed(shipped)).toBe(false);
    copy.close();
    const again = open(dir);
    expect(textsOf(again)).toEqual({ 'gjj-0001': '随程序一', 'gjj-0002': '随程序二' });
    expect(again.text('gjj-0002')).toBe('随程序二');
    expect(again.text('gjj-0009')).toBeUndefined();
    expect(again.state()).toEqual({
      origin: shippedOrigin,
      revision: 0,
      count: 2,
      hash: wholeHash(shipped),
      syncedAt: null,
      checkedAt: null,
    });
    expect(again.position()).toEqual({ origin: null, after: 0, from: undefined });
    expect([again.trouble, again.setAside]).toEqual([undefined, undefined]);
    isSound(again);
  });

  it('replaces what shipped before, and nothing that a hub gave', async () => {
    const dir = await temporaryDir();
    const copy = open(dir);
    copy.seed(shipped);
    expect(copy.seed([doc('gjj-0002', '改了'), doc('gjj-0003', '新的')])).toBe(true);
    expect(textsOf(copy)).toEqual({ 'gjj-0002': '改了', 'gjj-0003': '新的' });
    take(copy, page({ 'gjj-0001': '一' }, 5, [change('gjj-0001', 5, '一')]));
    expect(copy.seed(shipped)).toBe(false);
    expect(textsOf(copy)).toEqual({ 'gjj-0001': '一' });
    isSound(copy);
  });
});

describe('what ships twice', () => {
  it('is there once, and the copy is sound', async () => {
    const dir = await temporaryDir();
    const copy = open(dir);
    copy.seed([...shipped, doc('gjj-0001', '另一处')]);
    copy.close();
    const again = open(dir);
    expect(again.setAside).toBeUndefined();
    expect(textsOf(again)).toEqual({ 'gjj-0001': '另一处', 'gjj-0002': '随程序二' });
    isSound(again);
  });
});

describe('a delta', () => {
  it('of everything replaces what ships, also what the hub does not have', async () => {
    const copy = synced(await temporaryDir());
    expect(textsOf(copy)).toEqual({ 'gjj-0001': '一', 'gjj-0003': '三' });
    expect(copy.state()).toMatchObject({ origin: 'hub-a', revision: 20, count: 2, syncedAt: 1000, checkedAt: 1000 });
    expect(copy.position()).toEqual({ origin: 'hub-a', after: 20, from: undefined });
  });

  it('changes, adds and takes away; without changes it says how old the copy is', async () => {
    const dir = await temporaryDir();
    const copy = synced(dir);
    const whole = { 'gjj-0001': '一改', 'gjj-0004': '四' };
    const changes = [
      change('gjj-0004', 31, '四'),
      change('gjj-0003', 32, null),
      change('gjj-0001', 33, '一改', 2),
      change('gjj-0007', 34, null),
    ];
    expect(take(copy, page(whole, 34, changes), 2000)).toBe('done');
    expect(textsOf(copy)).toEqual(whole);
    expect(take(copy, page(whole, 34, []), 3000)).toBe('done');
    copy.close();
    const again = open(dir);
    expect(textsOf(again)).toEqual(whole);
    expect(again.state()).toMatchObject({ revision: 34, count: 2, syncedAt: 2000, checkedAt: 3000 });
    expect(again.read().documents[0]).toMatchObject({ id: 'gjj-0001', version: 2, revision: 33 });
    isSound(again);
  });

  it('of several pages changes nothing before the last, and goes on after a restart', async () => {
    const dir = await temporaryDir();
    const copy = synced(dir);
    const before = textsOf(copy);
    const whole = { 'gjj-0001': '一改', 'gjj-0003': '三改', 'gjj-0004': '四' };
    expect(take(copy, page(whole, 50, [change('gjj-0001', 30, '一改')], { next: '30' }))).toBe('more');
    copy.close();
    const again = open(dir);
    expect(textsOf(again)).toEqual(before);
    expect(again.state().revision).toBe(20);
    expect(again.position()).toEqual({ origin: 'hub-a', after: 20, from: '30' });
    expect(take(again, page(whole, 50, [change('gjj-0003', 40, '三改')], { next: '40' }))).toBe('more');
    expect(take(again, page(whole, 50, [change('gjj-0004', 50, '四')]))).toBe('done');
    expect(textsOf(again)).toEqual(whole);
    expect(again.position()).toEqual({ origin: 'hub-a', after: 50, from: undefined });
    isSound(again);
  });

  it('takes in what changes at the hub while it is read', async () => {
    const copy = synced(await temporaryDir());
    take(copy, page({}, 50, [change('gjj-0001', 30, '一改'), change('gjj-0005', 31, '五')], { next: '31' }));
    const whole = { 'gjj-0001': '一又改', 'gjj-0003': '三' };
    expect(take(copy, page(whole, 61, [change('gjj-0001', 60, '一又改', 3), change('gjj-0005', 61, null)]))).toBe(
      'done',
    );
    expect(textsOf(copy)).toEqual(whole);
    expect(copy.state().revision).toBe(61);
  });

  it('that does not come to the hash changes nothing, and the whole is asked for', async () => {
    const copy = synced(await temporaryDir());
    const before = copy.read();
    const wrong = page({ 'gjj-0001': '别的' }, 30, [change('gjj-0001', 30, '一改')]);
    expect(take(copy, wrong)).toBe('again');
    expect(copy.read()).toEqual(before);
    expect(copy.position()).toEqual({ origin: 'hub-a', after: 0, from: undefined });
    // Nor does the whole fit.
    expect(take(copy, wrong)).toBe('unfit');
    expect(copy.read()).toEqual(before);
    expect(copy.position()).toEqual({ origin: 'hub-a', after: 0, from: undefined });
    // What was staged in vain is not mixed in later.
    expect(take(copy, page({ 'gjj-0009': '九' }, 40, [change('gjj-0009', 40, '九')]))).toBe('done');
    expect(textsOf(copy)).toEqual({ 'gjj-0009': '九' });
  });

  it('with the right hash and the wrong count is not taken', async () => {
    const copy = synced(await temporaryDir());
    const whole = { 'gjj-0001': '一', 'gjj-0003': '三' };
    expect(take(copy, page(whole, 30, [], { count: 3 }))).toBe('again');
  });

  it('whose pages lead nowhere is given up', async () => {
    const copy = synced(await temporaryDir());
    expect(take(copy, page({}, 50, [], { next: '20' }))).toBe('again');
    expect(take(copy, page({}, 50, [], { next: '0' }))).toBe('unfit');
    expect(copy.state().revision).toBe(20);
  });

  it('of a hub whose store was put back to an earlier day is not taken for ours', async () => {
    const copy = synced(await temporaryDir());
    const whole = { 'gjj-0001': '一' };
    expect(take(copy, page(whole, 10, []))).toBe('again');
    expect(copy.state().revision).toBe(20);
    expect(take(copy, page(whole, 10, [change('gjj-0001', 10, '一')]))).toBe('done');
    expect(copy.state()).toMatchObject({ revision: 10, count: 1 });
  });

  it('of another hub replaces everything at once', async () => {
    const dir = await temporaryDir();
    const copy = synced(dir);
    const before = textsOf(copy);
    const whole = { 'gjj-0001': '乙一', 'gjj-0008': '乙八' };
    const other = { origin: 'hub-b' };
    expect(take(copy, page(whole, 90, [change('gjj-0008', 90, '乙八')], other))).toBe('again');
    expect(take(copy, page(whole, 90, [change('gjj-0001', 3, '乙一')], { ...other, next: '3' }))).toBe('more');
    expect(textsOf(copy)).toEqual(before);
    // The first hub is back before it is complete: its delta goes on from its own revision.
    expect(take(copy, page(before, 20, []))).toBe('again');
    expect(copy.position()).toEqual({ origin: 'hub-a', after: 20, from: undefined });
    expect(take(copy, page(before, 20, []))).toBe('done');
    expect(textsOf(copy)).toEqual(before);
    // And the second one for good.
    expect(take(copy, page(whole, 90, [], other))).toBe('again');
    const all = [change('gjj-0001', 3, '乙一'), change('gjj-0008', 90, '乙八')];
    expect(take(copy, page(whole, 90, all, other))).toBe('done');
    expect(textsOf(copy)).toEqual(whole);
    expect(copy.state()).toMatchObject({ origin: 'hub-b', revision: 90 });
  });
});

describe('a live change', () => {
  const live = (previous: number, changed: Change) => ({ previous, revision: changed.revision, change: changed });

  it('is made when nothing is missing before it', async () => {
    const copy = synced(await temporaryDir());
    expect(copy.follow('hub-a', live(20, change('gjj-0001', 25, '一改', 2)), 4000)).toBe('made');
    expect(copy.follow('hub-a', live(25, change('gjj-0003', 26, null)), 5000)).toBe('made');
    expect(textsOf(copy)).toEqual({ 'gjj-0001': '一改' });
    expect(copy.state()).toMatchObject({ revision: 26, count: 1, syncedAt: 5000, checkedAt: 5000 });
    isSound(copy);
  });

  it.each([
    ['one that the copy has', 'hub-a', live(19, change('gjj-0001', 20, '旧')), 'known'],
    ['one after a gap', 'hub-a', live(21, change('gjj-0001', 22, '新')), 'gap'],
    ['one of another hub', 'hub-b', live(20, change('gjj-0001', 21, '新')), 'gap'],
  ] as const)('%s changes nothing', async (_, origin, event, outcome) => {
    const copy = synced(await temporaryDir());
    const before = copy.read();
    expect(copy.follow(origin, event, 4000)).toBe(outcome);
    expect(copy.read()).toEqual(before);
  });

  it('waits for a delta that is under way', async () => {
    const copy = synced(await temporaryDir());
    take(copy, page({}, 50, [change('gjj-0004', 30, '四')], { next: '30' }));
    expect(copy.follow('hub-a', live(20, change('gjj-0001', 51, '一')), 4000)).toBe('gap');
  });

  it('confirms how old the copy is, of its own hub only, and never backwards', async () => {
    const copy = synced(await temporaryDir());
    copy.confirm('hub-b', 9000);
    expect(copy.state().checkedAt).toBe(1000);
    copy.confirm('hub-a', 8000);
    copy.confirm('hub-a', 7000);
    expect(copy.state()).toMatchObject({ checkedAt: 8000, syncedAt: 1000 });
  });
});

describe('several processes at one file', () => {
  it('see each other’s changes, and a page that another has overtaken changes nothing', async () => {
    const dir = await temporaryDir();
    const [one, two] = [synced(dir), open(dir)];
    const whole = { 'gjj-0001': '一改', 'gjj-0003': '三改' };
    const [first, last] = [[change('gjj-0001', 30, '一改')], [change('gjj-0003', 40, '三改')]];
    const [mine, theirs] = [one.position(), two.position()];
    expect(one.take(mine, page(whole, 40, first, { next: '30' }), 1)).toBe('more');
    expect(two.take(theirs, page(whole, 40, first, { next: '30' }), 1)).toBe('overtaken');
    // The other goes on from the page that is there.
    expect(two.position()).toEqual({ origin: 'hub-a', after: 20, from: '30' });
    const late = one.position();
    expect(take(two, page(whole, 40, last), 2)).toBe('done');
    expect(one.take(late, page(whole, 40, last), 3)).toBe('overtaken');
    expect(textsOf(one)).toEqual(whole);
    expect(one.state()).toEqual(two.state());
  });

  it('make the file together once, however many begin', async () => {
    const dir = await temporaryDir();
    const script = path.join(import.meta.dirname, 'copy-opener.ts');
    const openers = Array.from({ length: 6 }, () =>
      spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] }),
    );
    const said = await Promise.all(
      openers.map(async (child) => {
        let out = '';
        child.stdout.setEncoding('utf8').on('data', (text) => {
          out += text;
        });
        await once(child, 'close');
        return JSON.parse(out) as { count: number; trouble?: object; setAside?: string };
      }),
    );
    expect(said).toEqual(openers.map(() => ({ count: 2 })));
    expect((await readdir(dir)).filter((name) => /damaged|new/.test(name))).toEqual([]);
    isSound(open(dir));
  });
});

describe('a file that cannot be used', () => {
  const file = (dir: string): string => path.join(dir, 'knowledge.sqlite');

  const damages: readonly [string, (dir: string) => Promise<void> | void][] = [
    ['is no database', (dir) => writeFile(file(dir), 'knowledge '.repeat(3000))],
    ['is empty', (dir) => truncate(file(dir), 0)],
    ['is cut off in the middle of a page', (dir) => truncate(file(dir), 4096 * 2 + 1000)],
    [
      'has a page of rubbish',
      async (dir) => {
        const bytes = await readFile(file(dir));
        bytes.fill(0xa5, 4096, 8192);
        await writeFile(file(dir), bytes);
      },
    ],
    ['is of another version', (dir) => changed(dir, 'pragma user_version = 99')],
    ['lacks a table', (dir) => changed(dir, 'drop table staging')],
    ['has another text', (dir) => changed(dir, `update documents set text = '被改' where id = 'gjj-0001'`)],
    ['lacks a document', (dir) => changed(dir, `delete from documents where id = 'gjj-0001'`)],
    ['has another hash', (dir) => changed(dir, `update state set hash = 'x'`)],
  ];
  const changed = (dir: string, statement: string): void => {
    const db = new DatabaseSync(file(dir));
    db.exec(statement);
    db.close();
  };

  it.each(damages)('because it %s is put aside and made anew from what ships', async (_, damage) => {
    const dir = await temporaryDir();
    synced(dir).close();
    await damage(dir);
    const copy = open(dir);
    expect(copy.setAside).toBe(`${file(dir)}.damaged`);
    expect(existsSync(copy.setAside!)).toBe(true);
    expect(copy.trouble).toBeUndefined();
    copy.seed(shipped);
    expect(textsOf(copy)).toEqual({ 'gjj-0001': '随程序一', 'gjj-0002': '随程序二' });
    expect(copy.position()).toEqual({ origin: null, after: 0, from: undefined });
    copy.close();
    const again = open(dir);
    expect(again.setAside).toBeUndefined();
    isSound(again);
  });

  it('is kept once, not once for each time', async () => {
    const dir = await temporaryDir();
    for (const text of ['first', 'second']) {
      open(dir).close();
      await writeFile(file(dir), text);
      open(dir).close();
    }
    expect(await readFile(`${file(dir)}.damaged`, 'utf8')).toBe('second');
    const kept = (await readdir(dir)).filter((name) => name.startsWith('knowledge'));
    expect(kept.sort()).toEqual(['knowledge.lock', 'knowledge.sqlite', 'knowledge.sqlite.damaged']);
  });

  it('leaves no log behind that would be read into the new one', async () => {
    const dir = await temporaryDir();
    const copy = synced(dir);
    // As a killed program leaves them: the file and its log.
    const kept = path.join(dir, 'kept-wal');
    await copyFile(`${file(dir)}-wal`, kept);
    copy.close();
    await rm(file(dir));
    await rename(kept, `${file(dir)}-wal`);
    const anew = open(dir);
    anew.seed(shipped);
    expect(textsOf(anew)).toEqual({ 'gjj-0001': '随程序一', 'gjj-0002': '随程序二' });
    isSound(anew);
  });

  it('is noticed when it is taken away under an open copy, which goes on in memory', async () => {
    const dir = await temporaryDir();
    const copy = synced(dir);
    await rm(file(dir));
    const whole = { 'gjj-0001': '一', 'gjj-0003': '三', 'gjj-0004': '四' };
    expect(take(copy, page(whole, 30, [change('gjj-0004', 30, '四')]))).toBe('done');
    expect(copy.trouble?.code).toBe('moved');
    expect(textsOf(copy)).toEqual(whole);
  });
});

describe('a folder that takes nothing', () => {
  it('leaves a copy in memory, which says why and can be seeded and synced', async () => {
    const dir = path.join(await temporaryDir(), 'a-file');
    await writeFile(dir, '');
    const copy = open(dir);
    expect(copy.trouble?.code).toBe('unwritable');
    expect(copy.trouble?.reason).toMatch(/EEXIST|ENOTDIR/);
    expect(copy.seed(shipped)).toBe(true);
    expect(take(copy, page({ 'gjj-0001': '一' }, 5, [change('gjj-0001', 5, '一')]))).toBe('done');
    expect(textsOf(copy)).toEqual({ 'gjj-0001': '一' });
    isSound(copy);
  });

  /** Runs the opener as someone who may not write everywhere, as root may. */
  const asNobody = async (dir: string, shell: string): Promise<{ origin: string; count: number; trouble?: object }> => {
    const script = path.join(import.meta.dirname, 'copy-opener.ts');
    const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const out = execFileSync('sh', ['-c', `${shell} exec "$0" "$@"`, process.execPath, script, dir, 'grow'], {
      ...identity,
      encoding: 'utf8',
    });
    return JSON.parse(out);
  };

  it('is still read when it may not be written', async () => {
    const dir = path.join(await temporaryDir(), 'knowledge');
    synced(dir).close();
    await chmod(path.dirname(dir), 0o755);
    await chmod(path.join(dir, 'knowledge.sqlite'), 0o444);
    await chmod(dir, 0o555);
    onTestFinished(() => chmod(dir, 0o755));
    const said = await asNobody(dir, '');
    expect(said).toMatchObject({ origin: 'hub-a', count: 2, trouble: { code: 'unwritable' } });
  });

  it('because it is full leaves what there is, and the copy goes on in memory', async () => {
    const dir = path.join(await temporaryDir(), 'knowledge');
    await mkdir(dir, { recursive: true });
    await chmod(path.dirname(dir), 0o755);
    if (process.getuid?.() === 0) await chown(dir, 65534, 65534);
    // No file may grow beyond 256 blocks of 512 bytes: room for the copy as it ships, and not for what comes.
    const said = await asNobody(dir, `trap '' XFSZ; ulimit -f 256;`);
    expect(said).toMatchObject({ origin: 'hub-a', count: 1, trouble: { code: 'unwritable' } });
    const copy = open(dir);
    expect(copy.state()).toMatchObject({ origin: shippedOrigin, count: 2 });
    isSound(copy);
  });
});
