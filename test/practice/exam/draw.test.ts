import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draws } from '../../../src/fund-sandbox/random/draws.ts';
import type { Blueprint } from '../../../src/practice/exam/blueprint/blueprint.ts';
import { type Drawing, draw } from '../../../src/practice/exam/draw/draw.ts';
import { type Cell, fillCells, type Shares } from '../../../src/practice/exam/draw/fill-cells.ts';
import { largestRemainder } from '../../../src/practice/exam/draw/largest-remainder.ts';
import { spreadTopics } from '../../../src/practice/exam/draw/spread-topics.ts';
import { groupOf } from '../../../src/practice/exam/group.ts';
import { bankOf } from '../../../src/practice/exam/question/bank.ts';
import { bank, blueprints, stock, topics } from './support.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const asked = ({ items }: Drawing) => items.flatMap((item) => ('question' in item ? [item.question] : []));

const countBy = <T>(list: readonly T[], key: (one: T) => string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(list, key)].map(([name, some]) => [name, some.length]));

describe('the largest remainder', () => {
  it('shares out everything, each within one of its share', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }).filter((weights) => weights.some(Boolean)),
        (total, weights) => {
          const shares = largestRemainder(total, weights);
          const sum = weights.reduce((all, weight) => all + weight, 0);
          expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
          shares.forEach((share, at) => {
            expect(Math.abs(share - (total * weights[at]!) / sum)).toBeLessThan(1);
          });
        },
      ),
    );
  });

  it('gives what is left to the largest remainders, of equal ones to the first', () => {
    expect(largestRemainder(10, [3, 3, 3])).toEqual([4, 3, 3]);
    expect(largestRemainder(7, [50, 30, 20])).toEqual([4, 2, 1]);
    expect(largestRemainder(5, [0, 0])).toEqual([0, 0]);
  });
});

/** How far counts are from shares, as the filling measures it. */
const distance = (cells: readonly Cell[], counts: readonly number[], { groups, levels }: Shares): number => {
  const off = (shares: readonly number[], of: (cell: Cell) => number): number =>
    shares.reduce((sum, share, at) => {
      const has = cells.reduce((all, cell, place) => all + (of(cell) === at ? counts[place]! : 0), 0);
      return sum + (has - share) ** 2;
    }, 0);
  return off(groups, ({ group }) => group) + off(levels, ({ level }) => level);
};

/** The nearest that there is, by trying everything. */
const nearest = (cells: readonly Cell[], shares: Shares): number => {
  let best = Number.POSITIVE_INFINITY;
  const counts = cells.map(() => 0);
  const left = [...shares.kinds];
  const go = (at: number): void => {
    if (at === cells.length) {
      if (left.every((count) => count === 0)) best = Math.min(best, distance(cells, counts, shares));
      return;
    }
    const { kind, size } = cells[at]!;
    for (let take = 0; take <= Math.min(size, left[kind]!); take++) {
      counts[at] = take;
      left[kind]! -= take;
      go(at + 1);
      left[kind]! += take;
    }
    counts[at] = 0;
  };
  go(0);
  return best;
};

describe('filling the cells', () => {
  it('comes as near to the shares as anything can, and never takes more than there is', () => {
    const some = fc.record({
      cells: fc.uniqueArray(
        fc.record({ kind: fc.nat(1), group: fc.nat(2), level: fc.nat(1), size: fc.integer({ min: 1, max: 2 }) }),
        { minLength: 1, maxLength: 8, selector: ({ kind, group, level }) => `${kind},${group},${level}` },
      ),
      groups: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
      levels: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }),
      wanted: fc.tuple(fc.nat(4), fc.nat(4)),
      seed: seeds,
    });
    fc.assert(
      fc.property(some, ({ cells, groups, levels, wanted, seed }) => {
        const there = [0, 1].map((kind) => cells.reduce((sum, cell) => sum + (cell.kind === kind ? cell.size : 0), 0));
        const kinds = wanted.map((count, kind) => Math.min(count, there[kind]!));
        const shares = { kinds, groups, levels };
        const { counts, distance: told } = fillCells(cells, shares, new Draws(seed, 'test', 0));
        kinds.forEach((count, kind) => {
          expect(cells.reduce((sum, cell, at) => sum + (cell.kind === kind ? counts[at]! : 0), 0)).toBe(count);
        });
        for (const [at, { size }] of cells.entries()) expect(counts[at]).toBeLessThanOrEqual(size);
        expect(distance(cells, counts, shares)).toBe(nearest(cells, shares));
        expect(told).toBe(distance(cells, counts, shares));
      }),
      { numRuns: 300 },
    );
  });
});

/** A scarce bank, and shares that some choice of its questions has: there is a way to meet them all. */
const scarce = (index: number): { cells: Cell[]; shares: Shares } => {
  const draws = new Draws(1, 'scarce', index);
  const [kinds, groups, levels] = [2 + draws.below(3), 2 + draws.below(3), 2 + draws.below(2)];
  const cells: Cell[] = [];
  for (let kind = 0; kind < kinds; kind++)
    for (let group = 0; group < groups; group++)
      for (let level = 0; level < levels; level++)
        if (draws.chance(60)) cells.push({ kind, group, level, size: draws.between(1, 3) });
  const shares = {
    kinds: Array.from({ length: kinds }, () => 0),
    groups: Array.from({ length: groups }, () => 0),
    levels: Array.from({ length: levels }, () => 0),
  };
  for (const { kind, group, level, size } of cells) {
    const taken = draws.below(size + 1);
    shares.kinds[kind]! += taken;
    shares.groups[group]! += taken;
    shares.levels[level]! += taken;
  }
  return { cells, shares };
};

describe('filling the cells of a scarce bank', () => {
  it('finds the way to meet all shares', () => {
    const missed = Array.from({ length: 1000 }, (_, index) => index).filter((index) => {
      const { cells, shares } = scarce(index);
      return fillCells(cells, shares, new Draws(index, 'test', 0)).distance > 0;
    });
    expect(missed).toEqual([]);
  });
});

describe('spreading over topics', () => {
  const some = fc.record({
    all: fc.array(fc.record({ topic: fc.constantFrom('a', 'b', 'c', 'd'), cell: fc.nat(2) }), { maxLength: 9 }),
    wanted: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
  });

  /** Sum of squares of how often each topic comes: the lower, the more evenly. */
  const crowding = (list: readonly { topic: string }[]): number =>
    Object.values(countBy(list, ({ topic }) => topic)).reduce((sum, count) => sum + count * count, 0);

  const leastCrowding = (all: readonly { topic: string; cell: number }[], counts: readonly number[]): number => {
    let best = Number.POSITIVE_INFINITY;
    for (let mask = 0; mask < 2 ** all.length; mask++) {
      const chosen = all.filter((_, at) => mask & (1 << at));
      const fits = counts.every((count, cell) => chosen.filter((one) => one.cell === cell).length === count);
      if (fits) best = Math.min(best, crowding(chosen));
    }
    return best;
  };

  it('gives no topic a second question while another could have its first', () => {
    fc.assert(
      fc.property(some, ({ all, wanted }) => {
        const counts = wanted.map((count, cell) => Math.min(count, all.filter((one) => one.cell === cell).length));
        const chosen = spreadTopics(all, counts);
        for (const [cell, count] of counts.entries())
          expect(chosen.filter((one) => one.cell === cell).length).toBe(count);
        if (chosen.length > 0) expect(crowding(chosen)).toBe(leastCrowding(all, counts));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a draw', () => {
  it.each([...blueprints.keys()])('of %s is what the blueprint says, whatever the seed', (id) => {
    const blueprint = blueprints.get(id)!;
    fc.assert(
      fc.property(seeds, (seed) => {
        const drawing = draw(blueprint, stock, seed);
        expect(drawing.shortfalls).toEqual([]);
        const kinds = countBy(drawing.items, ({ part }) => part.kind);
        expect(kinds).toEqual(Object.fromEntries(blueprint.parts.map(({ kind, count }) => [kind, count])));
        const questions = asked(drawing);
        expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
        // No topic comes twice, as no topic need.
        expect(new Set(questions.map(({ topic }) => topic)).size).toBe(questions.length);
        const names = Object.keys(blueprint.groups);
        const groups = countBy(questions, ({ topic }) => groupOf(topics.get(topic)!));
        expect(names.map((name) => groups[name] ?? 0)).toEqual(
          largestRemainder(questions.length, Object.values(blueprint.groups)),
        );
        const levels = countBy(questions, ({ level }) => String(level));
        expect(['1', '2', '3'].map((level) => levels[level] ?? 0)).toEqual(
          largestRemainder(questions.length, Object.values(blueprint.levels)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('depends on nothing but blueprint, stock and seed', () => {
    const backwards = bankOf([...bank.values()].reverse());
    const ids = (drawing: Drawing) =>
      drawing.items.map((item) => ('question' in item ? item.question.id : item.scenario.id));
    for (const blueprint of blueprints.values()) {
      const one = ids(draw(blueprint, stock, 11));
      const shuffledStock = { ...stock, bank: backwards, scenarios: [...stock.scenarios].reverse() };
      expect(ids(draw(blueprint, shuffledStock, 11))).toEqual(one);
      expect(ids(draw(blueprint, stock, 12))).not.toEqual(one);
    }
  });

  it('takes scenarios of the levels asked for, of different topics', () => {
    const blueprint = blueprints.get('on-seat')!;
    for (let seed = 0; seed < 20; seed++) {
      const drawn = draw(blueprint, stock, seed).items.flatMap((item) => ('scenario' in item ? [item.scenario] : []));
      expect(drawn.every(({ level }) => level >= 2)).toBe(true);
      expect(new Set(drawn.map(({ topic }) => topic)).size).toBe(2);
    }
  });

  it('says plainly what the bank cannot give', () => {
    const blueprint: Blueprint = {
      ...blueprints.get('on-seat')!,
      parts: [
        { kind: 'single', count: 4, points: 1 },
        { kind: 'find', count: 200, points: 1 },
        { kind: 'scenario', count: 3, points: 1, levels: [3] },
      ],
      groups: { 'gongjijin/缴存': 1, 'shebao/养老': 1 },
    };
    const { shortfalls } = draw(blueprint, stock, 1);
    const finds = [...bank.values()].filter(
      ({ kind, topic }) => kind === 'find' && groupOf(topics.get(topic)!) === 'gongjijin/缴存',
    ).length;
    expect(shortfalls).toContainEqual({ of: 'kind', name: 'find', wanted: 200, found: finds });
    expect(shortfalls).toContainEqual({ of: 'kind', name: 'scenario', wanted: 3, found: 0 });
    const pension = shortfalls.find(({ name }) => name === 'shebao/养老')!;
    expect(pension.found).toBeLessThan(pension.wanted);
  });
});
