import { expect, it } from 'vitest';
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
