import { readYaml } from '../../../files/read-yaml.ts';
import type { Fault } from '../fault.ts';
import { fieldReason } from '../field-reason.ts';
import { Blueprint } from './blueprint.ts';

export interface ReadBlueprint {
  readonly blueprint: Blueprint | undefined;
  readonly faults: readonly Fault[];
  lineAt(path: readonly PropertyKey[]): number;
}

/** Reads the one blueprint of a file. */
export const parseBlueprint = (text: string): ReadBlueprint => {
  const { value, faults, lineAt } = readYaml(text, Blueprint, { reasonOf: fieldReason });
  return { blueprint: value, faults, lineAt };
};
