import { z } from 'zod';
import { readYaml } from '../files/read-yaml.ts';
import { confidences, Day, Source, safeLine } from './article/article.ts';
import { fieldReason } from './article/field-reason.ts';
import type { Problem } from './problem.ts';

/** A figure that a decree or notice sets, and the days on which it holds. */
export const PolicyEntry = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/, 'a name such as deposit.ratio.max'),
    value: z.union([z.number(), safeLine(40)]),
    /** Follows the value as it is read out; absent when the value says it all. */
    unit: safeLine(12).optional(),
    from: Day,
    to: Day.optional(),
    source: Source,
    confidence: z.enum(confidences),
  })
  .refine(({ from, to }) => to === undefined || to >= from, '`to` is before `from`');
export type PolicyEntry = z.infer<typeof PolicyEntry>;

/** All figures by name, each name's entries in order of their first day. */
export type Policy = ReadonlyMap<string, readonly PolicyEntry[]>;

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

/** The entry of a name that holds on a day (`YYYY-MM-DD`). */
export const policyOn = (policy: Policy, name: string, day: string): PolicyEntry | undefined =>
  policy.get(name)?.find(({ from, to }) => from <= day && (to === undefined || day <= to));

/** A figure as it is read out: value and unit, such as `5%` or `3倍`. */
export const figure = ({ value, unit }: Pick<PolicyEntry, 'value' | 'unit'>): string => `${value}${unit ?? ''}`;

const reference = /\{\{policy:([^{}\s]+)\}\}/g;

/** The names of the figures that a text refers to, in order, each once. */
export const policyNames = (text: string): string[] => [
  ...new Set([...text.matchAll(reference)].map((match) => match[1]!)),
];

/** A text with its figures as they hold on a day; a figure that does not is shown by its name in brackets. */
export const withFigures = (text: string, policy: Policy, day: string): string =>
  text.replace(reference, (_, name: string) => {
    const entry = policyOn(policy, name, day);
    return entry ? figure(entry) : `〔${name}〕`;
  });
