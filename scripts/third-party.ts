import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

/** The folder of the package that a bundled file is from: what follows the last node_modules, with its scope. */
const packageFolder = (input: string): string | undefined => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

const licenceText = (folder: string): string => {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return file ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
};

/**
 * What the bundle is made of besides this program: name, version and licence of every package of which at least a byte got in.
 * Some packages ship no licence file; then the word in their manifest stands alone.
 */
export const thirdParty = (meta: Metafile): string => {
  const folders = new Set<string>();
  for (const output of Object.values(meta.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = packageFolder(input);
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  }
  const parts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
      license?: string;
    };
    return `${name} ${version} (${license ?? 'see below'})\n\n${licenceText(folder)}`.trim();
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `Software of others that is part of dist/\n\n${[...new Set(parts)].sort().join(rule)}\n`;
};
