import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped } from '../../src/domain/text/grouped.ts';

it('groups whole numbers as Intl does', () => {
  const intl = new Intl.NumberFormat('en');
  fc.assert(
    fc.property(fc.maxSafeInteger(), (whole) => {
      expect(grouped(whole)).toBe(intl.format(whole + 0));
    }),
  );
});
