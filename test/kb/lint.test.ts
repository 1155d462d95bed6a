import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { plainFigures } from '../../src/kb/lint/figures.ts';
import { lintFolder } from '../../src/kb/lint/lint-folder.ts';
import { problemWords } from '../../src/kb/problem.ts';
import { articleText, shippedDir } from './support.ts';

const topics =
  'topic\tdomain\tgroup\tname\ngjj.wd.rent\tgongjijin\t提取\t租房提取\ngjj.wd.frequency\tgongjijin\t提取\t频次\n';
const policy = `- {name: wd.days, value: 3, unit: 日, from: 2019-03-24, source: {name: 条例, date: 2019-03-24}, confidence: national}
- {name: wd.local, value: 1500, unit: 元, from: 2026-03-31, source: {name: 年报, date: 2026-03-31}, confidence: local-unconfirmed}
- {name: wd.old, value: 1, unit: 日, from: 2010-01-01, to: 2015-01-01, source: {name: 旧, date: 2010-01-01}, confidence: national}
`;
const bodies = ['甲乙丙丁戊己庚辛', '子丑寅卯辰巳午未', '春夏秋冬东南西北'];

/** Lints a folder with one article for each topic, plus these. */
const lint = async (files: Record<string, string>) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'lint-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const all: Record<string, string> = {
    'topics.tsv': topics,
    'policy.yaml': policy,
    'synonyms.yaml': 'synonyms:\n  - [提取, 支取]\nfillers: [请问]\n',
    'gongjijin/gjj-0001.md': articleText(
      { id: 'gjj-0001', questions: '[问一, 问二, 问三]' },
      { 要点: bodies[0]!.repeat(9) },
    ),
    'gongjijin/gjj-0002.md': articleText(
      { id: 'gjj-0002', topic: 'gjj.wd.frequency', related: '[gjj-0001]', questions: '[问四, 问五, 问六]' },
      { 要点: bodies[1]!.repeat(9) },
    ),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  const { problems } = await lintFolder(dir, '2026-11-24');
  for (const problem of problems) expect(problemWords(problem, 'zh-CN')).not.toMatch(/\{\w+\}/);
  return problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
};

const one = (head: Record<string, string | undefined>, parts: Record<string, string> = {}) =>
  lint({ 'gongjijin/gjj-0003.md': articleText({ id: 'gjj-0003', ...head }, { 要点: bodies[2]!.repeat(9), ...parts }) });
const at = (line: number, code: string) => [`gongjijin/gjj-0003.md:${line} ${code}`];

describe('the lint', () => {
  it('reads the snippets and the plain words that a folder has', async () => {
    expect(
      await lint({
        'snippets.yaml': `snippets:
  - {id: a, name: 甲, text: "{称呼}", topics: [gjj.wd.rent]}
  - {id: b, name: 乙, text: "{谁}"}
  - id: c
    name: 丙
    text: 丁
    topics: [gjj.no.such]
`,
        'plain-words.yaml': 'words:\n  - {word: UK, plain: 盘}\n  - {word: UK, plain: 盾}\n',
      }),
    ).toEqual(['plain-words.yaml:3 word_twice', 'snippets.yaml:3 field_unknown', 'snippets.yaml:4 unknown_topic']);
  });

  it('says nothing of what is right', async () => {
    expect(await one({})).toEqual([]);
    expect(await one({ confidence: 'local-unconfirmed' }, { 时限: '- {{policy:wd.local}}，以中心公布为准。' })).toEqual(
      [],
    );
  });

  it.each<[string, Record<string, string>, Record<string, string>, string[]]>([
    ['an unknown topic', { topic: 'gjj.no' }, {}, at(4, 'unknown_topic')],
    [
      'a domain that is not the topic’s',
      { domain: 'shebao' },
      {},
      ['gongjijin/gjj-0003.md:1 file_name', ...at(5, 'wrong_domain')],
    ],
    ['a link to nothing', { related: '[gjj-0404]' }, {}, at(13, 'broken_link')],
    ['a link to itself', { related: '[gjj-0003]' }, {}, at(13, 'link_to_self')],
    ['a check in the future', { checked: '2026-11-25' }, {}, at(11, 'checked_in_future')],
    ['a figure that is not in policy.yaml', {}, { 时限: '- 审核。\n- {{policy:wd.none}}' }, at(30, 'unknown_policy')],
    ['a figure that holds no longer', {}, { 时限: '- {{policy:wd.old}}' }, at(29, 'policy_not_in_force')],
    [
      'an unconfirmed figure in a confirmed article',
      {},
      { 时限: '- {{policy:wd.local}}' },
      at(29, 'policy_confidence'),
    ],
    [
      'an unconfirmed article that does not say so',
      { confidence: 'local-unconfirmed' },
      {},
      at(8, 'not_said_unconfirmed'),
    ],
    ['a figure typed in place', {}, { 时限: '- 受理之日起 3 日内。' }, at(29, 'plain_figure')],
    ['a figure typed in an SMS text', { sms: '审核3日。' }, {}, at(12, 'plain_figure')],
    ['half-width punctuation', {}, { 时限: '- 先申请,再等。' }, at(29, 'half_width')],
    ['a short answer too long to read out', {}, { 简答: '长'.repeat(91) }, at(17, 'answer_too_long')],
    ['an SMS text of five parts', { sms: '长'.repeat(269) }, {}, at(12, 'sms_too_long')],
    ['a question of another article', { questions: '[问一？, 问八, 问九]' }, {}, at(6, 'repeated_question')],
    ['a body that another one has', {}, { 要点: bodies[0]!.repeat(9) }, at(1, 'near_duplicate')],
    [
      'an id of another article',
      { id: 'gjj-0001' },
      {},
      ['gongjijin/gjj-0003.md:1 file_name', ...at(2, 'duplicate_id')],
    ],
  ])('finds %s', async (_, head, parts, expected) => {
    expect(await one(head, parts)).toEqual(expected);
  });

  it('counts a short answer and an SMS text as they are read out, figures filled in', async () => {
    expect(await one({}, { 简答: `${'长'.repeat(88)}{{policy:wd.days}}。` })).toEqual([]);
    expect(await one({}, { 简答: `${'长'.repeat(89)}{{policy:wd.days}}。` })).toEqual(at(17, 'answer_too_long'));
  });

  it('finds a phrase that is in two groups of synonyms', async () => {
    const synonyms = 'synonyms:\n  - [提取, 支取]\n  - [支取, 取现]\nfillers: []\n';
    expect(await lint({ 'synonyms.yaml': synonyms })).toEqual(['synonyms.yaml:3 phrase_twice']);
  });

  it('finds a topic without an article', async () => {
    expect(await lint({ 'gongjijin/gjj-0002.md': articleText({ id: 'gjj-0002' }) })).toContain(
      'topics.tsv:3 topic_without_article',
    );
  });

  it('reports a file of a wrong form by its line and goes on', async () => {
    expect(await lint({ 'gongjijin/gjj-0003.md': 'x', 'policy.yaml': `${policy}- {name: X}\n` })).toEqual(
      expect.arrayContaining(['gongjijin/gjj-0003.md:1 no_front_matter', 'policy.yaml:4 field']),
    );
  });

  it('finds no fault in links to an article that is there and cannot be read', async () => {
    const unread = { 'gongjijin/gjj-0001.md': articleText({ id: 'gjj-0001' }).replace('## 材料', '## 资料') };
    const found = await lint(unread);
    expect(found.some((problem) => problem.startsWith('gongjijin/gjj-0001.md:'))).toBe(true);
    expect(found.filter((problem) => problem.endsWith('broken_link'))).toEqual([]);
  });

  it('finds nothing in what ships, which covers every topic with at least 180 articles', async () => {
    const { problems, articles, topics: count } = await lintFolder(shippedDir, '2026-11-24');
    expect(problems.map((problem) => `${problem.file}:${problem.line}: ${problemWords(problem, 'zh-CN')}`)).toEqual([]);
    expect(articles).toBeGreaterThanOrEqual(180);
    expect(count).toBe(107);
  });
});

describe('figures typed in place', () => {
  it.each([
    ['受理之日起 3 日内', ['3 日']],
    ['比例 5%～12%', ['5%', '12%']],
    ['3 倍、1.5 万元、60 周岁', ['3 倍', '1.5 万元', '60 周岁']],
    ['十五日内答复，三年内不得', ['十五日内', '三年内']],
    ['每月 1,500 元', ['1,500 元']],
    ['2026 年 9 月 20 日起，7 月 1 日，2025 年度', []],
    ['《条例》第 25 条，国务院令第 844 号，银发〔2016〕43 号', []],
    ['拨打 12345 或 12329', []],
    ['- 例：贷 50 万元、20 年', []],
    ['参加工作的第二个月', []],
    ['{{policy:wd.days}}内', []],
  ])('in %s', (line, expected) => {
    expect(plainFigures(line)).toEqual(expected);
  });
});
