import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Ink 8 draws every frame from nothing: what it found out of a text (its cells, its styled characters, its width) it forgets with the frame, and
 * that is most of what a frame costs. These changes let it remember, as it does for measuring already; what is drawn is the same.
 */
const changes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'output.js': [
    // Emptied when it has grown, so that a shift's worth of lines is not kept.
    [
      'class OutputCaches {',
      'let kept; const most = 4096; const keptCaches = () => { ' +
        'if (!kept || kept.styledChars.size + kept.widths.size + kept.blockWidths.size > most) kept = new OutputCaches(); ' +
        'return kept; };\nclass OutputCaches {',
    ],
    ['caches = new OutputCaches();', 'caches = keptCaches();'],
  ],
  'render-node-to-output.js': [
    ["import widestLine from 'widest-line';", "import measureText from './measure-text.js';"],
    ['const currentWidth = widestLine(text);', 'const currentWidth = measureText(text).width;'],
  ],
};

/** Makes these changes to Ink as it is bundled. An Ink that has become another one fails the build instead of being changed in the dark. */
export const mendInk: Plugin = {
  name: 'mend-ink',
  setup: (build) => {
    build.onLoad({ filter: /node_modules\/ink\/build\/(output|render-node-to-output)\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [from, to] of changes[path.slice(path.lastIndexOf('/') + 1)] ?? []) {
        if (contents.split(from).length !== 2)
          throw new Error(`${path} has no longer one "${from}": see scripts/mend-ink.ts`);
        contents = contents.replace(from, () => to);
      }
      return { contents };
    });
  },
};
