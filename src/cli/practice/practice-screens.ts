import { createInterface } from 'node:readline/promises';
import { preferencesOf } from '../../client/preferences-of.ts';
import { exitCode } from '../../contract/exit-code.ts';
import { stateOf } from '../../practice/exam/exam-state.ts';
import { progressOf } from '../../practice/learning/today.ts';
import { disputesIn, noteDispute } from '../../practice/records/dispute.ts';
import { marksAgain } from '../../practice/records/remark.ts';
import type { RunResult } from '../../practice/records/run-result.ts';
import type { MenuChoice, MenuState } from '../../tui/practice/menu/menu-state.ts';
import { openMarks } from '../../tui/practice/open-marks.ts';
import { openPracticeMenu } from '../../tui/practice/open-practice-menu.ts';
import { ScreenEnded } from '../../tui/practice/screen/ended.ts';
import type { ScreenNotice } from '../../tui/practice/screen/practice-screen.ts';
import type { ScreenOptions } from '../../tui/practice/screen/screen-options.ts';
import type { Context } from '../context.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { Failure } from '../failure.ts';
import { writeOut } from '../output/stdout.ts';
import type { Work } from '../run.ts';
import { isTerminal } from '../seat/open.ts';
import { terminalOf } from '../seat/terminal-of.ts';
import { wrongUsage } from '../usage-failure.ts';
import { beginExam } from './exam/begin-exam.ts';
import { shippedExamData } from './exam/exam-data.ts';
import { examFolder, inFolder } from './exam/exam-desk.ts';
import { resultOfExam } from './exam/result.ts';
import { sitExam } from './exam/sit-exam.ts';
import { freshSeed } from './exam/start.ts';
import { goodRun } from './good-run.ts';
import { openSchool, type School, traineeName } from './school.ts';
import { sitDown } from './sit-down.ts';

/** A seed of a call that nobody chose. */
const seedsOfCalls = 1_000_000;

const leftHalfDone: ScreenNotice = { kind: 'refused', words: (say) => say('school.left') };

/** One trainee at the school, from the menu to the calls and back. */
class AtSchool {
  private readonly context: Context;
  private readonly school: School;
  private readonly screen: ScreenOptions;
  private readonly trainee: string;

  constructor(context: Context, school: School, screen: ScreenOptions, trainee: string) {
    this.context = context;
    this.school = school;
    this.screen = screen;
    this.trainee = trainee;
  }

  /** Until the trainee goes. */
  async practise(): Promise<void> {
    let first: MenuState | undefined;
    for (;;) {
      const choice = await openPracticeMenu({ ...this.screen, ...this.menu(), first });
      if (choice.do === 'quit') return;
      first = { ...choice.from, notice: await this.follow(choice) };
    }
  }

  /** @returns what the menu has to say of it */
  private async follow(choice: Exclude<MenuChoice, { do: 'quit' }>): Promise<ScreenNotice | undefined> {
    switch (choice.do) {
      case 'run':
        return (await this.run(choice.scenario)) ? undefined : leftHalfDone;
      case 'report':
        await this.report(choice.run);
        return undefined;
      case 'resume-exam':
        return this.sit(choice.exam);
      case 'exam': {
        const asked = { blueprint: choice.blueprint, trainee: this.trainee, seed: freshSeed() };
        const { exam } = await beginExam(this.context, asked);
        return this.sit(exam);
      }
    }
  }

  /** An exam; when it is handed in, or its time is over, its result on the terminal's own lines, where it can be scrolled and copied. */
  private async sit(exam: string): Promise<undefined> {
    const { state } = await sitExam(this.context, this.school, exam, this.screen);
    if (!state.seal) return;
    const { say } = this.context;
    await writeOut(`【${say('practice.word')}】${await resultOfExam(this.context, exam)}`);
    // The screen before let go of it.
    process.stdin.ref();
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    await lines.question(`\n${say('practice.exam.back')}`).catch(() => undefined);
    lines.close();
  }

  private get results(): RunResult[] {
    return this.school.runs.results().results.filter(({ trainee }) => trainee === this.trainee);
  }

  private menu() {
    const { context, school, trainee, results } = this;
    const scenarios = school.scenarios.map(({ scenario }) => scenario);
    const { base } = school;
    return {
      trainee,
      scenarios,
      results,
      progress: progressOf(scenarios, results, Date.now()),
      topicOf: (id: string) => {
        const topic = base.topics.get(id);
        return topic && { name: topic.name, group: topic.group, articles: base.ofTopic(id) };
      },
      exams: {
        blueprints: [...shippedExamData(context).blueprints.values()].map(
          ({ id, title, about, minutes, pass, parts }) => ({
            id,
            title: title[context.language],
            about: about[context.language],
            minutes,
            pass,
            questions: parts.reduce((sum, { count }) => sum + count, 0),
          }),
        ),
        open: this.openExams(),
      },
    };
  }

  /** Exams of this trainee that were begun and not handed in, and whose time is not over. */
  private openExams() {
    const { context, trainee } = this;
    return inFolder(context, () => {
      const folder = examFolder(context);
      return folder.ids().flatMap((id) => {
        const { entries, faults } = folder.read(id) ?? { entries: [], faults: [] };
        if (faults.length > 0 || entries.length === 0) return [];
        const { start, seal } = stateOf(entries);
        if (seal || start.trainee !== trainee || start.ends <= Date.now()) return [];
        return [{ id, title: start.blueprint.title[context.language], endsAt: start.ends }];
      });
    });
  }

  /** A call at the seat, and its marks; again as long as the trainee wants. @returns whether the last one came to its end */
  private async run(id: string): Promise<boolean> {
    const file = this.school.scenarios.find(({ scenario }) => scenario.id === id)!;
    for (;;) {
      const seed = Math.floor(Math.random() * seedsOfCalls);
      const sitting = { file, seed, trainee: this.trainee, terminal: this.screen.terminal };
      const { recording, marks, over } = await sitDown(this.context, this.school, sitting);
      // Who leaves in the midst of a call has not been marked.
      if (!over) return false;
      const result = this.school.runs.keep(recording, file.scenario, marks, new Date().toISOString());
      if ((await this.report(result.id)) !== 'again') return true;
    }
  }

  /** The marks of a run, with a good handling beside it. */
  private async report(run: string): Promise<'again' | 'menu'> {
    const { context, school } = this;
    const recording = school.runs.recording(run);
    const again = recording && marksAgain(recording, school.library.rules);
    if (!recording || !again)
      throw new Failure('not_found', exitCode.notFound, context.say('practice.no-run', { id: run }));
    const file = school.scenarios.find(({ scenario }) => scenario.id === again.scenario.id);
    const good = file && (await goodRun(context, school, file, recording.seed));
    const isOfExam = this.results.find(({ id }) => id === run)?.exam !== null;
    let disputed: string | undefined;
    for (;;) {
      const choice = await openMarks({
        ...this.screen,
        marks: again.marks,
        recording,
        scenario: again.scenario,
        ...(good && !isOfExam && { good }),
        pass: school.library.rules.weights.pass,
        hints: !isOfExam,
        topicName: (topic) => school.base.topicName(topic),
        titleOf: (article) => school.base.article(article)?.title,
        disputes: disputesIn(school.runs.dir).filter((dispute) => dispute.run === run),
        disputed,
      });
      if (choice.do !== 'dispute') return choice.do;
      noteDispute(school.runs.dir, { at: new Date().toISOString(), run, mark: choice.mark, note: choice.note });
      disputed = choice.mark;
    }
  }
}

/** `practice`: the menu, and the seat. Needs a terminal. */
export const practise: Work<[], { trainee?: string }> = async (context, _, options) => {
  const { say, language, color } = context;
  if (!isTerminal()) throw wrongUsage(say('practice.no-terminal'), say('practice.no-terminal.hint'));
  const terminal = await terminalOf(context);
  handleSignalsMyself();
  const screen = { language, color, terminal, preferences: preferencesOf(await context.profile()) };
  try {
    await new AtSchool(context, await openSchool(context), screen, traineeName(options.trainee)).practise();
    return exitCode.done;
  } catch (error) {
    if (error instanceof ScreenEnded) return error.code;
    throw error;
  }
};
