import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readText } from '../../src/hub/knowledge/read-text.ts';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { temporaryDir } from '../support/stores.ts';

const kbCache = path.join(import.meta.dirname, '../../kb-cache');

it('a folder of knowledge becomes documents: data files first, then articles by domain and id', async () => {
  const dir = await temporaryDir();
  const files: Record<string, string> = {
    'policy.yaml': '[]\n',
    'topics.tsv': 'topic\n',
    'manifest.json': '{}',
    'README.md': 'no article',
    'shebao/sb-0001.md': '社保',
    'shebao/notes.md': 'no article',
    'gongjijin/gjj-0002.md': '二\r\n',
    'gongjijin/gjj-0001.md': '一',
    'gongjijin/gjj-0001.md.bak': '旧',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  }
  expect(await readSnapshot(dir)).toEqual([
    { id: 'policy', kind: 'policy', text: '[]\n' },
    { id: 'topics', kind: 'topics', text: 'topic\n' },
    { id: 'gjj-0001', kind: 'article', text: '一' },
    { id: 'gjj-0002', kind: 'article', text: '二\r\n' },
    { id: 'sb-0001', kind: 'article', text: '社保' },
  ]);
  await writeFile(path.join(dir, 'synonyms.yaml'), 'a: [b]\n');
  expect((await readSnapshot(dir))[2]).toEqual({ id: 'synonyms', kind: 'synonyms', text: 'a: [b]\n' });
});

it('a folder that is not there is an error', async () => {
  await expect(readSnapshot(path.join(await temporaryDir(), 'none'))).rejects.toThrow('ENOENT');
});

it('what ships with this program is of the form that a hub publishes', async () => {
  const documents = await readSnapshot(kbCache);
  expect(documents.map(({ id }) => id)).toEqual(expect.arrayContaining(['policy', 'topics', 'gjj-0001']));
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  const wrong = documents.flatMap(({ id, kind, text }) => {
    const reading = readText(kind, id, text);
    return reading.ok ? [] : [{ id, faults: reading.faults }];
  });
  expect(wrong).toEqual([]);
});
