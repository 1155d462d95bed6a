import fc from 'fast-check';
import { expect, it } from 'vitest';
import { showFen, showRate, showRatio } from '../../src/domain/fund/money.ts';
import { addMonths, gapsIn, monthsBetween, monthsInARow, paidMonths } from '../../src/domain/fund/months.ts';

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

it('months are counted over the turn of the year', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
});

it('adding and taking away come back to the same month', () => {
  fc.assert(
    fc.property(month, fc.integer({ min: -500, max: 500 }), (from, by) => {
      expect(addMonths(addMonths(from, by), -by)).toBe(from);
    }),
  );
});

it('a month is paid by a contribution or a back payment that stands, and by nothing else', () => {
  const entry = (kind: string, of: string | null, change = {}) => ({
    kind,
    month: of,
    amount: 1,
    reversed: false,
    ...change,
  });
  const paid = paidMonths([
    entry('01', '2026-01'),
    entry('02', '2026-02'),
    entry('09', '2026-03'),
    entry('01', '2026-04', { reversed: true }),
    entry('01', '2026-05', { amount: -1 }),
    entry('11', null),
  ]);
  expect([...paid]).toEqual(['2026-01', '2026-02']);
  expect(gapsIn(paid, '2025-12', '2026-03')).toEqual(['2025-12', '2026-03']);
  expect(monthsInARow(paid, '2026-02')).toBe(2);
  expect(monthsInARow(paid, '2026-03')).toBe(0);
});

it('money is shown to the fen, whatever its sign', () => {
  expect(showFen(123456)).toBe('1,234.56');
  expect(showFen(-5)).toBe('-0.05');
  expect(showFen(-123456789)).toBe('-1,234,567.89');
  expect(showFen(0)).toBe('0.00');
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
      expect(BigInt(showFen(fen).replace(/[,.]/g, ''))).toBe(BigInt(fen));
    }),
  );
  expect(showRatio(1200)).toBe('12%');
  expect(showRatio(550)).toBe('5.5%');
  expect(showRate(260_000)).toBe('2.6%');
  expect(showRate(307_500)).toBe('3.075%');
});
