import type { Plugin } from 'esbuild';

/**
 * conf loads a validator of JSON schemas, which is a quarter of a seat's start, for stores that have a schema. Ours have none: what is
 * read from them is checked by zod.
 */
export const confWithoutSchemas: Plugin = {
  name: 'conf-without-schemas',
  setup: (build) => {
    build.onResolve({ filter: /^ajv(\/dist\/2020\.js|-formats)$/ }, ({ path, importer }) =>
      /node_modules\/conf\//.test(importer) ? { path, namespace: 'no-schemas' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'no-schemas' }, () => ({
      contents: `const none = () => { throw new Error('stores with a schema are not bundled: see scripts/conf-without-schemas.ts'); };
        export { none as Ajv2020, none as default };`,
    }));
  },
};
