import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/** When a file was last written, 0 for one that is not there. Milliseconds. */
const written = (file: string): number => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Tests that run the program as a person does need it built; built once, and only when a source is newer than the build. */
export default (): void => {
  const built = written('dist/cli.js');
  const sources = ['package.json', 'package-lock.json', ...globSync(['src/**/*.*', 'scripts/*.ts'], { cwd: root })];
  if (sources.every((file) => written(file) <= built)) return;
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: 'inherit' });
};
