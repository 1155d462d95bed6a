/**
 * Builds dist/ from src/: `node scripts/build.ts`. Everything that runs is bundled, so that the packed program installs without
 * dependencies and without a network.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type OutputFile } from 'esbuild';
import { builtins } from './builtins.ts';
import { lean } from './lean/lean.ts';
import { mendInk } from './mend-ink.ts';
import { inOneGo, seatFile } from './seat-file.ts';
import { thirdParty } from './third-party.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const cache = path.join(root, 'node_modules/.cache/expert-seat');

const options = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node24',
  // What an error says of a class or a function must stay readable.
  minifyWhitespace: true,
  minifySyntax: true,
  keepNames: true,
  legalComments: 'none',
  external: ['pg-native'],
  alias: { 'react-devtools-core': './scripts/empty-module.ts' },
  define: {
    'process.env.NODE_ENV': '"production"',
    // Undici's own word for: without the parser that it tries out.
    esbuildDetection: 'true',
  },
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Every command, split, so that a command loads only its own part. */
const commands = await build({
  ...options,
  entryPoints: { cli: 'src/cli/main.ts' },
  splitting: true,
  format: 'esm',
  charset: 'utf8',
  plugins: [mendInk, lean],
  // CommonJS packages in the bundle ask for Node's own modules by require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  chunkNames: 'chunks/[name]-[hash]',
});

/** The seat, which people wait for, in one file, so that all that was compiled of it can be kept (bin/expert-seat.js). */
const seat = await build({
  ...options,
  entryPoints: { seat: 'src/cli/seat-main.ts' },
  format: 'cjs',
  // Identifiers stay as they are; to say so of each function takes time at every start.
  keepNames: false,
  charset: 'ascii',
  plugins: [inOneGo, mendInk, lean, builtins],
  define: { ...options.define, 'import.meta.dirname': '__dirname' },
});

const metafile: Metafile = {
  inputs: { ...commands.metafile.inputs, ...seat.metafile.inputs },
  outputs: { ...commands.metafile.outputs, ...seat.metafile.outputs },
};

// Put together elsewhere and then moved into place, so that a program that starts meanwhile finds one whole build or the other.
const fresh = path.join(cache, `dist-${process.pid}`);
for (const { path: file, contents } of commands.outputFiles) {
  const place = path.join(fresh, path.relative(dist, file));
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, contents);
}
const [{ text }] = seat.outputFiles as [OutputFile];
writeFileSync(path.join(fresh, 'seat.js'), seatFile(text));
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
