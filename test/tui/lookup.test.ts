import { expect, it } from 'vitest';
import { pinOrUnpin } from '../../src/client/article-use.ts';
import { showCall } from '../../src/tui/state/desk.ts';
import { citationsOf, cite, mostCitations, takeBackCitation } from '../../src/tui/state/knowledge/citations.ts';
import {
  articleAt,
  chosenRow,
  clearQuery,
  closeArticle,
  goInHistory,
  lookupOf,
  moveChosen,
  openArticle,
  screenLookup,
  withQuery,
  withTopic,
} from '../../src/tui/state/knowledge/lookup.ts';
import { rowsOf } from '../../src/tui/state/knowledge/rows.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel, type SeatModel } from '../../src/tui/state/model.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { mineIn, noon, snapshotOf, ticketOf } from './fixtures.ts';
import { articleOf, knowledgeOf, shelf } from './shelf.ts';

const atScreen = (documents = shelf): SeatModel => ({
  ...emptyModel('zh-CN', 'hub', noon),
  knowledge: knowledgeOf(documents),
});
const typed = (model: SeatModel, text: string, key = screenLookup): SeatModel =>
  withQuery(model, key, editBuffer(text, { max: 200 }));
const ids = (model: SeatModel, key = screenLookup): string[] =>
  [...rowsOf(model, key)].map((row) => (row.kind === 'article' ? row.id : row.key));

it('lists everything by topic, with what is pinned and read last before it, and expired ones behind the others', () => {
  const model: SeatModel = { ...atScreen(), use: { pinned: ['sb-0001'], recent: ['gjj-0004', 'gjj-9999'], uses: {} } };
  expect(ids(model)).toEqual([
    'pinned',
    'sb-0001',
    'recent',
    'gjj-0004',
    'group gongjijin 缴存',
    'gjj-0003',
    'group gongjijin 提取',
    'gjj-0001',
    'gjj-0002',
    'gjj-0004',
    'group gongjijin 贷款',
    'gjj-0005',
    'group shebao 医保',
    'sb-0001',
  ]);
});

it('leaves results where they are while what is typed makes no clear difference', () => {
  // Three articles that answer equally well to both queries.
  const twins = ['0021', '0022', '0023'].map((number) =>
    articleOf({
      id: `gjj-${number}`,
      title: `装修提取办法之${number}`,
      topic: 'gjj.wd.rent',
      questions: ['装修能提取吗', '装修提取怎么办', '装修提取要什么'],
      keywords: ['装修', '提取', '办法'],
      answer: '不可以。',
    }),
  );
  const model = typed(atScreen([...shelf, ...twins]), '装修');
  const before = ids(model);
  expect(before).toHaveLength(3);
  // As if another order had stood there: it is kept below the first.
  const moved = { ...lookupOf(model, screenLookup), before: [before[0]!, before[2]!, before[1]!] };
  const again: SeatModel = { ...model, lookups: new Map([[screenLookup, moved]]) };
  expect(ids(again)).toEqual([before[0], before[2], before[1]]);
  expect(lookupOf(typed(again, '装修提'), screenLookup).before).toEqual([before[0], before[2], before[1]]);
});

it('does not shuffle results when one of them is used or pinned', () => {
  const model = typed(atScreen(), '租房提取');
  const rows = rowsOf(model, screenLookup);
  const used: SeatModel = { ...model, use: { ...pinOrUnpin(model.use, 'gjj-0004'), uses: { 'gjj-0004': 99 } } };
  expect(rowsOf(used, screenLookup)).toBe(rows);
});

it('chooses the best result after each key, and what was walked to stays chosen when the knowledge changes', () => {
  let model = moveChosen(typed(atScreen(), '提取'), screenLookup, 1);
  const chosen = articleAt(model, screenLookup);
  expect(chosen).toBe(ids(model)[1]);
  const fresh = articleOf({
    id: 'gjj-0031',
    title: '提取',
    topic: 'gjj.wd.leave',
    questions: ['提取', '怎么提取', '提取吗'],
    keywords: ['提取', '取钱', '支取'],
    answer: '可以。',
  });
  model.knowledge.base!.apply([fresh]);
  model = { ...model, knowledge: { ...model.knowledge, edition: 1 } };
  expect(ids(model)[0]).toBe('gjj-0031');
  expect(articleAt(model, screenLookup)).toBe(chosen);
  expect(articleAt(typed(model, '提取公'), screenLookup)).toBe(ids(typed(model, '提取公'))[0]);
  expect(articleAt(moveChosen(model, screenLookup, 999), screenLookup)).toBe(ids(model).at(-1));
});

it("searches by a call's question and topic, apart from other calls and from the screen", () => {
  const first = mineIn('active', 1, { question: '医保异地备案怎么办', domain: 'shebao', topic: 'sb.med.remote' });
  const second = mineIn('held', 2, { question: '租房能取公积金吗' });
  const model = showCall(
    applySnapshot(
      atScreen(),
      snapshotOf(
        [first, second],
        [first, second].map((call) => ticketOf(call)),
      ),
    ),
    first.id,
  );
  expect(ids(model, first.id)[0]).toBe('sb-0001');
  expect(ids(model, second.id)[0]).toBe('gjj-0001');
  const searched = typed(model, '离职', first.id);
  expect(ids(searched, first.id)[0]).toBe('gjj-0004');
  expect(ids(searched, second.id)[0]).toBe('gjj-0001');
  expect(ids(searched)[0]).toBe('group gongjijin 缴存');
  expect(ids(clearQuery(searched, first.id), first.id)[0]).toBe('sb-0001');
});

it('narrows to a topic, and finds an article by its id', () => {
  const narrowed = withTopic(typed(atScreen(), '今天天气'), screenLookup, 'gjj.wd.rent');
  expect(ids(narrowed)).toEqual(['gjj-0001', 'gjj-0002']);
  expect(chosenRow(clearQuery(narrowed, screenLookup), screenLookup)?.kind).toBe('article');
  for (const text of ['gjj-0003', 'GJJ0003', 'ｇｊｊ－０００３'])
    expect(ids(typed(atScreen(), text))[0], text).toBe('gjj-0003');
});

it('goes back and forth between articles as a browser does', () => {
  const open = (model: SeatModel, id: string): SeatModel => openArticle(model, screenLookup, id);
  const go = (model: SeatModel, way: 'past' | 'future'): SeatModel => goInHistory(model, screenLookup, way);
  const at = (model: SeatModel): string | undefined => lookupOf(model, screenLookup).reading?.article;
  let model = ['gjj-0001', 'gjj-0004', 'gjj-0004', 'gjj-0005'].reduce(open, atScreen());
  model = go(go(model, 'past'), 'past');
  expect(at(model)).toBe('gjj-0001');
  expect(go(model, 'past')).toBe(model);
  model = go(model, 'future');
  expect(at(model)).toBe('gjj-0004');
  model = open(model, 'sb-0001');
  expect(go(model, 'future')).toBe(model);
  expect(at(go(model, 'past'))).toBe('gjj-0004');
  expect(lookupOf(closeArticle(model, screenLookup), screenLookup)).toMatchObject({ reading: undefined, past: [] });
});

it('cites an article once, no more than a ticket takes, and takes it back', () => {
  let model = cite(cite(cite(atScreen(), 'call', 'a'), 'call', 'b'), 'call', 'a');
  expect(citationsOf(model, 'call')).toEqual(['a', 'b']);
  expect(citationsOf(model, 'other')).toEqual([]);
  model = takeBackCitation(model, 'call', 'a');
  expect(citationsOf(model, 'call')).toEqual(['b']);
  for (let at = 0; at < 30; at++) model = cite(model, 'call', `x${at}`);
  expect(citationsOf(model, 'call')).toHaveLength(mostCitations);
});
