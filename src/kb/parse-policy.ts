import * as z from 'zod';
import { readYaml } from '../files/read-yaml.ts';
import { fieldReason } from './article/field-reason.ts';
import type { Policy } from './policy.ts';
import { PolicyEntry } from './policy-entry.ts';
import type { Problem } from './problem.ts';

/** Reads `policy.yaml`. Faults carry the line of the entry. */
export const parsePolicy = (text: string): { policy: Policy; faults: readonly Omit<Problem, 'file'>[] } => {
  const { value, faults: found, lineAt } = readYaml(text, z.array(PolicyEntry), { reasonOf: fieldReason });
  const faults: Omit<Problem, 'file'>[] = [...found];
  const policy = new Map<string, PolicyEntry[]>();
  const places = new Map<PolicyEntry, number>();
  (value ?? []).forEach((entry, at) => {
    places.set(entry, lineAt([at, 'name']));
    policy.set(entry.name, [...(policy.get(entry.name) ?? []), entry]);
  });
  for (const [name, entries] of policy) {
    entries.sort((a, b) => (a.from < b.from ? -1 : 1));
    entries.forEach((entry, at) => {
      const next = entries[at + 1];
      if (next && (entry.to === undefined || entry.to >= next.from)) {
        faults.push({ line: places.get(next)!, code: 'policy_overlap', details: { name, from: next.from } });
      }
    });
  }
  return { policy, faults };
};
