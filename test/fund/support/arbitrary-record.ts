import fc from 'fast-check';
import * as z from 'zod';
import { kindOf } from '../../../src/fund-wire/kind.ts';

const text = (shape: z.ZodString): fc.Arbitrary<string> => {
  const { pattern } = (shape.def.checks ?? [])
    .map((check) => check._zod.def as { pattern?: RegExp })
    .find((check) => check.pattern) ?? { pattern: undefined };
  return pattern
    ? fc.stringMatching(pattern)
    : fc.string({ unit: 'grapheme', minLength: shape.minLength ?? 0, maxLength: Math.min(shape.maxLength ?? 20, 20) });
};

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);

const day = fc
  .date({ min: new Date('1980-01-01T00:00:00Z'), max: new Date('2079-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any value of a record's shape, its bounds included. */
export const arbitraryOf = (shape: z.ZodType): fc.Arbitrary<unknown> => {
  if (shape instanceof z.ZodNullable) return fc.option(arbitraryOf(shape.unwrap() as z.ZodType), { nil: null });
  if (shape instanceof z.ZodObject) {
    return fc.record(
      Object.fromEntries(Object.entries(shape.shape).map(([name, field]) => [name, arbitraryOf(field as z.ZodType)])),
    );
  }
  if (shape instanceof z.ZodArray) {
    const minLength = shape.safeParse([]).success ? 0 : 1;
    return fc.array(arbitraryOf(shape.element as z.ZodType), { minLength, maxLength: 5 });
  }
  if (shape instanceof z.ZodUnion) return fc.oneof(...shape.options.map((option) => arbitraryOf(option as z.ZodType)));
  if (shape instanceof z.ZodEnum) return fc.constantFrom(...shape.options);
  if (shape instanceof z.ZodBoolean) return fc.boolean();
  if (shape instanceof z.ZodNumber) {
    const [min, max] = [shape.minValue ?? -1e9, Math.min(shape.maxValue ?? 1e9, 1e14)];
    return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
  }
  const kind = kindOf(shape);
  if (kind.is === 'day') return day;
  if (kind.is === 'month') return month;
  return text(shape as z.ZodString).filter((value) => shape.safeParse(value).success);
};
