import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ArticleUseFile, haveRead, haveUsed, noUse, pinOrUnpin } from '../../src/client/article-use.ts';
import { temporaryDir } from '../support/stores.ts';

it('remembers what was pinned, read and used, each once and the last first', () => {
  let use = pinOrUnpin(pinOrUnpin(noUse, 'gjj-0001'), 'gjj-0002');
  expect(use.pinned).toEqual(['gjj-0001', 'gjj-0002']);
  use = pinOrUnpin(use, 'gjj-0001');
  expect(use.pinned).toEqual(['gjj-0002']);
  for (const id of ['gjj-0001', 'gjj-0002', 'gjj-0001']) use = haveUsed(use, id);
  expect(use.recent).toEqual(['gjj-0001', 'gjj-0002']);
  expect(use.uses).toEqual({ 'gjj-0001': 2, 'gjj-0002': 1 });
  for (let at = 0; at < 40; at++) use = haveRead(use, `gjj-${1000 + at}`);
  expect(use.recent).toHaveLength(12);
  expect(use.recent[0]).toBe('gjj-1039');
});

it('keeps it by person, for the last one until it is known who sits here, and readable by nobody else', async () => {
  const dir = await temporaryDir();
  const file = new ArticleUseFile(dir);
  file.change('li', (use) => haveRead(use, 'gjj-0001'));
  file.change('zhang', (use) => haveRead(use, 'gjj-0002'));
  const again = new ArticleUseFile(dir);
  expect(again.read('li').recent).toEqual(['gjj-0001']);
  expect(again.read(undefined).recent).toEqual(['gjj-0002']);
  expect(again.read('wang')).toEqual(noUse);
  // Without a hub it is not known who sits here.
  again.change(undefined, (use) => haveRead(use, 'gjj-0005'));
  expect(again.read('zhang').recent).toEqual(['gjj-0005', 'gjj-0002']);
  // Another seat of the same person has written meanwhile.
  file.change('li', (use) => haveRead(use, 'gjj-0003'));
  again.change('li', (use) => haveRead(use, 'gjj-0004'));
  expect(file.read('li').recent).toEqual(['gjj-0004', 'gjj-0003', 'gjj-0001']);
  expect(statSync(path.join(dir, 'use.json')).mode & 0o777).toBe(0o600);
});

it('takes a file that is no such file for none, and a folder that takes nothing for one that keeps nothing', async () => {
  const dir = await temporaryDir();
  const file = path.join(dir, 'use.json');
  writeFileSync(file, '{"li": {"pinned": 5}, "last": ["x"]');
  expect(new ArticleUseFile(dir).read('li')).toEqual(noUse);
  writeFileSync(file, '{"li": {"pinned": 5}, "last": ["x"]}');
  expect(new ArticleUseFile(dir).read('li')).toEqual(noUse);
  expect(new ArticleUseFile(dir).read(undefined)).toEqual(noUse);
  // A file where the folder should be: nobody, not even root, can write below it.
  const below = path.join(file, 'knowledge');
  chmodSync(dir, 0o700);
  const nowhere = new ArticleUseFile(below);
  nowhere.change('li', (use) => haveRead(use, 'gjj-0001'));
  expect(nowhere.read('li')).toEqual(noUse);
  expect(readFileSync(file, 'utf8')).toContain('pinned');
});
