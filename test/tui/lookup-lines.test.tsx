import { renderToString } from 'ink';
import { expect, it } from 'vitest';
import type { KnowledgeDocument } from '../../src/domain/knowledge/document.ts';
import { Spans } from '../../src/tui/components/spans.tsx';
import { drawRow } from '../../src/tui/panels/lookup-lines.ts';
import { showScreen } from '../../src/tui/state/desk.ts';
import { screenLookup, withQuery } from '../../src/tui/state/knowledge/lookup.ts';
import { rowsOf } from '../../src/tui/state/knowledge/rows.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { cellWidth } from '../../src/tui/text/width.ts';
import { themes } from '../../src/tui/themes/themes.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { draw } from './draw.tsx';
import { snapshotOf } from './fixtures.ts';
import { articleOf, knowledgeOf } from './shelf.ts';

const topic = '公租房、保障性租赁住房、经济适用住房提取';
const title = '公租房和保障性租赁住房怎样按月提取';
const shelf: readonly KnowledgeDocument[] = [
  { id: 'policy', kind: 'policy', text: '[]\n' },
  { id: 'synonyms', kind: 'synonyms', text: '[]\n' },
  {
    id: 'topics',
    kind: 'topics',
    text: `topic\tdomain\tgroup\tname\ngjj.rent\tgongjijin\t提取\t${topic}\n`,
  },
  articleOf({
    id: 'gjj-0001',
    title,
    topic: 'gjj.rent',
    questions: ['租住政府的房子能把房租从公积金里每月转出来吗', '按月提取怎么签约', '一年能提几次'],
    keywords: ['公租房', '按月', '签约'],
    answer: '可以。',
  }),
];

/** The lines of the list on the knowledge screen. */
const list = async (columns: number, query: string): Promise<string[]> => {
  const { screen } = await draw(
    snapshotOf([]),
    (model) =>
      withQuery(
        showScreen({ ...model, knowledge: knowledgeOf(shelf) }, 'knowledge'),
        screenLookup,
        editBuffer(query, { max: 200 }),
      ),
    { columns, rows: 36 },
  );
  return screen.lines().map((line) => line.replace(/[┃┓]+[┌│└].*$/, '').trimEnd());
};

it.each([60, 80, 110, 120, 160, 200])(
  'cuts why a result is there with a sign, and leaves no bare word: %i columns',
  async (columns) => {
    const lines = await list(columns, '房租从公积金里每月转出来');
    const why = lines.find((line) => line.includes(' · gjj-0001 · '))!;
    expect(why).toMatch(/gjj-0001 · .*问法 \S{4,}/);
    const shownTopic = /gjj-0001 · (公租房.*?)(?: · |$)/.exec(why)?.[1];
    if (shownTopic !== undefined) expect(shownTopic).toBe(topic);
    expect(why).toMatch(/(?:转出来吗|…)(?:\s*┃)?$/);
  },
);

it.each([60, 80, 120, 160, 200])('gives the title its room before the topic: %i columns', async (columns) => {
  const line = (await list(columns, '')).find((text) => text.includes('gjj-0001'))!;
  expect(line).toContain(`${title} `);
  expect(line.includes('公租房、保')).toBe(columns === 80 || columns >= 160);
});

it.each([80, 110, 120, 160])('says how much there is and how fresh where both fit: %i columns', async (columns) => {
  expect((await list(columns, ''))[1]).toContain('1 篇 · 已同步 09:55');
});

it('tells that something is left out also where the cut falls between two pieces', () => {
  const pieces = ['公租房、保障性', '租赁', '住房'].map((text) => ({ text }));
  const at = (width: number): string => renderToString(<Spans left={pieces} width={width} />).trimEnd();
  expect(at(14)).toBe('公租房、保障…');
  expect(at(15)).toBe('公租房、保障性…');
  expect(at(18)).toBe('公租房、保障性租…');
  expect(at(22)).toBe('公租房、保障性租赁住房');
});

it('names the kind of a line only with enough of the line to tell something', () => {
  const base = { ...emptyModel('zh-CN', 'hub'), knowledge: knowledgeOf(shelf), today: '2026-11-24' };
  const model = withQuery(base, screenLookup, editBuffer('房租从公积金里每月转出来', { max: 200 }));
  const row = rowsOf(model, screenLookup).at(0)!;
  let without = 0;
  for (let width = 24; width < 120; width++) {
    const how = { chosen: false, plain: false, short: false, width };
    const text = drawRow(row, model, how, themes.none.dark, sayIn('zh-CN'))
      .below!.map((piece) => piece.text)
      .join('');
    const [before, line] = text.split('问法 ');
    if (line === undefined) without++;
    else expect(width - cellWidth(`${before}问法 `), text).toBeGreaterThanOrEqual(12);
  }
  expect(without).toBeGreaterThan(0);
});
