/**
 * Builds dist/ from src/: `node scripts/build.ts`. Everything that runs is bundled, so that the packed program installs without
 * dependencies and without a network. Split, so that a command loads only its own part.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lean } from './lean/lean.ts';
import { mendInk } from './mend-ink.ts';
import { thirdParty } from './third-party.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const cache = path.join(root, 'node_modules/.cache/expert-seat');

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // What an error says of a class or a function must stay readable.
  minifyWhitespace: true,
  minifySyntax: true,
  keepNames: true,
  legalComments: 'none',
  charset: 'utf8',
  external: ['pg-native'],
  alias: { 'react-devtools-core': './scripts/empty-module.ts' },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [mendInk, lean],
  // CommonJS packages in the bundle ask for Node's own modules by require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  write: false,
  logLevel: 'warning',
});

// Put together elsewhere and then moved into place, so that a program that starts meanwhile finds one whole build or the other.
const fresh = path.join(cache, `dist-${process.pid}`);
for (const { path: file, contents } of outputFiles) {
  const place = path.join(fresh, path.relative(dist, file));
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, contents);
}
writeFileSync(path.join(fresh, 'THIRD-PARTY.txt'), thirdParty(metafile));
const stale = path.join(cache, `stale-${process.pid}`);
try {
  if (existsSync(dist)) renameSync(dist, stale);
  renameSync(fresh, dist);
} catch (error) {
  // Another build of the same source was quicker.
  if (!existsSync(path.join(dist, 'cli.js'))) throw error;
}
for (const leftover of [stale, fresh]) rmSync(leftover, { recursive: true, force: true });
// Beside the build and not in it: tests ask which source a loaded file is made of.
writeFileSync(path.join(cache, 'meta.json'), JSON.stringify(metafile));
