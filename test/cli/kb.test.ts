import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseArticle } from '../../src/kb/article/parse-article.ts';
import { errorOf } from './support/hub.ts';
import { loadedSources } from './support/loaded-sources.ts';
import { freshFolder, root, run } from './support/program.ts';

const Result = z.object({
  id: z.string(),
  topic: z.string(),
  title: z.string(),
  score: z.number(),
  matched: z.array(z.object({ field: z.string(), text: z.string(), reasons: z.array(z.string()).min(1) })).min(1),
  highlights: z.array(
    z.object({ field: z.string(), text: z.string(), spans: z.array(z.tuple([z.number(), z.number()])) }),
  ),
});
const Found = z.object({
  query: z.string(),
  took_ms: z.number(),
  results: z.array(Result),
  nearest: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});

/** Runs a command without any hub and reads its document. */
const json = async <S extends z.ZodType>(shape: S, ...args: string[]): Promise<z.output<S>> => {
  const ended = await run([...args, '--json']);
  if (ended.code !== 0) throw new Error(`${args.join(' ')} → ${ended.code}: ${ended.stderr}`);
  return shape.parse(JSON.parse(ended.stdout));
};

describe('kb search, without any hub', () => {
  it.each([['没房租房怎么取公积金'], ['租房提取'], ['zufang tiqu'], ['租房 提取']])(
    'finds articles about renting for %s',
    async (query) => {
      const found = await json(Found, 'kb', 'search', ...query.split(' '));
      expect(found.query).toBe(query);
      expect(found.results.slice(0, 5).map(({ topic }) => topic)).toContain('gjj.wd.rent');
      expect(found.results).toHaveLength(10);
      expect(found.nearest).toBeUndefined();
    },
  );

  it('says where and how each matched, with spans that lie in their text', async () => {
    const { results } = await json(Found, 'kb', 'search', '租房提取', '--topic', 'gjj.wd.rent');
    const [first] = results;
    expect(first!.matched[0]!.reasons).toContain('characters');
    const title = first!.highlights.find(({ field }) => field === 'title')!;
    expect(title.spans.map(([start, end]) => title.text.slice(start, end)).join('')).toContain('租房提取');
    for (const { highlights } of results)
      for (const { text, spans } of highlights)
        for (const [start, end] of spans) expect(0 <= start && start < end && end <= text.length).toBe(true);
  });

  it('tells a match by sound and by first letters from one by characters', async () => {
    const [sound, letters] = await Promise.all([
      json(Found, 'kb', 'search', 'zufangtiqu', '--limit', '1'),
      json(Found, 'kb', 'search', 'zftq', '--topic', 'gjj.wd.rent', '--limit', '1'),
    ]);
    expect(sound.results[0]!.matched[0]!.reasons).toEqual(['pinyin']);
    expect(letters.results[0]!.matched[0]!.reasons).toEqual(['letters']);
  });

  it('keeps to a domain, a topic, a group of topics and a limit', async () => {
    const [domain, topic, group, three] = await Promise.all([
      json(Found, 'kb', 'search', '办理', '--domain', 'shebao'),
      json(Found, 'kb', 'search', '提取', '--topic', 'gjj.wd.rent'),
      json(Found, 'kb', 'search', '公积金', '--topic', 'gjj.ln'),
      json(Found, 'kb', 'search', '提取', '--limit', '3'),
    ]);
    expect(new Set(domain.results.map(({ id }) => id.split('-')[0]))).toEqual(new Set(['sb']));
    expect(new Set(topic.results.map((result) => result.topic))).toEqual(new Set(['gjj.wd.rent']));
    expect(group.results.length).toBeGreaterThan(2);
    for (const result of group.results) expect(result.topic).toMatch(/^gjj\.ln\./);
    expect(three.results).toHaveLength(3);
  });

  it('finding nothing is an answer: the nearest topics, for scripts and for people', async () => {
    const words = ['kb', 'search', '…？！', '--topic', 'gjj.wd.rent'];
    const [document, chinese, english] = await Promise.all([
      json(Found, ...words),
      run(words),
      run([...words, '--lang', 'en']),
    ]);
    expect(document.results).toEqual([]);
    expect(document.nearest!.map(({ id }) => id)).toContain('gjj.wd.rent');
    expect(chinese).toMatchObject({ code: 0, stdout: '' });
    expect(chinese.stderr).toMatch(/^没有找到「…？！」。最接近的主题：\n {2}gjj\./);
    expect(english.stderr).toMatch(/^Nothing was found for “…？！”\. The nearest topics:\n {2}gjj\./);
  });

  it('reads the query from stdin', async () => {
    const ended = await run(['kb', 'search', '-', '--limit', '1', '--json'], { input: '租房提取\n' });
    expect(Found.parse(JSON.parse(ended.stdout)).results).toHaveLength(1);
  });

  it('shows people a table, in colour only where colours are wanted, and why when asked', async () => {
    const [table, explained, english] = await Promise.all([
      run(['kb', 'search', '租房提取', '--limit', '2']),
      run(['kb', 'search', '租房提取', '--limit', '1', '--explain']),
      run(['kb', 'search', '租房提取', '--limit', '1', '--lang', 'en']),
    ]);
    expect(table.stdout).toMatch(/^标题 +编号 +主题 +匹配 +命中\n/);
    expect(table.stdout.trim().split('\n')).toHaveLength(3);
    expect(table.stdout).toContain('字面');
    expect(table.stdout).not.toContain('\x1b');
    expect(explained.stdout).toMatch(/^1 {2}.*租房.*\n/);
    expect(explained.stdout).toMatch(/得分 {2}\d\.\d{3}/);
    expect(english.stdout).toMatch(/^Title +Id +Topic +Why +Matched\n/);
    const config = freshFolder();
    const env = { EXPERT_SEAT_CONFIG_DIR: config };
    await run(['config', 'set', 'color', 'true'], { env });
    const coloured = await run(['kb', 'search', '租房提取', '--limit', '1'], { env });
    expect(coloured.stdout).toContain('\x1b[1m\x1b[33m租房提取');
  });

  it('loads no screen, no hub and no client', async () => {
    const { ended, sources } = await loadedSources(['kb', 'search', '租房提取', '--json']);
    expect(ended.code).toBe(0);
    expect(sources).toContain('src/kb/knowledge-base.ts');
    const heavy =
      /node_modules\/(ink|react|react-reconciler|yoga-layout|fastify|pino|kysely|pg|undici|conf|pinyin-pro)\//;
    expect(sources.filter((source) => heavy.test(source))).toEqual([]);
    expect(sources.filter((source) => /^src\/(hub|tui\/(?!text\/(?:width|stand-ins)))/.test(source))).toEqual([]);
  });
});

describe('kb show', () => {
  const Shown = z.object({
    id: z.string(),
    state: z.string(),
    parts: z.array(z.object({ name: z.string(), key: z.string(), text: z.string() })),
    sms: z.object({ text: z.string(), characters: z.number(), parts: z.number() }),
    figures: z.array(z.object({ name: z.string(), shown: z.string(), from: z.string(), source: z.object({}) })),
    related: z.array(z.object({ id: z.string() })),
    from: z.object({ origin: z.string() }),
  });

  it('reads an article out with its figures of today, and where they are from', async () => {
    const [text, document, markdown] = await Promise.all([
      run(['kb', 'show', 'gjj-0008']),
      json(Shown, 'kb', 'show', 'gjj-0008'),
      run(['kb', 'show', 'GJJ－0008', '--format', 'md']),
    ]);
    expect(document).toMatchObject({ id: 'gjj-0008', state: 'in-force', from: { origin: 'shipped' } });
    expect(document.parts.map(({ key }) => key)).toEqual([
      'answer',
      'points',
      'materials',
      'steps',
      'time',
      'channels',
      'mistakes',
    ]);
    const [figure] = document.figures;
    expect(document.parts.map((part) => part.text).join()).toContain(figure!.shown);
    for (const { stdout } of [text, markdown]) {
      expect(stdout).toContain(figure!.shown);
      expect(stdout).toContain(figure!.name);
      expect(stdout).toContain('国务院令第844号');
      expect(stdout).toContain(document.related[0]!.id);
      expect(stdout).not.toContain('{{policy');
    }
    expect(text.stdout).toMatch(/【简答】\n/);
    expect(markdown.stdout).toMatch(/^# .*\n/);
    expect(markdown.stdout).toContain('\n## 简答\n\n');
  });

  it('gives a part alone, by its Chinese or its English name', async () => {
    const One = z.object({ part: z.string(), key: z.string(), text: z.string() });
    const [chinese, english, plain, sms] = await Promise.all([
      json(One, 'kb', 'show', 'gjj-0008', '--part', '简答'),
      json(One, 'kb', 'show', 'gjj-0008', '--part', 'answer'),
      run(['kb', 'show', 'gjj-0008', '--part', 'answer']),
      json(One.extend({ characters: z.number(), parts: z.number() }), 'kb', 'show', 'gjj-0008', '--part', 'sms'),
    ]);
    expect(english).toEqual(chinese);
    expect(plain.stdout).toBe(`${chinese.text}\n`);
    expect(sms.characters).toBe(sms.text.length);
  });

  it('gives the text as it was written, and data files as they are', async () => {
    const [raw, policy] = await Promise.all([run(['kb', 'show', 'gjj-0008', '--raw']), run(['kb', 'show', 'policy'])]);
    expect(parseArticle(raw.stdout).article?.id).toBe('gjj-0008');
    expect(raw.stdout).toContain('{{policy:');
    expect(policy.stdout).toContain('- name: ');
  });

  it('keeps a data file’s tabs, so that what was shown can be edited and sent back', async () => {
    const topics = await run(['kb', 'show', 'topics', '--raw']);
    expect(topics.stdout).toBe(readFileSync(path.join(root, 'kb-cache/topics.tsv'), 'utf8'));
  });

  it('offers what is near in place of what is not there', async () => {
    const ended = await run(['kb', 'show', 'gjj-008', '--json']);
    expect(ended.code).toBe(3);
    expect(errorOf(ended).details).toMatchObject({ what: 'gjj-008', nearest: [{ id: 'gjj-0008' }, {}, {}] });
    const title = await run(['kb', 'show', '租房提取', '--lang', 'en']);
    expect(title.code).toBe(3);
    expect(title.stderr).toMatch(/Nearest: gjj-\d{4} .*租房/);
  });
});

describe('kb list, topics and status, without any hub', () => {
  const List = z.object({ articles: z.array(z.object({ id: z.string(), topic: z.string(), state: z.string() })) });
  const Topics = z.object({ topics: z.array(z.object({ id: z.string(), domain: z.string(), articles: z.number() })) });

  it('list what is here, by domain, topic and state', async () => {
    const [all, rent, expired, topics, shebao] = await Promise.all([
      json(List, 'kb', 'list'),
      json(List, 'kb', 'list', '--topic', 'gjj.wd.rent'),
      json(List, 'kb', 'list', '--state', 'expired'),
      json(Topics, 'kb', 'topics'),
      json(Topics, 'kb', 'topics', '--domain', 'shebao'),
    ]);
    expect(all.articles.length).toBeGreaterThan(180);
    expect(rent.articles.length).toBeGreaterThan(0);
    expect(all.articles.filter(({ topic }) => topic === 'gjj.wd.rent')).toEqual(rent.articles);
    expect(all.articles.filter(({ state }) => state === 'expired')).toEqual(expired.articles);
    const { articles } = topics.topics.find(({ id }) => id === 'gjj.wd.rent')!;
    expect(articles).toBe(rent.articles.length);
    expect(topics.topics.reduce((sum, topic) => sum + topic.articles, 0)).toBe(all.articles.length);
    expect(topics.topics.filter(({ domain }) => domain === 'shebao')).toEqual(shebao.topics);
  });

  it('status says that it shipped and was never synced, and that there is no hub', async () => {
    const Status = z.object({
      origin: z.literal('shipped'),
      revision: z.literal(0),
      count: z.number(),
      articles: z.number(),
      hash: z.string().length(64),
      ageSeconds: z.null(),
      indexBytes: z.number(),
      dir: z.null(),
      hub: z.object({ reason: z.string() }),
    });
    const [status, words] = await Promise.all([json(Status, 'kb', 'status'), run(['kb', 'status', '--lang', 'en'])]);
    expect(status.count).toBe(status.articles + 5);
    expect(words.stdout).toMatch(/^From +shipped with the program, never synced\n/);
  });
});

describe('kb eval', () => {
  const file = (text: string): string => {
    const place = path.join(freshFolder(), 'questions.tsv');
    writeFileSync(place, text);
    return place;
  };
  const Report = z.object({
    overall: z.record(z.string(), z.number()),
    kinds: z.record(z.string(), z.unknown()),
    misses: z.array(z.unknown()),
  });

  it('measures by kind and lists what was missed', async () => {
    const query = '租房提取公积金';
    const [{ results }, { topics }] = await Promise.all([
      json(Found, 'kb', 'search', query, '--limit', '50'),
      json(z.object({ topics: z.array(z.object({ id: z.string() })) }), 'kb', 'topics'),
    ]);
    const came = [...new Set(results.map(({ topic }) => topic))];
    const absent = topics.find(({ id }) => !came.includes(id))!.id;
    const rows = [
      ['first', came[0]],
      ['second', came[1]],
      ['sixth', came[5]],
      ['sixth', absent],
    ].map(([kind, topic]) => `${query}\t${kind}\t\t${topic}`);
    // The byte order mark, the order of the columns, one that nobody knows, CRLF and an empty line: all are as spreadsheets write.
    const place = file(`\ufeffquery\tkind\tremark\ttopic\r\n${rows.join('\r\n\r\n')}\r\n`);
    const [report, table, all] = await Promise.all([
      json(Report, 'kb', 'eval', place),
      run(['kb', 'eval', place]),
      run(['kb', 'eval', place, '--misses', '--lang', 'en']),
    ]);
    expect(report.kinds).toEqual({
      first: { questions: 1, recall1: 1, recall5: 1, mrr: 1 },
      second: { questions: 1, recall1: 0, recall5: 1, mrr: 0.5 },
      sixth: { questions: 2, recall1: 0, recall5: 0, mrr: 0.0833 },
    });
    expect(report.overall).toEqual({ questions: 4, recall1: 0.25, recall5: 0.5, mrr: 0.4167 });
    const top = came.slice(0, 3);
    expect(report.misses).toEqual([
      { line: 4, kind: 'second', topic: came[1], query, place: 2, came: top },
      { line: 6, kind: 'sixth', topic: came[5], query, place: 6, came: top },
      { line: 8, kind: 'sixth', topic: absent, query, place: 0, came: top },
    ]);
    expect(table.stdout).toMatch(/^类别 +问题 +Recall@1 +Recall@5 +MRR\nfirst +1 +100\.0 +100\.0 +1\.000\n/);
    expect(table.stdout).not.toMatch(/^4 /m);
    expect(table.stdout).toMatch(/^8 .* - /m);
    expect(all.stdout).toMatch(/^4 .* 2 /m);
  });

  it.each([
    ['topic\tquestion\nx\ty\n', 1, /topic.*query/],
    ['topic\tquery\ngjj.wd.rent\t租房\ngjj.wd.rant\t租房\n', 3, /gjj\.wd\.rant.*gjj\.wd\.rent/],
    ['topic\tquery\ngjj.wd.rent\n', 2, /2/],
    ['topic\tquery\ngjj.wd.rent\t\n', 2, /query/],
    ['topic\tquery\n', 1, /./],
  ])('refuses %j and names line %i', async (text, line, names) => {
    const place = file(text);
    const ended = await run(['kb', 'eval', place, '--json']);
    expect(ended.code).toBe(7);
    expect(errorOf(ended).message).toContain(`${place}:${line}`);
    expect(errorOf(ended).message).toMatch(names);
  });
});

describe('kb new', () => {
  it('makes a file that lacks nothing but what a person must write, which the lint then names', async () => {
    const place = path.join(freshFolder(), 'gjj-9001.md');
    const made = await run([
      'kb',
      'new',
      'gjj-9001',
      '--topic',
      'gjj.wd.rent',
      '--title',
      '租房：新规 # 一',
      '--out',
      place,
    ]);
    expect(made.code).toBe(0);
    const text = readFileSync(place, 'utf8');
    const { faults } = parseArticle(text);
    const unwritten = ['questions', 'keywords', 'source.name', 'sms'];
    expect(faults.filter(({ code }) => code === 'field').map(({ details }) => details.field)).toEqual(unwritten);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['field', 'part_empty']));
    expect(faults.filter(({ code }) => code === 'part_empty')).toHaveLength(7);
    const linted = await run(['kb', 'lint', place]);
    expect(linted.code).toBe(8);
    for (const line of linted.stdout.trim().split('\n')) expect(line.startsWith(`${place}:`)).toBe(true);

    const filled = text
      .replace('questions: []', 'questions: [九零零一问一, 九零零一问二, 九零零一问三]')
      .replace('keywords: []', 'keywords: [九零, 零一, 甲乙]')
      .replace("name: ''", 'name: 住房公积金管理条例')
      .replace("sms: ''", 'sms: 以济南住房公积金中心公布为准。')
      .replace(/(## .*)\n/g, '$1\n- 以中心公布为准。\n');
    writeFileSync(place, filled);
    expect(await run(['kb', 'lint', place])).toMatchObject({ code: 0, stdout: '' });
    expect(parseArticle(filled).article?.title).toBe('租房：新规 # 一');
  });

  it('never writes over what is there, neither an article nor a file', async () => {
    const place = path.join(freshFolder(), 'mine.md');
    writeFileSync(place, 'mine');
    const [file, article, english] = await Promise.all([
      run(['kb', 'new', 'gjj-9001', '--topic', 'gjj.wd.rent', '--out', place, '--json']),
      run(['kb', 'new', 'gjj-0008', '--topic', 'gjj.wd.rent', '--json']),
      run(['kb', 'new', 'gjj-9001', '--topic', 'gjj.wd.rent', '--lang', 'en']),
    ]);
    expect([file.code, article.code]).toEqual([4, 4]);
    expect(readFileSync(place, 'utf8')).toBe('mine');
    expect(errorOf(article).details).toEqual({ what: 'gjj-0008' });
    expect(english.stdout).toContain('## 简答');
    expect(english.stdout).toContain('at least 3');
  });
});
