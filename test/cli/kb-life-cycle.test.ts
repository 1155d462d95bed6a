import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CorrectionView, VersionView } from '../../src/contract/shapes/knowledge.ts';
import { dataKinds } from '../../src/domain/knowledge/document.ts';
import { articleText } from '../kb/support.ts';
import { errorOf, signedInAs, startServe, type TestHub } from './support/hub.ts';
import { freshFolder } from './support/program.ts';

type Env = Record<string, string>;
const OneVersion = z.object({ version: VersionView });
const History = z.object({ versions: z.array(VersionView) });
const OneCorrection = z.object({ correction: CorrectionView });
const Corrections = z.object({ corrections: z.array(CorrectionView) });
const Synced = z.object({
  revision: z.number(),
  changed: z.array(z.object({ id: z.string(), what: z.string(), title: z.string().nullable() })),
});
const Found = z.object({ results: z.array(z.object({ id: z.string() })) });

let hub: TestHub;
let author: Env;
let approver: Env;
let expert: Env;
beforeAll(async () => {
  hub = await startServe();
  author = await signedInAs(hub, '王芳', 'centre');
  approver = await signedInAs(hub, '赵强', 'supervisor');
  const seat = await signedInAs(hub, '李敏', 'expert');
  expert = { ...seat, EXPERT_SEAT_DATA: path.join(freshFolder(), 'seat') };
});
afterAll(() => hub.end());

const as = (env: Env, ...args: string[]) => hub.run([...args, '--json'], { env });
const done = <S extends z.ZodType>(env: Env, shape: S, ...args: string[]) => hub.json(shape, args, env);

/** A line that no other article is like: the lint takes bodies that are nearly the same for one. */
const line = (id: string): string =>
  Array.from({ length: 150 }, (_, at) =>
    String.fromCodePoint(0x5000 + ((Number(id.slice(4)) * 331 + at * 37) % 9000)),
  ).join('');

/** An article's file; `answer` is its short answer. */
const file = (id: string, answer: string): string => {
  const place = path.join(freshFolder(), `${id}.md`);
  const questions = `[${id}问一, ${id}问二, ${id}问三]`;
  writeFileSync(place, articleText({ id, questions }, { 简答: answer, 要点: `- ${line(id)}` }));
  return place;
};

/** Brings a text all the way to the seats. */
const publish = async (id: string, answer: string): Promise<void> => {
  await done(author, OneVersion, 'kb', 'draft', file(id, answer));
  await done(author, OneVersion, 'kb', 'review', id);
  await done(approver, z.object({}), 'kb', 'publish', id);
};

describe('an article by two people', () => {
  it('goes from draft to review, back, again, and to the seats; nobody approves their own', async () => {
    const first = await done(author, OneVersion, 'kb', 'draft', file('gjj-9001', '第一稿。'), '--note', '新规定');
    expect(first.version).toMatchObject({ version: 1, state: 'draft', note: '新规定', author: { name: '王芳' } });

    const early = await as(approver, 'kb', 'publish', 'gjj-9001');
    expect([early.code, errorOf(early).code]).toEqual([4, 'version_state']);

    expect((await done(author, OneVersion, 'kb', 'review', 'gjj-9001')).version.state).toBe('review');
    const locked = await as(author, 'kb', 'draft', file('gjj-9001', '第二稿。'));
    expect([locked.code, errorOf(locked).code]).toEqual([4, 'version_state']);
    const own = await hub.run(['kb', 'publish', 'gjj-9001'], { env: author });
    expect(own).toMatchObject({ code: 5, stdout: '' });
    expect(own.stderr).toContain('由您本人编写');
    const role = await as(expert, 'kb', 'publish', 'gjj-9001');
    expect([role.code, errorOf(role).code]).toEqual([5, 'not_allowed']);

    const silent = await as(approver, 'kb', 'review', 'gjj-9001', '--return');
    expect([silent.code, errorOf(silent).code]).toEqual([2, 'usage']);
    const back = await done(approver, OneVersion, 'kb', 'review', 'gjj-9001', '--return', '--note', '请写明依据');
    expect(back.version).toMatchObject({ state: 'draft', decidedNote: '请写明依据', decidedBy: { name: '赵强' } });

    const conflict = await as(author, 'kb', 'draft', file('gjj-9001', '第二稿。'), '--base', '0');
    expect([conflict.code, errorOf(conflict).code]).toEqual([4, 'version_conflict']);
    const second = file('gjj-9001', '第二稿。');
    expect((await done(author, OneVersion, 'kb', 'draft', second)).version).toMatchObject({
      version: 2,
      state: 'draft',
    });
    // The same text once more is no new version, whoever sends it.
    expect((await done(approver, OneVersion, 'kb', 'draft', second)).version).toMatchObject({ version: 2 });
    await done(author, OneVersion, 'kb', 'review', 'gjj-9001', '--version', '2', '--note', '已补依据');
    const card = await hub.run(['kb', 'publish', 'gjj-9001', '--note', '核对无误'], { env: approver });
    expect(card).toMatchObject({ code: 0 });
    expect(card.stdout).toMatch(/gjj-9001 +2 +已发布/);
  });

  it('leaves a history that says who, when and why, and a diff of any two versions', async () => {
    const { versions } = await done(expert, History, 'kb', 'history', 'gjj-9001');
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'published'],
      [1, 'abandoned'],
    ]);
    const table = await hub.run(['kb', 'history', 'gjj-9001'], { env: expert });
    for (const [what, who, why] of [
      ['退回修改', '赵强', '请写明依据'],
      ['保存草稿', '王芳', '新规定'],
      ['提交审核', '王芳', '已补依据'],
      ['发布', '赵强', '核对无误'],
    ])
      expect(table.stdout).toMatch(new RegExp(`\\d{2}:\\d{2}:\\d{2} +${what} +${who} +${why}`));

    const Diff = z.object({ from: z.number(), to: z.number(), patch: z.string() });
    const [named, meant, first, same] = await Promise.all([
      hub.run(['kb', 'diff', 'gjj-9001', '--from', '1', '--to', '2'], { env: expert }),
      done(expert, Diff, 'kb', 'diff', 'gjj-9001'),
      done(expert, Diff, 'kb', 'diff', 'gjj-9001', '--to', '1'),
      hub.run(['kb', 'diff', 'gjj-9001', '--from', '2', '--lang', 'en'], { env: expert }),
    ]);
    expect(named.stdout).toMatch(/^--- gjj-9001@1\n\+\+\+ gjj-9001@2\n@@ /);
    expect(named.stdout).toContain('\n-第一稿。\n+第二稿。\n');
    expect(meant).toMatchObject({ from: 1, to: 2, patch: named.stdout });
    expect(first).toMatchObject({ from: 0, to: 1 });
    expect(first.patch).toContain('--- /dev/null\n');
    expect(same).toMatchObject({ code: 0, stdout: '', stderr: 'Versions 2 and 2 are the same\n' });
    await done(author, OneVersion, 'kb', 'draft', file('gjj-9001', '第三稿。'));
    expect(await done(expert, Diff, 'kb', 'diff', 'gjj-9001')).toMatchObject({ from: 2, to: 3 });
    const draft = await hub.run(['kb', 'show', 'gjj-9001', '--version', '3', '--part', 'answer'], { env: expert });
    expect(draft.stdout).toBe('第三稿。\n');
  });

  it('is brought to a seat by a sync, found and read there, and gone after it was retired', async () => {
    const first = await done(expert, Synced, 'kb', 'sync');
    expect(first.changed).toEqual([{ id: 'gjj-9001', what: 'added', title: '租房提取怎样办理' }]);
    expect((await done(expert, Synced, 'kb', 'sync')).changed).toEqual([]);
    // From here on there is no hub for the seat.
    const alone = {
      EXPERT_SEAT_DATA: expert.EXPERT_SEAT_DATA!,
      EXPERT_SEAT_HUB: 'http://127.0.0.1:1',
      EXPERT_SEAT_TIMEOUT: '100',
    };
    expect((await done(alone, Found, 'kb', 'search', 'gjj-9001问一')).results[0]!.id).toBe('gjj-9001');
    expect((await hub.run(['kb', 'show', 'gjj-9001', '--part', '简答'], { env: alone })).stdout).toBe('第二稿。\n');
    const Status = z.object({
      origin: z.string(),
      revision: z.number(),
      ageSeconds: z.number(),
      hub: z.object({}).loose(),
    });
    const [offline, online] = await Promise.all([
      done(alone, Status, 'kb', 'status'),
      done(expert, Status, 'kb', 'status'),
    ]);
    expect(offline).toMatchObject({ origin: 'hub', revision: first.revision, hub: { reason: expect.any(String) } });
    expect(online.hub).toMatchObject({ revision: first.revision, current: true });
    const failed = await as(alone, 'kb', 'sync');
    expect([failed.code, errorOf(failed).code]).toEqual([6, 'hub_unreachable']);

    await done(approver, OneVersion, 'kb', 'retire', 'gjj-9001', '--note', '规定已废止');
    const twice = await as(approver, 'kb', 'retire', 'gjj-9001', '--note', '再来一次');
    expect([twice.code, errorOf(twice).code]).toEqual([4, 'version_state']);
    const behind = await hub.run(['kb', 'status'], { env: expert });
    expect(behind.stdout).toContain('运行 expert-seat kb sync');
    const { changed } = await done(expert, Synced, 'kb', 'sync');
    expect(changed).toMatchObject([{ id: 'gjj-9001', what: 'removed' }]);
    expect((await as(expert, 'kb', 'show', 'gjj-9001')).code).toBe(3);
  });

  it('of several published at once each stands by itself; the first failure gives the exit code', async () => {
    for (const id of ['gjj-9002', 'gjj-9003']) {
      await done(author, OneVersion, 'kb', 'draft', file(id, `${id}的简答。`));
      await done(author, OneVersion, 'kb', 'review', id);
    }
    const ended = await as(approver, 'kb', 'publish', 'gjj-9002', 'gjj-9999', 'gjj-9003');
    expect(ended.code).toBe(3);
    expect(JSON.parse(ended.stdout).results).toMatchObject([
      { document: 'gjj-9002', version: { state: 'published' } },
      { document: 'gjj-9999', error: { code: 'not_found' } },
      { document: 'gjj-9003', version: { state: 'published' } },
    ]);
    const Documents = z.object({ documents: z.array(z.object({ id: z.string(), state: z.string() })) });
    const { documents } = await done(author, Documents, 'kb', 'list', '--hub-state', 'published', '--limit', '500');
    expect(documents.filter(({ id }) => id.startsWith('gjj-900')).map(({ id }) => id)).toEqual([
      'gjj-9002',
      'gjj-9003',
    ]);
  });
});

describe('a text that breaks the rules', () => {
  it('is refused before it is sent, at draft, and at review, each with its line', async () => {
    const noForm = path.join(freshFolder(), 'x.md');
    writeFileSync(noForm, articleText({ id: 'gjj-9010', sms: undefined }, { 材料: undefined }));
    const sent = await as(author, 'kb', 'draft', noForm);
    expect(sent.code).toBe(7);
    expect(errorOf(sent).message).toContain(`${noForm}:`);
    expect(errorOf(sent).message).toContain('材料');

    await done(author, OneVersion, 'kb', 'draft', file('gjj-9011', '每月 1500 元。'));
    const review = await as(author, 'kb', 'review', 'gjj-9011');
    expect([review.code, errorOf(review).code]).toEqual([7, 'invalid_input']);
    expect(errorOf(review).message).toMatch(/text:\d+.*1500 元/);

    const folder = freshFolder();
    writeFileSync(path.join(folder, 'policy.yaml'), '- name: 1\n');
    const data = await as(author, 'kb', 'draft', path.join(folder, 'policy.yaml'));
    expect([data.code, errorOf(data).code]).toEqual([7, 'invalid_input']);
  });
});

describe('corrections', () => {
  it('are filed by an expert, listed for the centre, answered once, and seen by the expert', async () => {
    await publish('gjj-9020', '可以提取。');
    const filed = await done(
      expert,
      OneCorrection,
      'kb',
      'correct',
      'gjj-9020',
      '--part',
      'materials',
      '--note',
      '少了身份证',
    );
    expect(filed.correction).toMatchObject({ document: 'gjj-9020', version: 1, part: '材料', state: 'open' });
    const { id } = filed.correction;
    await done(approver, OneCorrection, 'kb', 'correct', 'gjj-9020', '--note', '班长的纠错');
    const [all, own, mine] = await Promise.all([
      done(author, Corrections, 'kb', 'corrections', '--state', 'open', '--document', 'gjj-9020'),
      done(expert, Corrections, 'kb', 'corrections'),
      done(approver, Corrections, 'kb', 'corrections', '--mine'),
    ]);
    expect(all.corrections).toHaveLength(2);
    expect(own.corrections.map((one) => one.id)).toEqual([id]);
    expect(mine.corrections).toHaveLength(1);

    const neither = await as(author, 'kb', 'corrections', 'answer', id, '--answer', '已改');
    const both = await as(author, 'kb', 'corrections', 'answer', id, '--accept', '--decline', '--answer', '已改');
    expect([neither.code, both.code]).toEqual([2, 2]);
    const role = await as(expert, 'kb', 'corrections', 'answer', id, '--accept', '--answer', '我自己说了算');
    expect(role.code).toBe(5);
    const answered = await hub.run(['kb', 'corrections', 'answer', id, '--accept', '--answer', '-', '--lang', 'en'], {
      env: author,
      input: '已补上\n',
    });
    expect(answered.stdout).toMatch(/State +accepted\n/);
    const again = await as(author, 'kb', 'corrections', 'answer', id, '--decline', '--answer', '不改');
    expect([again.code, errorOf(again).code]).toEqual([4, 'correction_state']);
    const seen = await hub.run(['kb', 'corrections', '--state', 'accepted'], { env: expert });
    expect(seen.stdout).toMatch(new RegExp(`${id} +gjj-9020 +已采纳 .* 材料 +少了身份证 +已补上`));
  });
});

describe('export and import', () => {
  const Imported = z.object({
    results: z.array(
      z.object({ document: z.string(), version: VersionView.optional(), error: z.object({}).loose().optional() }),
    ),
    unchanged: z.number(),
  });

  it('make a round trip: what was exported is imported as nothing new, a changed file as one draft, and once', async () => {
    await publish('gjj-9030', '导出前。');
    const dir = path.join(freshFolder(), 'kb');
    const { hash } = await done(author, z.object({ hash: z.string() }), 'kb', 'export', dir, '--from-hub');
    const manifest = JSON.parse(readFileSync(path.join(dir, 'manifest.json'), 'utf8'));
    expect(manifest.hash).toBe(hash);
    expect(readdirSync(dir)).toEqual(
      expect.arrayContaining(['gongjijin', 'policy.yaml', 'synonyms.yaml', 'topics.tsv']),
    );
    const nothing = await done(author, Imported, 'kb', 'import', dir);
    expect(nothing).toEqual({ results: [], unchanged: manifest.articles.length + dataKinds.length });

    const place = path.join(dir, 'gongjijin/gjj-9030.md');
    writeFileSync(place, readFileSync(place, 'utf8').replaceAll('导出前。', '改过了。'));
    const changed = await done(author, Imported, 'kb', 'import', dir, '--note', '批量修改');
    expect(changed.results).toMatchObject([
      { document: 'gjj-9030', version: { version: 2, state: 'draft', note: '批量修改' } },
    ]);
    expect((await done(author, Imported, 'kb', 'import', dir)).results).toEqual([]);
    const submitted = await done(author, Imported, 'kb', 'import', dir, '--submit');
    expect(submitted.results).toMatchObject([{ document: 'gjj-9030', version: { version: 2, state: 'review' } }]);
    expect((await done(author, Imported, 'kb', 'import', dir, '--submit')).results).toEqual([]);
    await done(approver, z.object({}), 'kb', 'publish', 'gjj-9030');
    expect((await done(author, Imported, 'kb', 'import', dir)).results).toEqual([]);

    await done(approver, OneVersion, 'kb', 'retire', 'gjj-9030', '--note', '不要了');
    await done(author, z.object({}), 'kb', 'export', dir, '--from-hub');
    expect(existsSync(place)).toBe(false);
  });

  it('import lints first and then sends nothing; what the hub refuses of one file does not keep back the others', async () => {
    const dir = path.join(freshFolder(), 'kb');
    mkdirSync(dir);
    const good = file('gjj-9040', '第四十条。');
    const other = file('gjj-9041', '第四十一条。');
    const put = (from: string, text = readFileSync(from, 'utf8')) =>
      writeFileSync(path.join(dir, path.basename(from)), text);
    put(good);
    put(other, readFileSync(other, 'utf8').replace('第四十一条。', '每月 1500 元。'));
    const bad = await hub.run(['kb', 'import', dir], { env: author });
    expect(bad.code).toBe(8);
    expect(bad.stdout).toMatch(/^\S+gjj-9041\.md:\d+: .*1500 元/);
    expect((await as(author, 'kb', 'history', 'gjj-9040')).code).toBe(3);

    put(other);
    await done(author, OneVersion, 'kb', 'draft', good);
    await done(author, OneVersion, 'kb', 'review', 'gjj-9040');
    put(good, readFileSync(good, 'utf8').replaceAll('第四十条。', '第四十条，另一稿。'));
    const partly = await as(author, 'kb', 'import', dir);
    expect(partly.code).toBe(4);
    expect(JSON.parse(partly.stdout).results).toMatchObject([
      { document: 'gjj-9040', error: { code: 'version_state' } },
      { document: 'gjj-9041', version: { state: 'draft' } },
    ]);
    const role = await as(expert, 'kb', 'import', dir);
    expect([role.code, errorOf(role).code]).toEqual([5, 'not_allowed']);
  });
});
