import type { Argument, Help, HelpConfiguration } from 'commander';
import { cellWidth, wrap } from '../tui/text/width.ts';
import type { Say } from './words/words.ts';

const argumentTerm = (argument: Argument): string =>
  argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;

/** Help laid out by the cells of the terminal, with its own words in the person's language. */
export const helpFormat = (say: Say): HelpConfiguration => {
  const titles: Record<string, string> = {
    'Usage:': say('help.usage'),
    'Arguments:': say('help.arguments'),
    'Options:': say('help.options'),
    'Global Options:': say('help.global'),
    'Commands:': say('help.commands'),
  };
  const extras = (choices: readonly string[] | undefined): string =>
    choices ? say('help.choices', { choices: choices.join(' | ') }) : '';
  return {
    showGlobalOptions: true,
    visibleGlobalOptions: (command) => {
      let program = command;
      while (program.parent) program = program.parent;
      // The program's own --version stands nowhere else.
      return program === command ? [] : program.options.filter(({ hidden, long }) => !hidden && long !== '--version');
    },
    // That options may follow goes without saying; what must be named does not.
    subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) =>
      usage.replaceAll('[options]', say('help.usage.options')).replace('[command]', say('help.usage.command')),
    optionDescription: (option) => option.description + extras(option.argChoices),
    argumentDescription: (argument) => argument.description + extras(argument.argChoices),
    displayWidth: (text) => cellWidth(text),
    boxWrap(this: Partial<Help>, text, width) {
      if (width < (this.minWidthToWrap ?? 40)) return text;
      return wrap(text, width)
        .map((line) => line.text.trimEnd())
        .join('\n');
    },
  };
};
