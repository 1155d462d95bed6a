import { type Context, contextOf } from './context.ts';
import { givenGlobals, globalNames } from './global-options.ts';
import type { SeatCommand } from './seat-command.ts';

/** What a command does. Its number is the exit code; none is 0. */
export type Work<Args extends readonly unknown[], Options> = (
  context: Context,
  args: Args,
  options: Options,
) => Promise<number | undefined>;

/**
 * A commander action that loads what it runs only when it runs: `--help` of a big program must not pay for its parts. Commander
 * gives arguments and options untyped; their types are those of the definition that stands next to this call.
 */
export const lazily =
  <Args extends readonly unknown[], Options>(load: () => Promise<Work<Args, Options>>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as SeatCommand;
    const context = await contextOf(givenGlobals(command), command.say, command.language);
    const work = await load();
    const options = Object.fromEntries(Object.entries(command.opts()).filter(([name]) => !globalNames.has(name)));
    process.exitCode = (await work(context, given.slice(0, -2) as unknown as Args, options as Options)) ?? 0;
  };
