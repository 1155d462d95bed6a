import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { compareQueued } from '../../../src/domain/call/queue-order.ts';
import { applyCall, applySnapshot } from '../../../src/tui/state/line.ts';
import { emptyModel } from '../../../src/tui/state/model.ts';
import { longestWaitSince, waitingCalls } from '../../../src/tui/state/selectors.ts';
import { ago, callOf, noon, snapshotOf } from '../fixtures.ts';

const seconds = fc.integer({ min: 0, max: 4000 });

it('is the order of the rules, and tells who waits longest, after any news', () => {
  const news = fc.record({
    place: fc.integer({ min: 0, max: 60 }),
    state: fc.constantFrom('waiting', 'active', 'abandoned'),
    priority: fc.constantFrom('normal', 'urgent'),
    queued: seconds,
    front: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(news, { maxLength: 40 }), (events) => {
      let model = applySnapshot(emptyModel('zh-CN', 'hub', noon), snapshotOf([]));
      const order = compareQueued(model.settings.urgentHeadStartSeconds);
      events.forEach(({ place, state, priority, queued, front }, at) => {
        model = applyCall(model, callOf(place, { state, priority, queuedAt: ago(queued), front, revision: 100 + at }));
        const waiting = [...model.calls.values()].filter((call) => call.state === 'waiting');
        const ranked = waiting.map((call) => ({ ...call, queuedAt: Date.parse(call.queuedAt) })).sort(order);
        expect(waitingCalls(model).map(({ id }) => id)).toEqual(ranked.map(({ id }) => id));
        const since = ranked.length === 0 ? undefined : Math.min(...ranked.map(({ queuedAt }) => queuedAt));
        expect(longestWaitSince(model)).toBe(since);
      });
    }),
    { numRuns: 60 },
  );
});

it('reads one moment when one of 5,000 calls changes', () => {
  const calls = Array.from({ length: 5000 }, (_, place) => callOf(place, { queuedAt: ago(place % 3600) }));
  let model = applySnapshot(emptyModel('zh-CN', 'hub', noon), snapshotOf(calls));
  expect(waitingCalls(model)).toHaveLength(5000);
  longestWaitSince(model);
  const parse = vi.spyOn(Date, 'parse');
  model = applyCall(model, { ...calls[77]!, priority: 'urgent', revision: 100_000 });
  expect(waitingCalls(model)).toHaveLength(5000);
  longestWaitSince(model);
  expect(parse.mock.calls.length).toBeLessThanOrEqual(1);
  parse.mockRestore();
});
