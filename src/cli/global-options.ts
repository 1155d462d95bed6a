import { type Command, Option } from 'commander';
import { languages } from '../contract/language.ts';
import type { Say } from './words/words.ts';

/** What every command understands, before or after its name. */
export interface GlobalValues {
  hub?: string;
  token?: string;
  profile?: string;
  json?: boolean;
  lang?: string;
  /** false by --no-color */
  color?: boolean;
  timeout?: string;
  data?: string;
  /** false by --no-input */
  input?: boolean;
}

/** Their names among a command's options; what they say is in the context. */
export const globalNames: ReadonlySet<string> = new Set(
  Object.keys({
    hub: true,
    token: true,
    profile: true,
    json: true,
    lang: true,
    color: true,
    timeout: true,
    data: true,
    input: true,
  } satisfies Record<keyof GlobalValues, true>),
);

/** Hidden where they are only repeated: help shows them once, under the program's own heading. */
export const addGlobalOptions = (command: Command, say: Say, hidden: boolean): void => {
  const options = [
    new Option('--hub <url>', say('global.hub')),
    new Option('--token <token>', say('global.token')),
    new Option('--profile <name>', say('global.profile')),
    new Option('--json', say('global.json')),
    new Option('--lang <language>', say('global.lang')),
    new Option('--no-color', say('global.color')),
    new Option('--timeout <ms>', say('global.timeout')),
    new Option('--data <dir>', say('global.data')),
    new Option('--no-input', say('global.input')),
  ];
  for (const option of options) {
    if (option.long === '--lang') option.argChoices = [...languages];
    command.addOption(option.hideHelp(hidden));
  }
};

/** The global options as given on the command line: of several, the one furthest to the right in the tree of commands. */
export const givenGlobals = (command: Command): GlobalValues => {
  const given: Record<string, unknown> = {};
  const chain: Command[] = [];
  for (let at: Command | null = command; at; at = at.parent) chain.unshift(at);
  for (const at of chain) {
    for (const [key, value] of Object.entries(at.opts<Record<string, unknown>>())) {
      if (at.getOptionValueSource(key) === 'cli') given[key] = value;
    }
  }
  return given;
};
