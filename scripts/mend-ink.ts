import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Remembers at least the last `most` things and at most twice as many. */
const recent =
  'class Recent { now = new Map(); before = new Map(); constructor(most) { this.most = most; } ' +
  'get(key) { const found = this.now.get(key) ?? this.before.get(key); if (found !== undefined && !this.now.has(key)) this.set(key, found); return found; } ' +
  'set(key, value) { this.now.set(key, value); if (this.now.size >= this.most) { this.before = this.now; this.now = new Map(); } } }';

/**
 * Ink 8 draws every frame from nothing: what it found out of a text (its cells, its styled characters, its width) it forgets with the frame, and
 * that is most of what a frame costs. These changes let it remember, as it does for measuring already; what is drawn is the same. A frame has
 * some three hundred texts.
 */
const changes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'output.js': [
    ['class OutputCaches {', `${recent}\nclass OutputCaches {`],
    [' widths = new Map();', ' widths = new Recent(4000);'],
    [' blockWidths = new Map();', ' blockWidths = new Recent(400);'],
    [' styledChars = new Map();', ' styledChars = new Recent(400);'],
    [' caches = new OutputCaches();', ' caches = keptCaches;'],
    ['export default class Output {', 'const keptCaches = new OutputCaches();\nexport default class Output {'],
  ],
  'render-node-to-output.js': [
    ["import widestLine from 'widest-line';", "import measureText from './measure-text.js';"],
    ['const currentWidth = widestLine(text);', 'const currentWidth = measureText(text).width;'],
  ],
  // What it does remember is eight thousand texts, which a seat has gathered by noon.
  'measure-text.js': [['maxSize: 4096', 'maxSize: 512']],
  'wrap-text.js': [['maxSize: 4096', 'maxSize: 512']],
};

/** Makes these changes to Ink as it is bundled. An Ink that has become another one fails the build instead of being changed in the dark. */
export const mendInk: Plugin = {
  name: 'mend-ink',
  setup: (build) => {
    build.onLoad(
      { filter: /node_modules\/ink\/build\/(output|render-node-to-output|measure-text|wrap-text)\.js$/ },
      async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [from, to] of changes[path.slice(path.lastIndexOf('/') + 1)] ?? []) {
          if (contents.split(from).length !== 2)
            throw new Error(`${path} has no longer one "${from}": see scripts/mend-ink.ts`);
          contents = contents.replace(from, () => to);
        }
        return { contents };
      },
    );
  },
};
