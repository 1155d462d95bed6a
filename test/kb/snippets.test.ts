import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSnippets } from '../../src/kb/snippets/parse-snippets.ts';
import { asSnippet, fillSnippet, placesIn, unknownFields } from '../../src/kb/snippets/snippet-text.ts';
import { shippedDir, shippedTopics } from './support.ts';

describe('a snippet’s text', () => {
  it('is filled with what is known; what is not, and what is asked for, stays as a place', () => {
    const text = '{称呼}您好，工单{工单号}，{?日期}前答复。{?日期}';
    expect(fillSnippet(text, { caller: '刘女士', ticket: '' })).toBe('刘女士您好，工单{工单号}，{日期}前答复。{日期}');
    expect(unknownFields(text)).toEqual([]);
    expect(unknownFields('{姓名}{?姓名}')).toEqual(['姓名']);
  });

  it('keeps what a citizen’s name or question brings as it is, also braces and dollars', () => {
    expect(fillSnippet('{称呼}：{问题}', { caller: '$&', question: '怎么办' })).toBe('$&：怎么办');
  });

  it('is made of an answer: the caller and what was to be filled in are fields again', () => {
    expect(asSnippet('刘女士您好，{日期}前答复{称呼}，刘女士', '刘女士')).toBe(
      '{称呼}您好，{?日期}前答复{称呼}，{称呼}',
    );
    expect(asSnippet('您好', '')).toBe('您好');
  });

  it('has places, in their order, on one line and not empty', () => {
    expect(placesIn('到{网点}，{}，{一\n二}，{日期}')).toEqual([
      { asks: '网点', from: 1, to: 5 },
      { asks: '日期', from: 15, to: 19 },
    ]);
    expect(placesIn('没有')).toEqual([]);
  });
});

describe('snippets.yaml', () => {
  it('is read with what is optional', () => {
    const text = 'snippets:\n  - {id: a-1, name: 甲, text: "一\\n二 ", domain: gongjijin, topics: [gjj.wd.rent]}\n';
    expect(parseSnippets(text)).toMatchObject({
      snippets: [{ id: 'a-1', name: '甲', text: '一\n二', domain: 'gongjijin', topics: ['gjj.wd.rent'] }],
      faults: [],
    });
    expect(parseSnippets('')).toMatchObject({ snippets: [], faults: [] });
  });

  it.each([
    ['snippets: []\nmore: 1\n', 2, 'field'],
    ['snippets:\n  - {id: A, name: 甲, text: 乙}\n', 2, 'field'],
    ['snippets:\n  - id: a\n    name: 甲\n    text: "\\u001b[31m"\n', 4, 'field'],
    ['snippets:\n  - id: a\n    name: 甲\n    text: "{谁}"\n', 4, 'field_unknown'],
    ['snippets:\n  - {id: a, name: 甲, text: 乙}\n  - {id: a, name: 丙, text: 丁}\n', 3, 'snippet_twice'],
    ['snippets: [', 1, 'yaml'],
  ])('%j is refused at line %i: %s', (text, line, code) => {
    expect(parseSnippets(text).faults[0]).toMatchObject({ line, code });
  });

  it('that ships is of its form, names topics that there are, and states no figure', () => {
    const { snippets, faults } = parseSnippets(readFileSync(path.join(shippedDir, 'snippets.yaml'), 'utf8'));
    expect(faults).toEqual([]);
    expect(snippets.length).toBeGreaterThanOrEqual(12);
    for (const { topics = [] } of snippets)
      for (const topic of topics) expect([...shippedTopics.keys()]).toContain(topic);
    expect(snippets.filter(({ text }) => /\d/.test(text))).toEqual([]);
    expect(new Set(snippets.map(({ name }) => name)).size).toBe(snippets.length);
  });
});
