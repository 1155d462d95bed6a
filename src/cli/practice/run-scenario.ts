import { readFile } from 'node:fs/promises';
import { parse as parseYaml } from 'yaml';
import { exitCode } from '../../contract/exit-code.ts';
import type { Marks } from '../../practice/marking/marks.ts';
import type { Context } from '../context.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { Failure } from '../failure.ts';
import { refused as inputRefused } from '../input/checked.ts';
import { check } from '../input/problems.ts';
import { readStdin } from '../input/text-or-stdin.ts';
import { show } from '../output/show.ts';
import { writeOut } from '../output/stdout.ts';
import type { Work } from '../run.ts';
import { isTerminal } from '../seat/open.ts';
import { terminalOf } from '../seat/terminal-of.ts';
import { wrongUsage } from '../usage-failure.ts';
import { marksDocument, marksTable } from './mark-lines.ts';
import { playInMemory } from './play-in-memory.ts';
import { openSchool, type School, scenarioNamed, traineeName } from './school.ts';
import type { RefusedStep } from './script/play-script.ts';
import { Script } from './script/script-form.ts';
import { sitDown } from './sit-down.ts';

interface RunOptions {
  answers?: string;
  seed?: string;
  trainee?: string;
  keep?: boolean;
}

/** @throws {Failure} exit 3 when it cannot be read */
const readText = async ({ say }: Context, file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Failure('not_found', exitCode.notFound, say('practice.cannot-read', { file, reason: code }));
  }
};

/** A script that plays the trainee, from a file or stdin. @throws {Failure} exit 3, exit 7 */
export const scriptFrom = async (context: Context, file: string): Promise<Script> =>
  scriptOf(context, file === '-' ? await readStdin(context, '--answers') : await readText(context, file));

/** A seed from the command line. @throws {Failure} exit 2 */
export const seedOf = ({ say }: Context, given: string | undefined): number => {
  if (given === undefined) return 1;
  if (!/^\d{1,9}$/.test(given)) throw wrongUsage(say('practice.bad-seed'));
  return Number(given);
};

/** @throws {Failure} exit 7 with what is wrong in the script */
const scriptOf = (context: Context, text: string): Script => {
  let data: unknown;
  try {
    data = parseYaml(text) ?? {};
  } catch (error) {
    throw inputRefused(context, [{ field: '', problem: (error as Error).message }]);
  }
  const read = check(Script, data, context);
  if (!read.ok) throw inputRefused(context, read.problems);
  return read.value;
};

/** At the seat screen, by whoever sits there. */
const sitAndMark = async (context: Context, id: string, options: RunOptions): Promise<number> => {
  const { say } = context;
  if (!isTerminal()) throw wrongUsage(say('practice.run.no-terminal'), say('practice.run.no-terminal.hint'));
  const terminal = await terminalOf(context);
  const school = await openSchool(context);
  const file = scenarioNamed(context, school, id);
  handleSignalsMyself();
  const sitting = { file, seed: seedOf(context, options.seed), trainee: traineeName(options.trainee), terminal };
  const { recording, marks, over, exit } = await sitDown(context, school, sitting);
  if (exit !== exitCode.done) return exit;
  if (!over) {
    await writeOut(`${say('practice.run.left')}\n`);
    return exitCode.checkFailed;
  }
  school.runs.keep(recording, file.scenario, marks, new Date().toISOString());
  await showMarks(context, school, file.scenario.title, marks, []);
  return marks.passed ? exitCode.done : exitCode.checkFailed;
};

const showMarks = (
  context: Context,
  school: School,
  title: string,
  marks: Marks,
  refused: readonly RefusedStep[],
  document: object = {},
): Promise<void> => {
  const { say } = context;
  const { passed, score } = marks;
  return show(context, { ...document, ...marksDocument(marks, context, school), refused }, () =>
    [
      `【${say('practice.word')}】${title}\n\n`,
      marksTable(marks, context, school),
      `\n${say(passed ? 'practice.run.passed' : 'practice.run.failed', { score, pass: school.library.rules.weights.pass })}\n`,
      ...refused.map(({ step, why }) => `${say('practice.run.refused', { step, why })}\n`),
    ].join(''),
  );
};

/**
 * `practice run ID`: one scenario, by whoever sits at the terminal; with `--answers FILE` a script plays the trainee, in a time of its own. Exit
 * 8 below the pass mark.
 */
export const runScenario: Work<[string], RunOptions> = async (context, [id], options) => {
  if (options.answers === undefined) return sitAndMark(context, id, options);
  const seed = seedOf(context, options.seed);
  const script = await scriptFrom(context, options.answers);
  const school = await openSchool(context);
  const file = scenarioNamed(context, school, id);
  const trainee = traineeName(options.trainee);
  const { recording, marks, refused } = await playInMemory(context, school, file, script, { seed, trainee });
  if (options.keep) school.runs.keep(recording, file.scenario, marks, new Date().toISOString());
  const document = { scenario: id, run: recording.id, seed, steps: recording.steps };
  await showMarks(context, school, file.scenario.title, marks, refused, document);
  return marks.passed ? exitCode.done : exitCode.checkFailed;
};
