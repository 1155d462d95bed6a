import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { builtins } from '../../../scripts/builtins.ts';
import { lean } from '../../../scripts/lean/lean.ts';
import { mendInk } from '../../../scripts/mend-ink.ts';
import { inOneGo, seatFile } from '../../../scripts/seat-file.ts';
import { cleanEnv, type Program } from './program.ts';

const root = path.join(import.meta.dirname, '../../..');

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  minifyWhitespace: true,
  minifySyntax: true,
  keepNames: true,
  legalComments: 'none',
  alias: { 'react-devtools-core': './scripts/empty-module.ts' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * A small Ink program beside ours, started by a copy of our launcher. `usual`: as such programs are bundled, with Node's compile cache. `as-seat`: as
 * one file of which everything compiled is kept, with our leaner libraries; what is left between it and the seat is the seat itself.
 */
export const inkProgram = async (
  name: 'hello' | 'plain-screen',
  folder: string,
  how: 'usual' | 'as-seat' = 'usual',
): Promise<Program> => {
  const place = path.join(folder, `${name}-${how}`);
  const entryPoints = { cli: path.join(import.meta.dirname, `${name}.tsx`) };
  await build({
    ...common,
    entryPoints,
    outdir: path.join(place, 'dist'),
    splitting: true,
    format: 'esm',
    charset: 'utf8',
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  if (how === 'as-seat') {
    const plugins = [inOneGo, mendInk, lean, builtins];
    const { outputFiles } = await build({
      ...common,
      entryPoints,
      outdir: place,
      format: 'cjs',
      charset: 'ascii',
      plugins,
      write: false,
    });
    writeFileSync(path.join(place, 'dist/seat.js'), seatFile(outputFiles[0]!.text));
  }
  mkdirSync(path.join(place, 'bin'), { recursive: true });
  for (const file of ['expert-seat.js', 'package.json'])
    copyFileSync(path.join(root, 'bin', file), path.join(place, 'bin', file));
  writeFileSync(path.join(place, 'package.json'), '{"type":"module"}\n');
  return { command: [path.join(place, 'bin/expert-seat.js')], env: cleanEnv(place) };
};
