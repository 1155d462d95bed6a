import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { cleanEnv, type Program } from './program.ts';

const root = path.join(import.meta.dirname, '../../..');

/** A small Ink program beside ours: bundled with the same options, started by a copy of our launcher, so with a compile cache too. */
export const inkProgram = async (name: 'hello' | 'plain-screen', folder: string): Promise<Program> => {
  const place = path.join(folder, name);
  await build({
    absWorkingDir: root,
    entryPoints: { cli: path.join(import.meta.dirname, `${name}.tsx`) },
    outdir: path.join(place, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: true,
    legalComments: 'none',
    charset: 'utf8',
    alias: { 'react-devtools-core': './scripts/empty-module.ts' },
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  mkdirSync(path.join(place, 'bin'), { recursive: true });
  for (const file of ['expert-seat.js', 'package.json'])
    copyFileSync(path.join(root, 'bin', file), path.join(place, 'bin', file));
  writeFileSync(path.join(place, 'package.json'), '{"type":"module"}\n');
  return { command: [path.join(place, 'bin/expert-seat.js')], env: cleanEnv(place) };
};
