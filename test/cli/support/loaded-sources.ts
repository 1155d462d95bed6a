import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type Ended, freshFolder, root, run } from './program.ts';

const Meta = z.object({
  outputs: z.record(z.string(), z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) })),
});
const Loaded = z.object({ files: z.array(z.string()), builtins: z.array(z.string()) });

/** Every source that the program loaded, by the build's own account of what its files are made of. */
export const loadedSources = async (
  args: string[],
  env: Record<string, string> = {},
): Promise<{ ended: Ended; sources: string[]; builtins: string[] }> => {
  const list = path.join(freshFolder(), 'loaded.json');
  const recorder = path.join(import.meta.dirname, 'record-modules.mjs');
  const ended = await run(args, { env: { LOADED_MODULES: list, ...env }, node: ['--import', recorder] });
  const { files, builtins } = Loaded.parse(JSON.parse(readFileSync(list, 'utf8')));
  const meta = Meta.parse(
    JSON.parse(readFileSync(path.join(root, 'node_modules/.cache/expert-seat/meta.json'), 'utf8')),
  );
  const sources = files
    .filter((url) => url.startsWith('file:'))
    .flatMap((url) => Object.entries(meta.outputs[path.relative(root, new URL(url).pathname)]?.inputs ?? {}))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => input);
  return { ended, sources, builtins };
};
