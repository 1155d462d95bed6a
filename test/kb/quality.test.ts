import { expect, it } from 'vitest';
import { articles } from '../../bench/kb/articles.ts';
import { expertSeat } from '../../bench/kb/engines/expert-seat.ts';
import { measureQuality } from '../../bench/kb/quality.ts';

it('finds the right topic for questions that the search was never tuned on', async () => {
  const { overall, byKind } = await measureQuality(expertSeat(), 'held');
  expect(overall.questions).toBeGreaterThanOrEqual(150);
  expect(overall.first).toBeGreaterThanOrEqual(0.85);
  expect(overall.firstFive).toBeGreaterThanOrEqual(0.95);
  for (const [kind, { firstFive }] of Object.entries(byKind)) {
    expect([kind, firstFive >= 0.9]).toEqual([kind, true]);
  }
});

it('puts what a word alone is about before what only touches it', async () => {
  const docs = await articles();
  const topicOf = new Map(docs.map(({ id, topic }) => [id, topic]));
  const engine = expertSeat();
  await engine.build(docs);
  const firstTwo = (word: string): (string | undefined)[] => engine.search(word, 2).map((id) => topicOf.get(id));
  expect(firstTwo('退休')).toEqual(['gjj.wd.retire', 'sb.pension.years']);
  expect(firstTwo('断缴')).toContain('gjj.dep.makeup');
});
