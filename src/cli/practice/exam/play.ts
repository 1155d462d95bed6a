import { exitCode } from '../../../contract/exit-code.ts';
import { rowDigest } from '../../../domain/audit/chain.ts';
import type { OpenExam } from '../../../practice/exam/exam-desk.ts';
import type { Context } from '../../context.ts';
import { handleSignalsMyself } from '../../exit-handling.ts';
import { Failure } from '../../failure.ts';
import { refused } from '../../input/checked.ts';
import { show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { isTerminal } from '../../seat/open.ts';
import { terminalOf } from '../../seat/terminal-of.ts';
import { wrongUsage } from '../../usage-failure.ts';
import { playInMemory } from '../play-in-memory.ts';
import { scriptFrom } from '../run-scenario.ts';
import { openSchool, type School, scenarioNamed } from '../school.ts';
import { sitDown } from '../sit-down.ts';
import { atDesk } from './exam-desk.ts';

/** The seed of a call in an exam: of the exam's own, and another for each question. */
export const seedOfCall = ({ state }: OpenExam, number: number): number => (state.start.seed + number) >>> 0;

/**
 * The scenario of a question. @throws {Failure} exit 3 when the question is no call, or its scenario is gone
 */
export const callOf = (
  context: Context,
  school: School,
  exam: OpenExam,
  number: number,
): School['scenarios'][number] => {
  const item = exam.state.start.items.find((one) => one.number === number);
  if (item?.kind !== 'scenario')
    throw new Failure('not_found', exitCode.notFound, context.say('exam.play.not-live', { number }));
  return scenarioNamed(context, school, item.scenario);
};

/** Keeps a call of an exam: its run among the results, its score in the exam's journal. */
export const keepCall = (
  context: Context,
  school: School,
  exam: string,
  number: number,
  file: School['scenarios'][number],
  { recording, marks }: Pick<Awaited<ReturnType<typeof playInMemory>>, 'recording' | 'marks'>,
): OpenExam => {
  school.runs.keep(recording, file.scenario, marks, new Date().toISOString(), exam);
  return atDesk(context, exam, (desk) => desk.scored(exam, number, marks.score, rowDigest(recording)));
};

/** `practice exam play EXAM NUMBER`: the call of a question. What is left of a call that was broken off is what was done until then. */
export const playQuestion: Work<[string, string], { answers?: string }> = async (context, [exam, typed], options) => {
  const { say } = context;
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (number < 1) throw refused(context, [{ field: 'number', problem: say('exam.bad-number') }]);
  const opened = atDesk(context, exam, (desk) => desk.open(exam));
  const school = await openSchool(context);
  const file = callOf(context, school, opened, number);
  const who = { seed: seedOfCall(opened, number), trainee: opened.state.start.trainee };
  if (options.answers === undefined && !isTerminal())
    throw wrongUsage(say('practice.run.no-terminal'), say('practice.run.no-terminal.hint'));
  const script = options.answers === undefined ? undefined : await scriptFrom(context, options.answers);
  let run: Pick<Awaited<ReturnType<typeof playInMemory>>, 'recording' | 'marks'>;
  if (script === undefined) {
    const terminal = await terminalOf(context);
    atDesk(context, exam, (desk) => desk.called(exam, number));
    handleSignalsMyself();
    run = await sitDown(context, school, { file, terminal, ...who });
  } else {
    atDesk(context, exam, (desk) => desk.called(exam, number));
    run = await playInMemory(context, school, file, script, who);
  }
  keepCall(context, school, exam, number, file, run);
  const { score } = run.marks;
  await show(context, { exam, number, score }, () => `${say('exam.play.scored', { number, score })}\n`);
  return undefined;
};
