import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FundMapping, readMapping } from '../../../src/fund-wire/mapping.ts';

export const mappingText = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../../fund-mapping', `${name}.yaml`), 'utf8');

/** A mapping that ships. */
export const shippedMapping = (name: 'jgj-t-320' | 'example-centre'): FundMapping => {
  const { mapping, faults } = readMapping(mappingText(name));
  if (!mapping) throw new Error(JSON.stringify(faults));
  return mapping;
};
