import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Entry } from '../../src/kb/search/entry.ts';
import { readIndexFile, writeIndexFile } from '../../src/kb/search/index-file.ts';
import { KnowledgeSearch } from '../../src/kb/search/knowledge-search.ts';
import { SearchIndex } from '../../src/kb/search/search-index.ts';
import { shippedEntries, shippedLexicon } from './support.ts';

const phrases = [
  '公积金',
  '提取',
  '贷款',
  '利率',
  '租房',
  '离职',
  '转移',
  'UK',
  '条件',
  '2026年',
  '十五日',
  '怎么办',
  '长春',
  '银行',
];
const text = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const entry: fc.Arbitrary<Entry> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((n) => `gjj-${String(n).padStart(4, '0')}`),
  topic: fc.constantFrom('gjj.a', 'gjj.b'),
  domain: fc.constantFrom('gongjijin', 'shebao'),
  from: fc.constant('2020-01-01'),
  lines: fc
    .tuple(
      text,
      fc.array(fc.record({ field: fc.constantFrom('question', 'keyword', 'answer', 'body'), text }), { maxLength: 3 }),
    )
    .map(([title, lines]): Entry['lines'] => [
      { field: 'title', text: title },
      ...lines.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field)),
    ]),
});
const order = ['question', 'keyword', 'answer', 'body'];
const step = fc.record({
  changed: fc.array(entry, { maxLength: 4 }),
  removed: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
});

const queries = [
  '公积金',
  '提取',
  'gjjtq',
  'daikuan',
  '利率 转移',
  '长春',
  'uk',
  '离职怎么办',
  '15日',
  '租',
  'y',
  '没有的东西',
];
const answers = (search: KnowledgeSearch) =>
  queries.map((query) =>
    search.search(query).map((hit) => {
      const { doc: _, at: __, ...found } = hit;
      return { ...found, title: search.titleOf(hit), line: search.lineOf(hit) };
    }),
  );

const temporary = (): string => {
  const dir = mkdtempSync(path.join(tmpdir(), 'index-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return path.join(dir, 'knowledge.index');
};

describe('articles added, changed and removed by deltas', () => {
  it('are found as by an index built anew: the same articles, the same order, the same scores', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.array(step, { minLength: 1, maxLength: 5 }), (first, steps) => {
        const now = new Map(first.map((one) => [one.id, one]));
        const index = SearchIndex.build([...now.values()], shippedLexicon);
        for (const { changed, removed } of steps) {
          const gone = removed.map((n) => `gjj-${String(n).padStart(4, '0')}`);
          const latest = new Map(changed.map((one) => [one.id, one]));
          for (const id of gone) {
            now.delete(id);
            latest.delete(id);
          }
          for (const one of latest.values()) now.set(one.id, one);
          index.apply([...latest.values()], gone);
          expect(index.size).toBe(now.size);
          expect(answers(new KnowledgeSearch(index))).toEqual(
            answers(KnowledgeSearch.build([...now.values()], shippedLexicon)),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are found so also when there are more of them than are compared', () => {
    const entries = shippedEntries();
    const fresh = KnowledgeSearch.build(entries, shippedLexicon);
    const index = SearchIndex.build(entries, shippedLexicon);
    index.apply(
      entries.filter((_, at) => at % 3 === 0),
      [],
    );
    const changed = new KnowledgeSearch(index);
    const ids = (search: KnowledgeSearch, query: string) => search.search(query).map(({ id }) => id);
    const typed = [
      '单位怎样',
      '公积金提取',
      '贷款',
      '办理',
      'gjj',
      'tiqu',
      '怎么办',
      '社保',
      '材料',
      '多少钱',
      '能不能',
    ];
    for (const query of typed) expect([query, ids(changed, query)]).toEqual([query, ids(fresh, query)]);
  });

  it('do not build the large part again', () => {
    const entries = shippedEntries();
    const index = SearchIndex.build(entries, shippedLexicon);
    const { main } = index;
    index.apply([{ ...entries[0]!, lines: [{ field: 'title', text: '全新的题目' }] }], [entries[1]!.id]);
    expect(index.main).toBe(main);
    expect(index.drift).toBe(2);
    const search = new KnowledgeSearch(index);
    expect(search.search('全新的题目')[0]?.id).toBe(entries[0]!.id);
    expect(search.search(entries[1]!.lines[0]!.text).map(({ id }) => id)).not.toContain(entries[1]!.id);
  });
});

describe('the stored index', () => {
  const { main } = SearchIndex.build(shippedEntries(), shippedLexicon);

  it('answers as the one that was stored', () => {
    const file = temporary();
    writeIndexFile(file, main, 'source');
    const read = readIndexFile(file, 'source')!;
    expect(answers(new KnowledgeSearch(new SearchIndex(read, shippedLexicon)))).toEqual(
      answers(new KnowledgeSearch(new SearchIndex(main, shippedLexicon))),
    );
  });

  it('may be empty', () => {
    const file = temporary();
    writeIndexFile(file, SearchIndex.build([], shippedLexicon).main, 'source');
    const search = new KnowledgeSearch(new SearchIndex(readIndexFile(file, 'source')!, shippedLexicon));
    expect(search.search('公积金')).toEqual([]);
  });

  it('is not taken when it was built from something else, or is not there', () => {
    const file = temporary();
    writeIndexFile(file, main, 'source');
    expect(readIndexFile(file, 'other')).toBeUndefined();
    expect(readIndexFile(`${file}.none`, 'source')).toBeUndefined();
  });

  it('is not taken when one bit of it is flipped, wherever, or its end is missing', () => {
    const file = temporary();
    writeIndexFile(file, main, 'source');
    const size = statSync(file).size;
    const whole = readFileSync(file);
    const damaged = `${file}.damaged`;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= 1 << bit;
        writeFileSync(damaged, bytes);
        // A blank of the header's padding means nothing, whatever it is turned into, unless it no longer reads as JSON.
        const padding = whole[at] === 0x20 && at > whole.lastIndexOf('}', whole.indexOf(10)) && at < whole.indexOf(10);
        if (!padding) expect(readIndexFile(damaged, 'source')).toBeUndefined();
      }),
      { numRuns: 60 },
    );
    for (const length of [0, 10, whole.indexOf(10), size - 1]) {
      writeFileSync(damaged, whole.subarray(0, length));
      expect(readIndexFile(damaged, 'source')).toBeUndefined();
    }
  });

  it('of another version is not taken', () => {
    const file = temporary();
    writeIndexFile(file, main, 'source');
    const older = `${file}.older`;
    copyFileSync(file, older);
    const bytes = readFileSync(file);
    writeFileSync(older, Buffer.from(bytes.toString('latin1').replace('"version":2', '"version":1'), 'latin1'));
    expect(readIndexFile(older, 'source')).toBeUndefined();
  });
});
