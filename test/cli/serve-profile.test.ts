import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startServe } from './support/hub.ts';
import { freshFolder } from './support/program.ts';

it('a hub whose operator has a profile ends in peace when it is asked to', async () => {
  const folder = freshFolder();
  // Reading a profile brings in libraries that have their own mind about signals.
  writeFileSync(path.join(folder, 'default.json'), '{}');
  const hub = await startServe({ env: { EXPERT_SEAT_CONFIG_DIR: folder } });
  expect(await hub.end()).toBe(0);
});
