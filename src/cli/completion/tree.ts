import type { Command, Option } from 'commander';

/** What may be typed after a command, as the shells' scripts need it. */
export interface Node {
  /** `calls take`; empty for the program itself. */
  path: string;
  about: string;
  verbs: { name: string; about: string }[];
  flags: Flag[];
  /** What the command's argument may be: words, or ids that the program is asked for. */
  words: readonly string[];
  ids: 'calls' | 'tickets' | 'documents' | 'actions' | undefined;
}

export interface Flag {
  name: string;
  about: string;
  /** Takes a value; of these words when they are few, else of files when it names one. */
  takes: boolean;
  words: readonly string[];
  file: boolean;
}

const flagOf = (option: Option): Flag[] => {
  const takes = option.required || option.optional;
  const file = /<(file|path|dir)>/.test(option.flags);
  const shape = { about: option.description, takes, words: option.argChoices ?? [], file };
  return [option.long, option.short].flatMap((name) => (name ? [{ name, ...shape }] : []));
};

const idKinds: Readonly<Record<string, Node['ids']>> = {
  call: 'calls',
  ticket: 'tickets',
  document: 'documents',
  action: 'actions',
};

const idsOf = ({ registeredArguments: [argument] }: Command): Node['ids'] => argument && idKinds[argument.name()];

/** Every visible command of the program, read from the program itself: completion cannot know less than help. */
export const nodesOf = (command: Command, path: readonly string[] = []): Node[] => {
  const help = command.createHelp();
  const verbs = help.visibleCommands(command).filter((verb) => verb.name() !== 'help');
  const node: Node = {
    path: path.join(' '),
    about: command.description(),
    verbs: verbs.map((verb) => ({ name: verb.name(), about: verb.description() })),
    flags: [
      ...command.options.flatMap(flagOf),
      ...help
        .visibleOptions(command)
        .filter(({ long }) => long === '--help')
        .flatMap(flagOf),
    ],
    words: command.registeredArguments[0]?.argChoices ?? [],
    ids: idsOf(command),
  };
  return [node, ...verbs.flatMap((verb) => nodesOf(verb, [...path, verb.name()]))];
};
