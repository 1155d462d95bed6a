import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOrder } from '../../../src/tui/state/list/kept-order.ts';
import { RowMap } from '../../../src/tui/state/list/row-map.ts';
import { siftAnew, siftOn, unsifted } from '../../../src/tui/state/list/sifted.ts';
import { SortedRows } from '../../../src/tui/state/list/sorted-rows.ts';

interface Row {
  readonly id: number;
  readonly rank: number;
}

const byId = (a: Row, b: Row): number => a.id - b.id;
const byRank = (a: Row, b: Row): number => a.rank - b.rank || a.id - b.id;

/** Rows that come, change and go, as a line of news. */
const news = fc.array(
  fc.record({ id: fc.integer({ min: 0, max: 1500 }), rank: fc.integer({ min: 0, max: 9 }), goes: fc.boolean() }),
  { maxLength: 60 },
);
const rows = fc
  .uniqueArray(fc.integer({ min: 0, max: 1500 }), { minLength: 0, maxLength: 1500 })
  .map((ids) => ids.map((id): Row => ({ id, rank: (id * 7) % 10 })));

const told = (known: Map<number, Row>, change: Row & { goes: boolean }): void => {
  if (change.goes) known.delete(change.id);
  else known.set(change.id, { id: change.id, rank: change.rank });
};

describe('rows in an order', () => {
  it('are those of a sort of all, after any news', () => {
    fc.assert(
      fc.property(rows, news, (start, changes) => {
        const known = new Map(start.map((row) => [row.id, row]));
        let sorted = SortedRows.of(byId, start);
        for (const change of changes) {
          sorted = change.goes ? sorted.without(change) : sorted.with({ id: change.id, rank: change.rank });
          told(known, change);
        }
        const all = [...known.values()].sort(byId);
        expect([...sorted]).toEqual(all);
        expect(sorted.size).toBe(all.length);
        expect(all.map((row) => sorted.placeOf(row))).toEqual(all.map((_, place) => place));
        expect(all.map((_, place) => sorted.at(place))).toEqual(all);
        expect(sorted.slice(3, 9)).toEqual(all.slice(3, 9));
        expect(sorted.at(all.length)).toBeUndefined();
        expect(sorted.at(-1)).toBeUndefined();
      }),
    );
  });

  it('stay what they were when others are made of them', () => {
    const sorted = SortedRows.of(byId, [
      { id: 1, rank: 0 },
      { id: 3, rank: 0 },
    ]);
    sorted.with({ id: 2, rank: 0 });
    sorted.with({ id: 3, rank: 9 });
    sorted.without({ id: 1, rank: 0 });
    expect([...sorted]).toEqual([
      { id: 1, rank: 0 },
      { id: 3, rank: 0 },
    ]);
  });

  it('tell what came and went between two of them', () => {
    fc.assert(
      fc.property(rows, news, (start, changes) => {
        const before = SortedRows.of(byId, start);
        const after = changes.reduce(
          (sorted, change) =>
            change.goes ? sorted.without(change) : sorted.with({ id: change.id, rank: change.rank }),
          before,
        );
        const { come, gone } = after.since(before);
        const [then, now] = [new Set(before), new Set(after)];
        expect(new Set(come)).toEqual(new Set([...after].filter((row) => !then.has(row))));
        expect(new Set(gone)).toEqual(new Set([...before].filter((row) => !now.has(row))));
      }),
    );
  });

  it('take a row into 100,000 by comparing it with a few', () => {
    let compared = 0;
    const counting = (a: Row, b: Row): number => {
      compared++;
      return byId(a, b);
    };
    let sorted = SortedRows.inOrder(
      counting,
      Array.from({ length: 100_000 }, (_, id): Row => ({ id: id * 2, rank: 0 })),
    );
    const before = sorted;
    for (let place = 0; place < 1000; place++) sorted = sorted.with({ id: place * 198 + 1, rank: 0 });
    expect(sorted.size).toBe(101_000);
    expect(compared).toBeLessThan(1000 * 25);
    compared = 0;
    expect(before.with({ id: 7, rank: 0 }).since(before).come).toEqual([{ id: 7, rank: 0 }]);
    expect(compared).toBeLessThan(25);
  });
});

describe('an order that is kept', () => {
  it('is that of a sort of all, after any news', () => {
    fc.assert(
      fc.property(rows, fc.array(news, { maxLength: 6 }), (start, waves) => {
        const follow = keptOrder(byRank);
        let map = RowMap.of((row: Row) => String(row.id).padStart(5, '0'), start);
        for (const wave of waves) {
          for (const change of wave) {
            if (change.goes) map = map.only(({ id }) => id !== change.id);
            else map = map.with({ id: change.id, rank: change.rank });
          }
          expect([...follow(map.rows)]).toEqual([...map.rows].sort(byRank));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of 100,000 places what changed, and nothing else', () => {
    let compared = 0;
    const follow = keptOrder((a: Row, b: Row) => {
      compared++;
      return byRank(a, b);
    });
    const all = Array.from({ length: 100_000 }, (_, id): Row => ({ id, rank: id % 10 }));
    const map = RowMap.of((row: Row) => String(row.id).padStart(6, '0'), all);
    follow(map.rows);
    compared = 0;
    const changed = map.with({ id: 50_000, rank: 9 });
    expect(follow(changed.rows).size).toBe(100_000);
    expect(compared).toBeLessThan(100);
  });
});

describe('rows found by key', () => {
  it('are those of a map', () => {
    const map = RowMap.of(
      (row: Row) => String(row.id),
      [
        { id: 12, rank: 1 },
        { id: 9, rank: 2 },
      ],
    );
    expect(map.get('12')).toEqual({ id: 12, rank: 1 });
    expect(map.get('1')).toBeUndefined();
    expect(map.with({ id: 12, rank: 5 }).get('12')).toEqual({ id: 12, rank: 5 });
    expect(map.has('9')).toBe(true);
    expect(map.only(({ id }) => id === 9).size).toBe(1);
  });
});

describe('rows that a test lets through', () => {
  const even = ({ rank }: Row): boolean => rank % 2 === 0;

  it('are those of a filter of all, after any news and any number of turns', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.tuple(news, fc.integer({ min: 0, max: 2000 })), { maxLength: 6 }),
        (start, waves) => {
          let sorted = SortedRows.of(byId, start);
          let sifted = unsifted(sorted);
          for (const [wave, until] of waves) {
            for (const change of wave)
              sorted = change.goes ? sorted.without(change) : sorted.with({ id: change.id, rank: change.rank });
            sifted = siftOn(siftAnew(sifted, sorted, even), even, until);
            expect([...sifted.rows]).toEqual([...sorted].slice(0, sifted.seen).filter(even));
            expect(sifted.seen).toBeGreaterThanOrEqual(Math.min(until, sorted.size));
          }
          expect([...siftOn(sifted, even, Number.POSITIVE_INFINITY).rows]).toEqual([...sifted.of].filter(even));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are looked for no further than was said', () => {
    let seen = 0;
    const test = (row: Row): boolean => {
      seen++;
      return even(row);
    };
    const all = Array.from({ length: 100_000 }, (_, id): Row => ({ id, rank: id % 10 }));
    const sorted = SortedRows.inOrder(byId, all);
    const first = siftOn(unsifted(sorted), test, 5000);
    expect([seen, first.rows.size]).toEqual([5000, 2500]);
    seen = 0;
    const next = siftAnew(first, sorted.with({ id: 77, rank: 2 }), test);
    expect([seen, next.rows.size, next.seen]).toEqual([1, 2501, 5000]);
    seen = 0;
    siftOn(next, test, 10_000);
    expect(seen).toBe(5000);
  });
});
