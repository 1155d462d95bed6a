// Writes kb-cache/manifest.json anew: `node scripts/update-manifest.ts`, after a change of any article or data file.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { manifestFile, manifestText } from '../src/cli/kb/manifest.ts';
import { readSnapshot } from '../src/kb/snapshot.ts';

const dir = path.join(import.meta.dirname, '../kb-cache');
writeFileSync(path.join(dir, manifestFile), manifestText(await readSnapshot(dir)));
