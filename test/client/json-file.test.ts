import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { JsonFile } from '../../src/client/json-file.ts';
import { PersonFile } from '../../src/client/person-file.ts';
import { temporaryDir } from '../support/stores.ts';

it('is written for its owner alone, in a folder that is made for it, and read as it was written', async () => {
  const file = new JsonFile(path.join(await temporaryDir(), 'a', 'b', 'x.json'));
  expect(file.read()).toBeUndefined();
  file.write({ 话: 1 });
  expect(file.read()).toEqual({ 话: 1 });
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file.path)).mode & 0o777).toBe(0o700);
});

it('reads what an editor saved with a byte order mark, and says when it is no object', async () => {
  const file = new JsonFile(path.join(await temporaryDir(), 'x.json'));
  writeFileSync(file.path, '\uFEFF{"a": 1}');
  expect(file.read()).toEqual({ a: 1 });
  for (const text of ['', '[1]', '"a"', 'null', '{']) {
    writeFileSync(file.path, text);
    expect(() => file.read()).toThrow(SyntaxError);
  }
});

it('what is kept of a person: a spoilt file is as good as none, and a folder that takes nothing is no error', async () => {
  const dir = await temporaryDir();
  const kept = new PersonFile(dir, 'use', z.object({ n: z.number() }), { n: 0 });
  writeFileSync(path.join(dir, 'use.json'), '{ spoilt');
  expect(kept.read('li')).toEqual({ n: 0 });
  kept.change('li', ({ n }) => ({ n: n + 1 }));
  // Who it is need not be known to go on with what the last one had.
  expect([kept.read('li'), kept.read(undefined), kept.read('wang')]).toEqual([{ n: 1 }, { n: 1 }, { n: 0 }]);
  const nowhere = path.join(dir, 'file');
  writeFileSync(nowhere, '');
  const lost = new PersonFile(nowhere, 'use', z.object({ n: z.number() }), { n: 0 });
  expect(() => lost.change('li', () => ({ n: 5 }))).not.toThrow();
  expect(lost.read('li')).toEqual({ n: 0 });
  expect(readFileSync(nowhere, 'utf8')).toBe('');
});
