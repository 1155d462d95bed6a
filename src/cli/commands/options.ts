import { Argument, Option } from 'commander';
import type { Say } from '../words/words.ts';

/**
 * An option of the contract's closed list: help and completion show the list, the contract's shape judges the value, so that a
 * wrong one is refused (exit 7) like any other field.
 */
export const oneOf = (flags: string, about: string, values: readonly string[]): Option => {
  const option = new Option(flags, about);
  option.argChoices = [...values];
  return option;
};

export const argumentOf = (name: string, about: string, values: readonly string[]): Argument => {
  const argument = new Argument(name, about);
  argument.argChoices = [...values];
  return argument;
};

/** Names the intent of a change, so that a script may safely send it again. */
export const keyOption = (say: Say): Option => new Option('--idempotency-key <key>', say('option.key'));

/** Which page of a list. */
export const pageOptions = (say: Say): Option[] => [
  new Option('--limit <count>', say('option.limit')),
  new Option('--after <next>', say('option.after')),
];
