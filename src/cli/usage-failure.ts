import type { Command } from 'commander';
import { exitCode } from '../contract/exit-code.ts';
import { Failure } from './failure.ts';
import { nearest } from './nearest.ts';
import type { Say } from './words/words.ts';

/** `expert-seat calls take`, as a person would type it. */
const commandPath = (command: Command): string => {
  const names: string[] = [];
  for (let at: Command | null = command; at; at = at.parent) names.unshift(at.name());
  return names.join(' ');
};

/** A wrong usage of a command, in words. */
export const wrongUsage = (message: string, hint?: string): Failure =>
  new Failure('usage', exitCode.usage, message, { hint });

const meant = (say: Say, word: string, known: readonly string[]): string => {
  const found = nearest(word, known);
  return found ? say('usage.meant', { word: found }) : '';
};

const verbs = (command: Command): string[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((verb) => verb.name())
    .filter((name) => name !== 'help');

const flags = (command: Command): string[] =>
  command.options.flatMap(({ long }) => (long ? [long] : [])).concat('--help');

const unknownVerb = (command: Command, say: Say): string => {
  const word = command.args[0] ?? '';
  return say('usage.unknown-command', { command: word }) + meant(say, word, verbs(command));
};

/** What stands behind `=` is not told again: it may be a secret. */
const unknownFlag = (command: Command, say: Say, given: string): string => {
  const flag = given.replace(/=.*/s, '');
  return say('usage.unknown-option', { option: flag }) + meant(say, flag, flags(command));
};

/** Commander's own message in the person's language. One that is not known here is told as it is, in English. */
const sentence = (command: Command, say: Say, message: string, code: string | undefined): string => {
  const quoted = Array.from(message.matchAll(/'([^']*)'/g), (match) => match[1] ?? '');
  const [first = '', second = ''] = quoted;
  switch (code) {
    case 'commander.missingArgument':
      return say('usage.missing-argument', { name: first });
    case 'commander.optionMissingArgument':
      return say('usage.missing-value', { option: first });
    case 'commander.missingMandatoryOptionValue':
      return say('usage.missing-option', { option: first });
    case 'commander.unknownOption':
      return unknownFlag(command, say, first);
    case 'commander.unknownCommand':
      return unknownVerb(command, say);
    case 'commander.excessArguments':
      // Where a verb may stand, a word that is none was meant to be one.
      return verbs(command).length > 0
        ? unknownVerb(command, say)
        : say('usage.excess', { count: command.registeredArguments.length, given: command.args.length });
    case 'commander.conflictingOption':
      return say('usage.conflict', { first, second });
    default:
      return message.replace(/^error: /, '');
  }
};

export const usageFailure = (command: Command, say: Say, message: string, code: string | undefined): Failure =>
  wrongUsage(sentence(command, say, message, code), say('usage.hint', { command: commandPath(command) }));

/** `expert-seat calls` alone. */
export const verbMissing = (command: Command, say: Say): Failure =>
  wrongUsage(
    say('usage.missing-verb', { command: commandPath(command), verbs: verbs(command).join(' ') }),
    say('usage.hint', { command: commandPath(command) }),
  );
