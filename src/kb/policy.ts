import type { PolicyEntry } from './policy-entry.ts';

export type { PolicyEntry } from './policy-entry.ts';

/** All figures by name, each name's entries in order of their first day. */
export type Policy = ReadonlyMap<string, readonly PolicyEntry[]>;

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
