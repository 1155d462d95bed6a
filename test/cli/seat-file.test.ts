import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { seatFile } from '../../scripts/seat-file.ts';
import { root } from './support/program.ts';

it('the built seat is all ASCII: the launcher reads it as that, and a character of two bytes would become two', () => {
  const file = readFileSync(path.join(root, 'dist/seat.js'));
  expect(file.findIndex((byte) => byte > 127)).toBe(-1);
  expect(file.toString('latin1', 0, 44)).toMatch(/^\/\*[0-9a-f]{40}\*\/$/);
});

it('regular expressions mean the same when they are written in ASCII', () => {
  const made = seatFile(
    'require(/^[０-９一-龥…]+$/u.test("\\u4E00…") && /[😀]/u.test("\\u{1F600}") && !/[，]/.test("\\u3002"))',
  );
  let said: unknown;
  // As the launcher does it.
  new Function(`return ${made}`)()((value: unknown) => {
    said = value;
  });
  expect(said).toBe(true);
});

it('has another name when it says something else, and refuses what it cannot write', () => {
  expect(seatFile('1').slice(0, 44)).not.toBe(seatFile('2').slice(0, 44));
  expect(() => seatFile('String.raw`中文`')).toThrow('String.raw');
});
