import { builtinModules, createRequire } from 'node:module';
import type { Plugin } from 'esbuild';

const require = createRequire(import.meta.url);
const known = new Set(builtinModules);
const isName = /^[A-Za-z_$][\w$]*$/;

/**
 * Node's own modules, each as one module of which importers take what they name. Where one is imported into CommonJS the bundler otherwise copies
 * all of it, once for every file that imports it.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup: (build) => {
    build.onResolve({ filter: /^(node:)?[a-z][a-z0-9_]*(\/[a-z]+)*$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      return kind === 'import-statement' && (path.startsWith('node:') || known.has(name))
        ? { path: `node:${name}`, namespace: 'builtin' }
        : undefined;
    });
    build.onResolve({ filter: /./, namespace: 'builtin' }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => {
      const names = Object.keys(require(path)).filter((name) => isName.test(name) && name !== 'default');
      const exports = names.map((name) => `const its_${name} = /* @__PURE__ */ of('${name}');`);
      const list = names.map((name) => `its_${name} as ${name}`).join(', ');
      return {
        contents: `const whole = require('${path}');\nconst of = (name) => whole[name];\n${exports.join('\n')}\nexport { whole as default, ${list} };`,
      };
    });
  },
};
