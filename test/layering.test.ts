import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');

it('every room imports only what ARCHITECTURE.md allows it, without cycles', () => {
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const report = JSON.parse(
    execFileSync(process.execPath, [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      encoding: 'utf8',
    }),
  );
  expect(report.summary.violations.map(({ rule, from, to }: never) => ({ rule, from, to }))).toEqual([]);
  // Modules were really read: without a TypeScript compiler the cruiser sees nothing and finds nothing wrong.
  expect(report.summary.totalCruised).toBeGreaterThan(200);
});
