import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';

const here = import.meta.dirname;
const asksFetch = '"function"!=typeof fetch';

/**
 * Leaves out of the bundle what is never used of a library but read or run at every start of a seat. What is asked of such a library later
 * and is not there fails the build (a name that nobody exports) or says so (a store with a schema).
 */
export const lean: Plugin = {
  name: 'lean',
  setup: (build) => {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: path.join(here, 'undici.mjs') }));
    // conf brings a validator of JSON schemas for stores that have a schema. Ours have none: zod checks what is read from them.
    build.onResolve({ filter: /^ajv(\/dist\/2020\.js|-formats)$/ }, ({ importer }) =>
      /node_modules\/conf\//.test(importer) ? { path: path.join(here, 'no-schemas.ts') } : undefined,
    );
    build.onResolve({ filter: /^when-exit$/ }, () => ({ path: path.join(here, 'when-exit.ts') }));
    // Six packages bring a string-width of their own. One will do, with a quick way for the usual Chinese text.
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      /node_modules/.test(importer) ? { path: path.join(here, 'string-width.ts') } : undefined,
    );
    // Yoga compiles what it carries in itself by way of fetch, for which Node first has to load one.
    build.onLoad({ filter: /node_modules\/yoga-layout\/dist\/binaries\/.*\.js$/ }, async ({ path: file }) => {
      const contents = await readFile(file, 'utf8');
      if (!contents.includes(asksFetch)) throw new Error(`${file} asks no longer for fetch: see scripts/lean`);
      return { contents: contents.replace(asksFetch, 'true') };
    });
  },
};
