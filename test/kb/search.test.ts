import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/kb/search/entry.ts';
import { highlight } from '../../src/kb/search/highlight.ts';
import { KnowledgeSearch } from '../../src/kb/search/knowledge-search.ts';
import { steadyOrder } from '../../src/kb/search/steady-order.ts';
import { shippedEntries, shippedLexicon } from './support.ts';

const shipped = KnowledgeSearch.build(shippedEntries(), shippedLexicon);
const topicOf = (query: string, asked = {}) => shipped.search(query, asked)[0]?.topic;

const entry = (id: string, title: string, more: Partial<Entry> = {}): Entry => ({
  id,
  topic: 'gjj.x',
  domain: 'gongjijin',
  from: '2020-01-01',
  lines: [{ field: 'title', text: title }],
  ...more,
});
const of = (...titles: string[]) =>
  KnowledgeSearch.build(
    titles.map((title, at) => entry(`a-${String(at).padStart(4, '0')}`, title)),
    { synonyms: [['提取', '取出来']], fillers: ['请问', '怎么'] },
  );
const titles = (search: KnowledgeSearch, query: string) => search.search(query).map((hit) => search.titleOf(hit));

describe('what is typed finds what is meant', () => {
  const search = of(
    '租房提取的条件',
    '公积金贷款利率',
    '单位UK丢失怎么办',
    '异地转移接续',
    '等额本息与等额本金',
    '离职三个月后提取',
    '满十五年退休',
  );
  it.each([
    ['characters', '贷款利率', '公积金贷款利率'],
    ['full-width letters', 'ＵＫ丢失', '单位UK丢失怎么办'],
    ['another case', 'uk', '单位UK丢失怎么办'],
    ['traditional characters', '貸款利率', '公积金贷款利率'],
    ['words the other way round', '利率 贷款', '公积金贷款利率'],
    ['a homophone', '带款力率', '公积金贷款利率'],
    ['n for l and in for ing', '利绿', '公积金贷款利率'],
    ['pinyin', 'daikuanlilv', '公积金贷款利率'],
    ['pinyin not yet finished', 'daik', '公积金贷款利率'],
    ['zh for z', 'zhufangtiqu', '租房提取的条件'],
    ['initials', 'dkll', '公积金贷款利率'],
    ['initials and pinyin', 'ydzhuanyi', '异地转移接续'],
    ['initials that look like a syllable', 'debx', '等额本息与等额本金'],
    ['letters and characters', 'yd转移', '异地转移接续'],
    ['a character left out', '等本息', '等额本息与等额本金'],
    ['a character too many', '贷款的利率', '公积金贷款利率'],
    ['two characters swapped', '转异移地', '异地转移接续'],
    ['a synonym', '租房取出来', '租房提取的条件'],
    ['digits for a Chinese numeral', '3个月', '离职三个月后提取'],
    ['a number for a Chinese one', '15年', '满十五年退休'],
    ['fillers around it', '请问异地怎么转移', '异地转移接续'],
  ])('by %s', (_, query, title) => {
    expect(titles(search, query)[0]).toBe(title);
  });

  it('from the first character on, also a letter', () => {
    expect(titles(search, '异')).toEqual(['异地转移接续']);
    expect(titles(search, 'y')[0]).toBe('异地转移接续');
    expect(titles(search, 'ti').length).toBeGreaterThan(0);
  });
});

describe('the shipped knowledge answers', () => {
  it.each([
    ['离职了钱能取出来不', 'gjj.wd.leave'],
    ['公鸡金提曲几天到帐', 'gjj.wd.arrival'],
    ['u盾丢了', 'gjj.dep.ukey-lost'],
    ['dbxjcqk', undefined],
    ['等额本息和等额本金哪个划算', 'gjj.ln.method'],
    ['单位不给交公积金去哪告', 'gjj.dep.not-paid'],
  ])('%s', (query, topic) => {
    if (topic === undefined) expect(() => shipped.search(query)).not.toThrow();
    else expect(topicOf(query)).toBe(topic);
  });

  it('every title with its own article, and every keyword and question with an article of its topic among the first five', () => {
    const misses: string[] = [];
    for (const { id, topic, lines } of shippedEntries()) {
      for (const { field, text } of lines) {
        if (field === 'title' && shipped.search(text)[0]?.id !== id) misses.push(`${id} ${text}`);
        if (field !== 'question') continue;
        const topics = shipped.search(text, { limit: 5 }).map((result) => result.topic);
        if (!topics.includes(topic)) misses.push(`${id} ${text}`);
      }
    }
    expect(misses).toEqual([]);
  });
});

describe('what is known besides the words', () => {
  it('the call’s topic and domain bring an article forward, a limit to them shuts the others out', () => {
    const search = KnowledgeSearch.build(
      [entry('a-0001', '补贴的申领'), entry('b-0001', '补贴的申领', { topic: 'zs.talent', domain: 'shuangzhao' })],
      { synonyms: [], fillers: [] },
    );
    const ids = (asked: Parameters<KnowledgeSearch['search']>[1]) => search.search('补贴', asked).map(({ id }) => id);
    expect(ids({})).toEqual(['a-0001', 'b-0001']);
    expect(ids({ call: { domain: 'shuangzhao' } })).toEqual(['b-0001', 'a-0001']);
    expect(ids({ call: { domain: 'gongjijin', topic: 'zs.talent' } })).toEqual(['b-0001', 'a-0001']);
    expect(ids({ domain: 'shuangzhao' })).toEqual(['b-0001']);
    expect(ids({ topic: 'zs' })).toEqual(['b-0001']);
    expect(ids({ topic: 'z' })).toEqual([]);
    expect(ids({ uses: (id) => (id === 'b-0001' ? 50 : 0) })).toEqual(['b-0001', 'a-0001']);
    expect(ids({ limit: 1 })).toEqual(['a-0001']);
  });

  it('an article past its date is marked and never first, one that is still to come neither', () => {
    const search = KnowledgeSearch.build(
      [
        entry('a-0001', '租房提取额度', { to: '2024-12-31' }),
        entry('a-0002', '租房提取额度', { from: '2030-01-01' }),
        entry('a-0003', '租房的别的事'),
      ],
      { synonyms: [], fillers: [] },
    );
    const found = search.search('租房提取额度', { today: '2026-11-24' }).map(({ id, state }) => `${id} ${state}`);
    expect(found).toEqual(['a-0003 in-force', 'a-0002 coming', 'a-0001 expired']);
  });

  it('is found among any number of expired ones', () => {
    const expired = Array.from({ length: 60 }, (_, at) => entry(`a-${1000 + at}`, '公积金提取', { to: '2024-12-31' }));
    const search = KnowledgeSearch.build([...expired, entry('b-0001', '怎样办公积金的提取')], {
      synonyms: [],
      fillers: [],
    });
    expect(search.search('公积金提取', { today: '2026-11-24' })[0]?.id).toBe('b-0001');
  });

  it('what is typed in full is found, however common its words are', () => {
    const many = Array.from({ length: 2000 }, (_, at) => entry(`a-${1000 + at}`, `公积金办理事项${at}`));
    const search = KnowledgeSearch.build([...many, entry('z-0001', '公积金')], { synonyms: [], fillers: [] });
    expect(search.search('公积金')[0]?.id).toBe('z-0001');
  });

  it('each result says which line it is for', () => {
    const search = KnowledgeSearch.build(
      [
        entry('a-0001', '账户封存', {
          lines: [
            { field: 'title', text: '账户封存' },
            { field: 'keyword', text: '冻结' },
          ],
        }),
      ],
      { synonyms: [], fillers: [] },
    );
    const [hit] = search.search('冻结');
    expect([search.titleOf(hit!), hit!.field, search.lineOf(hit!)]).toEqual(['账户封存', 'keyword', '冻结']);
  });
});

describe('any string at all', () => {
  const check = (text: string): void => {
    const results = shipped.search(text);
    for (const { score, id } of results) {
      expect(Number.isFinite(score)).toBe(true);
      expect(id).not.toBe('');
    }
    const { query } = shipped.answer(text);
    // Whatever its length, a query is compared as one of at most so many pieces: this bounds the time.
    expect(query.atoms.length).toBeLessThanOrEqual(160);
    for (const hit of results.slice(0, 2)) highlight(shipped.titleOf(hit), query, shipped.index.concepts);
    expect(shipped.search(text)).toEqual(results);
  };

  it('is answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 400 });
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), check), { numRuns: 200 });
    const pieces = fc.constantFrom(
      '公',
      '积',
      '金',
      'gjj',
      'ti',
      'q',
      '3',
      '十',
      ' ',
      '，',
      '的',
      '\u0000',
      '🏠',
      '.*',
      '\\',
      '\ud800',
      'ﬁ',
      '㈠',
      '１',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (all) => check(all.join(''))),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['100,000 characters', '公积金提取'.repeat(20_000)],
    ['100,000 letters', 'a'.repeat(100_000)],
    ['100,000 digits', '1'.repeat(100_000)],
    ['a regular expression', '(.*)+$[^'],
    ['an escape sequence', '\u001b[2J提取'],
    ['emoji', '👨‍👩‍👧‍👦🏠'],
    ['a lone surrogate', '\ud83d提取'],
    ['names of Object’s own', '__proto__ constructor toString'],
  ])('%s too', (_, text) => check(text));
});

describe('results while typing', () => {
  const at = (id: string, score: number, state = 'in-force') => ({ id, score, state });
  it('stay where they are when they tie, and move when one is clearly better', () => {
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');
    expect(ids(steadyOrder([at('a', 1), at('c', 0.51), at('b', 0.5)], ['a', 'b', 'c']))).toBe('abc');
    expect(ids(steadyOrder([at('a', 1), at('c', 0.6), at('b', 0.5)], ['a', 'b', 'c']))).toBe('acb');
    expect(ids(steadyOrder([at('a', 1), at('b', 0.99)], ['b', 'a']))).toBe('ab');
    expect(ids(steadyOrder([at('a', 1), at('x', 0.5), at('b', 0.49)], ['a', 'b']))).toBe('abx');
    expect(ids(steadyOrder([at('a', 1), at('c', 0.5), at('b', 0.5, 'expired')], ['a', 'b', 'c']))).toBe('acb');
  });

  it('are the same results', () => {
    const item = fc.record({
      id: fc.constantFrom(...'abcdefgh'),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      state: fc.constant('in-force'),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { selector: ({ id }) => id }),
        fc.array(fc.constantFrom(...'abcdefgh')),
        (items, before) => {
          const sorted = items.sort((a, b) => b.score - a.score);
          const steady = steadyOrder(sorted, before);
          expect([...steady].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))).toEqual(
            [...sorted].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
          );
          expect(steady[0]).toBe(sorted[0]);
        },
      ),
    );
  });
});

describe('highlights', () => {
  const shown = (text: string, query: string) => {
    const { spans, reasons } = highlight(text, shipped.answer(query).query, shipped.index.concepts);
    return [spans.map(([start, end]) => text.slice(start, end)).join('|'), reasons.join(' ')];
  };
  it.each([
    ['租房提取的条件', '租房条件', '租房|条件', 'characters'],
    ['租房提取的条件', 'zufang', '租房', 'pinyin'],
    ['租房提取的条件', 'zftq', '租房提取', 'letters'],
    ['公积金贷款利率', '公鸡金', '公积金', 'characters sound'],
    ['单位ＵＫ丢失', 'uk', 'ＵＫ', 'characters'],
    ['貸款利率', '贷款', '貸款', 'characters'],
    ['租房提取', '取', '取', 'characters'],
    ['离职提取', '辞职取出来', '离职提取', 'synonym'],
    ['租房提取', '🏠', '', ''],
  ])('in %s for %s', (text, query, marked, reasons) => {
    expect(shown(text, query)).toEqual([marked, reasons]);
  });
});
