import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { articleText, shippedDir } from '../kb/support.ts';
import { errorOf } from './support/hub.ts';
import { freshFolder, run } from './support/program.ts';

const folder = freshFolder();
const put = (name: string, text: string): string => {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
};
const good = put('good.md', articleText({ id: 'gjj-9001' }));
const formless = put('formless.md', '# 租房\n');
const foreign = path.dirname(put('foreign/notes.txt', 'mine'));
const empty = path.dirname(put('empty/README', ''));
const correction = '01a20c88-900e-7656-b2df-359a487563f5';
const long = 'x'.repeat(2001);

/** Wrong in every way a knowledge command can be, without a hub: arguments, exit code, what the message must name. */
const wrong: [args: string[], code: number, names: RegExp][] = [
  [['kb'], 2, /search/],
  [['kb', 'serach', 'x'], 2, /serach.*search/],
  [['kb', 'search'], 2, /query/],
  [['kb', 'search', ''], 7, /query/],
  [['kb', 'search', long], 7, /query/],
  [['kb', 'search', 'x', '--limit', '0'], 7, /limit/],
  [['kb', 'search', 'x', '--limit', 'many'], 7, /limit/],
  [['kb', 'search', 'x', '--domain', '公积金'], 7, /domain/],
  [['kb', 'search', 'x', '--domain', 'gongjijn'], 7, /domain.*gongjijn.*gongjijin/],
  [['kb', 'search', 'x', '--topic', 'gjj.wd.rant'], 7, /topic.*gjj\.wd\.rant.*gjj\.wd\.rent/],
  [['kb', 'search', 'x', '--explian'], 2, /--explian.*--explain/],
  [['kb', 'show'], 2, /document/],
  [['kb', 'show', 'gjj-9999'], 3, /gjj-9999/],
  [['kb', 'show', 'gjj-0008', '--part', 'nose'], 7, /part.*简答.*answer/],
  [['kb', 'show', 'policy', '--part', 'answer'], 7, /part.*policy/],
  [['kb', 'show', 'gjj-0008', '--format', 'xml'], 7, /format/],
  [['kb', 'show', 'gjj-0008', '--raw', '--part', 'answer'], 2, /--raw/],
  [['kb', 'show', 'gjj-0008', '--version', 'two'], 7, /version/],
  [['kb', 'show', 'gjj-0008', '--version', '2'], 6, /./],
  [['kb', 'list', '--state', 'asleep'], 7, /state/],
  [['kb', 'list', '--topic', 'nowhere'], 7, /topic.*nowhere/],
  [['kb', 'list', '--limit', '5'], 2, /--hub-state/],
  [['kb', 'list', '--hub-state', 'asleep'], 7, /hub-state/],
  [['kb', 'list', '--hub-state', 'draft', '--limit', '0'], 7, /limit/],
  [['kb', 'list', '--hub-state', 'draft', '--state', 'expired'], 2, /--state/],
  [['kb', 'list', '--hub-state', 'draft'], 6, /./],
  [['kb', 'topics', '--domain', 'nowhere'], 7, /domain.*nowhere/],
  [['kb', 'topics', 'extra'], 2, /0/],
  [['kb', 'sync'], 6, /./],
  [['kb', 'lint', path.join(folder, 'absent.md')], 7, /absent\.md/],
  [['kb', 'lint', empty], 7, /empty/],
  [['kb', 'new'], 2, /--topic/],
  [['kb', 'new', '--topic', 'gjj.wd.rent'], 2, /id/],
  [['kb', 'new', 'GJJ9', '--topic', 'gjj.wd.rent'], 7, /id/],
  [['kb', 'new', 'gjj-9001', '--topic', 'gjj.wd'], 7, /topic.*gjj\.wd/],
  [['kb', 'new', 'gjj-9001', '--topic', 'gjj.wd.rent', '--title', 'x'.repeat(41)], 7, /title/],
  [['kb', 'new', 'gjj-9001', '--topic', 'gjj.wd.rent', '--out', path.join(folder, 'no/such/x.md')], 7, /no\/such/],
  [['kb', 'draft'], 2, /file/],
  [['kb', 'draft', path.join(folder, 'absent.md')], 7, /absent\.md/],
  [['kb', 'draft', formless], 7, /formless\.md:1/],
  [['kb', 'draft', good, '--base', 'two'], 7, /base/],
  [['kb', 'draft', good, '--note='], 7, /note/],
  [['kb', 'draft', good, '--idempotency-key', 'short'], 7, /idempotency-key/],
  [['kb', 'draft', good], 6, /./],
  [['kb', 'review', '租房'], 7, /document/],
  [['kb', 'review', 'gjj-0008', '--return'], 2, /--note/],
  [['kb', 'review', 'gjj-0008', '--version', '0'], 7, /version/],
  [['kb', 'review', 'gjj-0008'], 6, /./],
  [['kb', 'publish'], 2, /document/],
  [['kb', 'publish', 'gjj-0008', '租房'], 7, /document/],
  [['kb', 'publish', 'gjj-0008', 'gjj-0009', '--version', '2'], 2, /--version/],
  [['kb', 'publish', 'gjj-0008'], 6, /./],
  [['kb', 'retire', 'gjj-0008'], 2, /--note/],
  [['kb', 'retire', 'gjj-0008', '--note', ''], 7, /note/],
  [['kb', 'history', 'x'], 7, /document/],
  [['kb', 'diff', 'gjj-0008', '--from', 'x'], 7, /from/],
  [['kb', 'correct', 'gjj-0008'], 2, /--note/],
  [['kb', 'correct', 'gjj-0008', '--note', 'x', '--part', 'nose'], 7, /part/],
  [['kb', 'correct', 'gjj-0008', '--note', 'x', '--ticket', '12'], 7, /ticket/],
  [['kb', 'correct', 'gjj-0008', '--note', 'x'], 6, /./],
  [['kb', 'corrections', '--state', 'lost'], 7, /state/],
  [['kb', 'corrections', 'anwser'], 2, /anwser.*answer/],
  [['kb', 'corrections', 'answer', correction, '--answer', 'x'], 2, /--accept/],
  [['kb', 'corrections', 'answer', correction, '--accept', '--decline', '--answer', 'x'], 2, /--accept/],
  [['kb', 'corrections', 'answer', correction, '--accept'], 2, /--answer/],
  [['kb', 'corrections', 'answer', '1', '--accept', '--answer', 'x'], 7, /correction/],
  [['kb', 'import', path.join(folder, 'absent')], 7, /absent/],
  [['kb', 'import', empty], 7, /empty/],
  [['kb', 'export', foreign], 4, /foreign/],
  [['kb', 'export', path.join(folder, 'new'), '--from-hub'], 6, /./],
  [['kb', 'eval', path.join(folder, 'absent.tsv')], 7, /absent\.tsv/],
];

it('answers every wrong usage with its code, the name of what is wrong, and no trace', async () => {
  const lanes = Array.from({ length: 4 }, (_, lane) => wrong.filter((_, at) => at % 4 === lane));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [args, code, names] of lane) {
        const line = args.join(' ').slice(0, 80);
        const ended = await run(['--json', ...args]);
        expect({ line, code: ended.code, stderr: ended.stderr }).toMatchObject({ line, code });
        const { message, hint } = errorOf(ended);
        expect(`${message} ${hint ?? ''}`, line).toMatch(names);
        expect(ended.stdout, line).toBe('');
        expect(ended.stderr, line).not.toMatch(/\n {4}at |node:internal/);
      }
    }),
  );
  expect(readFileSync(path.join(foreign, 'notes.txt'), 'utf8')).toBe('mine');
});

describe('kb lint', () => {
  const Report = z.object({
    articles: z.number(),
    topics: z.number(),
    problems: z.array(z.object({ file: z.string(), line: z.number(), code: z.string(), message: z.string() })),
  });

  it('names file and line of every problem, in both languages, and exits 8', async () => {
    const place = put(
      'bad/gjj-9001.md',
      articleText({ id: 'gjj-9001', topic: 'gjj.no' }, { 要点: '- 每月 1500 元。' }),
    );
    const [document, chinese, english] = await Promise.all([
      run(['kb', 'lint', place, '--json']),
      run(['kb', 'lint', place]),
      run(['kb', 'lint', path.dirname(place), '--lang', 'en']),
    ]);
    expect([document.code, chinese.code, english.code]).toEqual([8, 8, 8]);
    const { problems, articles } = Report.parse(JSON.parse(document.stdout));
    expect(articles).toBe(1);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [4, 'unknown_topic'],
      [20, 'plain_figure'],
    ]);
    expect(problems.map(({ file }) => file)).toEqual([place, place]);
    expect(chinese.stdout.split('\n')[0]).toBe(`${place}:4: 没有主题 gjj.no`);
    expect(english.stdout.split('\n')[0]).toBe(`${place}:4: there is no topic gjj.no`);
  });

  it('says in the person’s language why a field does not fit', async () => {
    const head = { title: '租房。', questions: '[一]', checked: '昨天', sms: "''", domain: '[]' };
    const place = put('fields/gjj-9001.md', articleText({ id: 'gjj-9001', ...head }));
    const [chinese, english] = await Promise.all([
      run(['kb', 'lint', place]),
      run(['kb', 'lint', place, '--lang', 'en']),
    ]);
    for (const words of ['title：末尾不带标点', 'questions：至少 3 个', 'sms：不能为空', 'checked：', 'domain：'])
      expect(chinese.stdout).toContain(words);
    expect(chinese.stdout.replaceAll(place, '')).not.toMatch(/Invalid|must|expected/);
    for (const words of ['title: no punctuation', 'questions: at least 3', 'checked: Invalid'])
      expect(english.stdout).toContain(words);
  });

  it('holds a single file against the rest: another article’s question, and articles that a data file breaks', async () => {
    const shipped = await readSnapshot(shippedDir);
    const text = (id: string): string => shipped.find((document) => document.id === id)!.text;
    const same = put('same/gjj-9001.md', text('gjj-0008').replace('id: gjj-0008', 'id: gjj-9001'));
    const policy = put('p/policy.yaml', text('policy').replaceAll('name: wd.decide.days', 'name: wd.decide.other'));
    const itself = put('itself/gjj-0008.md', text('gjj-0008'));
    const [twice, broken, fine] = await Promise.all(
      [same, policy, itself].map((place) => run(['kb', 'lint', place, '--json'])),
    );
    const codes = Report.parse(JSON.parse(twice!.stdout)).problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['repeated_question', 'near_duplicate']));
    const { problems } = Report.parse(JSON.parse(broken!.stdout));
    expect(problems.filter(({ code }) => code === 'unknown_policy').map(({ file }) => file)).toContain('gjj-0008');
    expect(fine!.code).toBe(0);
  });

  it('takes a whole folder, and says nothing when all is well', async () => {
    const dir = path.join(freshFolder(), 'kb');
    const exported = await run(['kb', 'export', dir]);
    expect(exported.code).toBe(0);
    const ended = await run(['kb', 'lint', dir, '--json']);
    expect(Report.parse(JSON.parse(ended.stdout))).toMatchObject({ problems: [] });
    expect(ended.code).toBe(0);
    // What was exported is what ships, byte for byte.
    expect(await readSnapshot(dir)).toEqual(await readSnapshot(shippedDir));
    // Once more over it, and nothing is left of an article that is gone.
    const manifest = path.join(dir, 'manifest.json');
    const gone = path.join(dir, 'gongjijin/gjj-9001.md');
    writeFileSync(gone, articleText({ id: 'gjj-9001' }));
    writeFileSync(
      manifest,
      JSON.stringify({ articles: [{ file: 'gongjijin/gjj-9001.md' }, { file: 'gongjijin/gjj-0001.md' }] }),
    );
    expect((await run(['kb', 'export', dir])).code).toBe(0);
    expect(await readSnapshot(dir)).toEqual(await readSnapshot(shippedDir));
  });
});

describe('help and completion', () => {
  it('know every knowledge command, and the articles of this machine', async () => {
    const [chinese, english, bash, ids] = await Promise.all([
      run(['kb', '--help']),
      run(['kb', 'corrections', 'answer', '--help', '--lang', 'en']),
      run(['completion', 'bash']),
      run(['__complete', 'documents']),
    ]);
    const verbs =
      'search show list topics status sync lint new draft review publish retire history diff correct corrections import export eval';
    for (const verb of verbs.split(' ')) {
      expect(chinese.stdout, verb).toMatch(new RegExp(`\\n {2}${verb} `));
      expect(bash.stdout, verb).toContain(`'kb ${verb}')`);
    }
    expect(english.stdout).toContain('--decline');
    expect(bash.stdout).toContain("'kb corrections answer')");
    expect(ids.stdout).toMatch(/^gjj-0001\t\S/m);
  });
});
