import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** Compiles an expression of all emoji when it first measures Chinese, which takes longer than a frame, in every copy of it. */
const name = 'string-width';

const versionAt = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** Packages that each bring the same version of this one share what Ink brings. */
export const oneCopy: Plugin = {
  name: 'one-copy',
  setup: (build) => {
    const shared = path.join(build.initialOptions.absWorkingDir!, 'node_modules/ink/node_modules', name);
    build.onResolve({ filter: new RegExp(`^${name}$`) }, async ({ path: asked, pluginData, ...from }) => {
      if (pluginData === name) return undefined;
      const found = await build.resolve(asked, { ...from, pluginData: name });
      const folder = path.dirname(found.path);
      return versionAt(folder) === versionAt(shared) ? { ...found, path: path.join(shared, path.basename(found.path)) } : found;
    });
  },
};
