import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withKeys } from '../scripts/readme-keys.ts';

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
] as const)('the keys in %s are those of the program (else: node scripts/update-readme.ts)', (file, language) => {
  const readme = readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');
  expect(readme).toBe(withKeys(readme, language));
  expect(readme).toContain('`F9`');
});
