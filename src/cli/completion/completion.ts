import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { refused } from '../input/checked.ts';
import { writeOut } from '../output/stdout.ts';
import type { Work } from '../run.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { type Node, nodesOf } from './tree.ts';
import { zshScript } from './zsh.ts';

const scripts: Record<string, (nodes: readonly Node[]) => string> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

const unknownShell = (context: Context) =>
  refused(context, [
    { field: 'shell', problem: context.say('completion.unknown', { known: Object.keys(scripts).join(' | ') }) },
  ]);

/** `completion SHELL`: the script that teaches the shell this program's commands. */
export const completionOf =
  (program: Command): Work<[string], object> =>
  async (context, [shell]) => {
    const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
    if (!script) throw unknownShell(context);
    await writeOut(script(nodesOf(program)));
    return undefined;
  };
