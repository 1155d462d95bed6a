import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** Ink's ways to its developer tools: a variable that nobody sets here. */
const inkTools = ["await import('./devtools.js')", 'await loadPackageJson()'] as const;

/**
 * For the seat as one file that is run in one go, so without `await` outside of functions. Yoga, which lays out for Ink, is filled in when it is
 * compiled; `src/tui/layout-ready.ts` tells when.
 */
export const inOneGo: Plugin = {
  name: 'in-one-go',
  setup: (build) => {
    build.onLoad({ filter: /node_modules\/ink\/build\/reconciler\.js$/ }, async ({ path: file }) => {
      let contents = await readFile(file, 'utf8');
      for (const tool of inkTools) {
        if (!contents.includes(tool)) throw new Error(`${file} has no "${tool}": see scripts/seat-file.ts`);
        contents = contents.replace(tool, '{}');
      }
      return { contents };
    });
    build.onLoad({ filter: /node_modules\/yoga-layout\/dist\/src\/index\.js$/ }, async ({ path: file }) => {
      const contents = await readFile(file, 'utf8');
      const made = 'const Yoga = wrapAssembly(await loadYoga());';
      if (!contents.includes(made)) throw new Error(`${file} makes Yoga otherwise: see scripts/seat-file.ts`);
      const late =
        'const Yoga = {};\nexport const ready = loadYoga().then((made) => Object.assign(Yoga, wrapAssembly(made)));';
      return { contents: contents.replace(made, late) };
    });
    // Where every command is, which is loaded for what the seat does not do itself.
    build.onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: './cli.js', external: true }));
    build.onLoad({ filter: /src\/tui\/layout-ready\.ts$/ }, ({ path: file }) => ({
      contents: "export { ready as layoutReady } from 'yoga-layout';",
      resolveDir: path.dirname(file),
    }));
  },
};

/**
 * The seat's file as the launcher runs it: a function in nothing but ASCII, which is read fastest and takes half the memory. The bundler leaves regular
 * expressions as they are written; there, and there only, an escape means the same as the character. What was compiled of it is kept under the name
 * at its head.
 */
export const seatFile = (text: string): string => {
  // Nor does it escape what a tag reads as it is written.
  if (/\.raw`[^`]*[^\0-\x7f]/.test(text)) throw new Error('String.raw with Chinese in it: see scripts/seat-file.ts');
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const name = createHash('sha1').update(ascii).digest('hex');
  return `/*${name}*/(function(require,module,__filename,__dirname,whenShown){${ascii}\n})`;
};
