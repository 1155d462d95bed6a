import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { manifestText } from '../../src/cli/kb/manifest.ts';
import { readSnapshot } from '../../src/kb/snapshot.ts';
import { root } from './support/program.ts';

it('kb-cache/manifest.json is that of what ships (else: node scripts/update-manifest.ts)', async () => {
  const dir = path.join(root, 'kb-cache');
  expect(readFileSync(path.join(dir, 'manifest.json'), 'utf8')).toBe(manifestText(await readSnapshot(dir)));
});
