import { describe, expect, it } from 'vitest';
import { noUse } from '../../../src/client/article-use.ts';
import type { Article } from '../../../src/kb/article/article.ts';
import type { KnowledgeBase } from '../../../src/kb/knowledge-base.ts';
import type { Listed } from '../../../src/kb/search/search-index.ts';
import type { Topic } from '../../../src/kb/topics.ts';
import {
  articleAt,
  chosenRow,
  moveChosen,
  screenLookup,
  withQuery,
  withTopic,
} from '../../../src/tui/state/knowledge/lookup.ts';
import { noKnowledge } from '../../../src/tui/state/knowledge/model.ts';
import { rowsOf } from '../../../src/tui/state/knowledge/rows.ts';
import { emptyModel, type SeatModel } from '../../../src/tui/state/model.ts';
import { editBuffer } from '../../../src/tui/text/edit-buffer.ts';
import { noon } from '../fixtures.ts';

const count = 100_000;
const topicCount = 200;

/** A knowledge base of 100,000 articles that tells how many of them were read. */
const largeBase = (): { base: KnowledgeBase; read: () => number } => {
  const topics = new Map(
    Array.from({ length: topicCount }, (_, at): [string, Topic] => {
      const id = `gjj.t${at}`;
      return [id, { id, domain: 'gongjijin', group: `组${at >> 2}`, name: `主题${at}` }];
    }),
  );
  const list = Array.from(
    { length: count },
    (_, at): Listed => ({
      id: `gjj-${String(at).padStart(6, '0')}`,
      title: `文章${at}`,
      topic: `gjj.t${at % topicCount}`,
      domain: 'gongjijin',
      lastDay: at === 0 ? 0 : 0x7fffffff,
    }),
  );
  const byTopic = Map.groupBy(list, ({ topic }) => topic);
  let read = 0;
  const base: Partial<KnowledgeBase> = {
    topics,
    topicName: (topic) => topics.get(topic)?.name ?? topic,
    list: () => list,
    ofTopic: (topic) => byTopic.get(topic) ?? [],
    article: (id) => {
      read++;
      const at = Number(id.slice(4));
      const to = at === 0 ? '2026-01-01' : undefined;
      return {
        id,
        title: `文章${at}`,
        topic: `gjj.t${at % topicCount}`,
        confidence: 'national',
        effective: { from: '2025-01-01', ...(to && { to }) },
      } as Article;
    },
    find: (query) => ({ query, results: [], nearest: [topics.get('gjj.t3')!] }),
  };
  return { base: base as KnowledgeBase, read: () => read };
};

const opened = (): { model: SeatModel; read: () => number } => {
  const { base, read } = largeBase();
  return { model: { ...emptyModel('zh-CN', 'hub', noon), knowledge: { ...noKnowledge, base } }, read };
};

describe('a knowledge base of 100,000 articles', () => {
  it('is listed whole, and a key reads only the articles that it needs', () => {
    const { model: start, read } = opened();
    let model = start;
    const rows = rowsOf(model, screenLookup);
    expect([rows.choices, rows.size]).toEqual([count, count + topicCount / 4]);
    expect(chosenRow(model, screenLookup)?.key).toBe('all gjj-000200');
    const before = read();
    for (let times = 0; times < 100; times++) model = moveChosen(model, screenLookup, 20);
    expect(articleAt(model, screenLookup)).toBe(rows.at(rows.placeOf('all gjj-000200') + 2001)!.key.slice(4));
    expect(read() - before).toBeLessThan(100 * 3);
    // The expired one stands behind the others of its topic.
    expect(rows.placeOf('all gjj-000000')).toBe(count / topicCount);
    expect(read()).toBeLessThan(400);
  });

  it('is not laid out anew when an article is read or pinned', () => {
    const { model, read } = opened();
    rowsOf(model, screenLookup);
    const before = read();
    const used: SeatModel = { ...model, use: { ...noUse, pinned: ['gjj-000007'], recent: ['gjj-000009'] } };
    const rows = rowsOf(used, screenLookup);
    expect([...Array(5).keys()].map((place) => rows.at(place)!.key)).toEqual([
      'pinned',
      'pinned gjj-000007',
      'recent',
      'recent gjj-000009',
      'group gongjijin 组0',
    ]);
    expect(rows.placeOf('all gjj-000007')).toBeGreaterThan(0);
    expect(read() - before).toBeLessThan(20);
  });

  it('is narrowed to a topic, and left for another text, without reading it', () => {
    const { model, read } = opened();
    const narrowed = withTopic(model, screenLookup, 'gjj.t0');
    expect(rowsOf(narrowed, screenLookup).choices).toBe(count / topicCount);
    expect(chosenRow(narrowed, screenLookup)?.key).toBe('topic gjj-000200');
    const typed = withQuery(model, screenLookup, editBuffer('今天天气', { max: 200 }));
    const [topic] = rowsOf(typed, screenLookup);
    expect(topic).toMatchObject({ kind: 'topic', count: count / topicCount });
    expect(read()).toBeLessThan(50);
  });
});
