// Writes the key tables of both READMEs anew: `node scripts/update-readme.ts`, after a change of keys or words.
import { readFileSync, writeFileSync } from 'node:fs';
import { withKeys } from './readme-keys.ts';

for (const [file, language] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
] as const) {
  const url = new URL(`../${file}`, import.meta.url);
  writeFileSync(url, withKeys(readFileSync(url, 'utf8'), language));
}
