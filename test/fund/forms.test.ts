import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, readMonth } from '../../src/fund-wire/forms/day.ts';
import { readDecimal, readWhole, writeDecimal } from '../../src/fund-wire/forms/decimal.ts';
import { parseWireJson, WireNumber } from '../../src/fund-wire/wire-json.ts';

const overTheWire = (body: unknown): unknown => parseWireJson(JSON.stringify(body));

describe('money, exactly', () => {
  const number = (text: string) => new WireNumber(text);

  it.each([
    ['0', 0],
    ['0.00', 0],
    ['0.1', 10],
    ['0.07', 7],
    ['1.10', 110],
    ['-12.34', -1234],
    ['1234567890.12', 123456789012],
    ['999999999999.99', 99999999999999],
    ['1000000000000', 1e14],
    // 1.005 * 100 and 0.57 * 100 are not what they seem in floating point.
    ['0.57', 57],
    ['8.2', 820],
    ['4.35', 435],
  ])('%s yuan', (text, fen) => {
    expect(readDecimal(text, 2, 'text')).toBe(fen);
    expect(readDecimal(number(text), 2, 'number')).toBe(fen);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '1.005',
    '1.000',
    '-0',
    '-0.00',
    '1e3',
    '1E3',
    '+1',
    '01',
    '.5',
    '5.',
    '1,234.00',
    '１２',
    'NaN',
    'Infinity',
    '0x10',
    '99999999999999999',
    '1234567890123456.78',
    '--1',
    '1.2.3',
    'null',
  ])('%j is none', (text) => {
    expect(readDecimal(text, 2, 'text')).toBeUndefined();
    expect(readDecimal(number(text), 2, 'number')).toBeUndefined();
  });

  it('is read only as it was agreed', () => {
    expect(readDecimal(number('1.5'), 2, 'text')).toBeUndefined();
    expect(readDecimal('1.5', 2, 'number')).toBeUndefined();
    for (const wire of [undefined, null, true, {}, [], 1.5]) expect(readDecimal(wire, 2, 'number')).toBeUndefined();
  });

  it('comes back from the wire, as text and as a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.constantFrom(0, 2, 4, 5, 7), (value, places) => {
        for (const written of ['text', 'number'] as const) {
          // A number of more places than money has is small, but for a few that JSON writes with an exponent.
          const asNumber = places <= 2 || (Math.abs(value) < 1e8 && (value === 0 || Math.abs(value) >= 10));
          if (written === 'number' && !asNumber) continue;
          expect(readDecimal(overTheWire(writeDecimal(value, places, written)), places, written)).toBe(value);
        }
      }),
    );
  });

  it('whole numbers have no point, no sign of zero and no more than is exact', () => {
    for (const text of ['1.0', '-0', '1e2', '', '99999999999999999']) {
      expect(readWhole(number(text), 'number')).toBeUndefined();
      expect(readWhole(text, 'text')).toBeUndefined();
    }
    expect([readWhole('05', 'text'), readWhole(number('5'), 'number')]).toEqual([5, 5]);
  });
});

describe('days and months', () => {
  it.each([
    ['20260228', 'YYYYMMDD', '2026-02-28'],
    ['20260230', 'YYYYMMDD', undefined],
    ['2026-02-28', 'YYYYMMDD', undefined],
    ['2024-02-29', 'YYYY-MM-DD', '2024-02-29'],
    ['2023-02-29', 'YYYY-MM-DD', undefined],
    ['2026-11-23 23:59:59', 'YYYY-MM-DD HH:mm:ss', '2026-11-23'],
    ['2026-11-23 24:00:00', 'YYYY-MM-DD HH:mm:ss', undefined],
    ['2026-11-22T16:00:00Z', 'ISO', '2026-11-23'],
    ['2026-11-22T15:59:59.999Z', 'ISO', '2026-11-22'],
    ['2026-11-23T00:00:00+08:00', 'ISO', '2026-11-23'],
    ['2026-11-23T00:00:00+0800', 'ISO', '2026-11-23'],
    ['2026-12-31T23:30:00-05:00', 'ISO', '2027-01-01'],
    ['2026-02-30T00:00:00Z', 'ISO', undefined],
    ['2026-11-23T00:00:00', 'ISO', undefined],
    [20260228, 'YYYYMMDD', undefined],
  ] as const)('%s as %s is %s', (wire, form, day) => expect(readDay(wire, form)).toBe(day));

  it.each([
    ['202601', 'YYYYMM', '2026-01'],
    ['202613', 'YYYYMM', undefined],
    ['202600', 'YYYYMM', undefined],
    ['2026-01', 'YYYY-MM', '2026-01'],
    ['202601', 'YYYY-MM', undefined],
  ] as const)('%s as %s is %s', (wire, form, month) => expect(readMonth(wire, form)).toBe(month));
});

it('JSON keeps numbers as they were written, and names that objects have by birth harmless', () => {
  expect(parseWireJson('{"a": [1.50, -0, 1e2], "__proto__": {"b": "x"}}')).toEqual(
    Object.defineProperty({ a: [new WireNumber('1.50'), new WireNumber('-0'), new WireNumber('1e2')] }, '__proto__', {
      value: { b: 'x' },
      enumerable: true,
    }),
  );
});
