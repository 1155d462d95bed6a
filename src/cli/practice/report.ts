import { exitCode } from '../../contract/exit-code.ts';
import { progressOf } from '../../practice/learning/today.ts';
import { disputesIn } from '../../practice/records/dispute.ts';
import { marksAgain } from '../../practice/records/remark.ts';
import { type PageWords, resultPage } from '../../practice/records/result-page.ts';
import type { RunResult } from '../../practice/records/run-result.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { localTime } from '../output/local-time.ts';
import { show } from '../output/show.ts';
import { writeOut } from '../output/stdout.ts';
import { facts, table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { marksDocument, marksTable } from './mark-lines.ts';
import { openSchool, type School, traineeName } from './school.ts';
import { storyLines } from './story.ts';

interface ReportOptions {
  trainee?: string;
  run?: string;
  format?: string;
}

/** What a seal that does not hold means for who reads the report. */
const faultsOf = (school: School): { list: number; recordings: number } => ({
  list: school.runs.results().faults.length,
  recordings: school.runs.recordingFaults().length,
});

/** A run with its marks, computed again from its recording. @throws {Failure} exit 3 when there is none */
const oneRun = async (context: Context, school: School, id: string): Promise<number> => {
  const { say } = context;
  const result = school.runs.results().results.find((one) => one.id === id || one.id.startsWith(id));
  const recording = result && school.runs.recording(result.id);
  const again = recording && marksAgain(recording, school.library.rules);
  if (!result || !recording || !again)
    throw new Failure('not_found', exitCode.notFound, say('practice.no-run', { id }));
  const sameRules = recording.rules === school.library.rulesDigest;
  const disputes = disputesIn(school.runs.dir).filter(({ run }) => run === result.id);
  const document = {
    run: result,
    ...marksDocument(again.marks, context, school),
    sameRules,
    same: again.marks.score === result.score,
    disputes,
    steps: recording.steps,
    model: again.scenario.model_answer,
  };
  await show(context, document, () =>
    [
      `【${say('practice.word')}】${result.title}  ${result.trainee}  ${localTime(result.startedAt)}\n\n`,
      storyLines(recording, context).join('\n'),
      '\n\n',
      marksTable(again.marks, context, school),
      `\n${say('practice.model')}  ${again.scenario.model_answer}\n`,
      ...(sameRules ? [] : [`${say('practice.other-rules')}\n`]),
      ...disputes.map(({ mark, note }) => `${say('practice.disputed', { mark, note })}\n`),
    ].join(''),
  );
  return exitCode.done;
};

const pageWords = ({ say, language }: Context, { passed, sealed }: { passed: number; sealed: boolean }): PageWords => ({
  language,
  word: say('practice.word'),
  runs: say('practice.report.runs'),
  passed: say('practice.report.passed', { count: passed }),
  streak: say('practice.report.streak'),
  weak: say('practice.report.weak'),
  seal: say('practice.report.seal'),
  sealState: say(sealed ? 'practice.seal.holds' : 'practice.seal.broken'),
  when: say('practice.col.when'),
  scenario: say('practice.col.id'),
  title: say('practice.col.title'),
  score: say('practice.col.score'),
  timeOf: localTime,
});

const resultRow = ({ id, startedAt, scenario, title, score, passed }: RunResult): (string | number)[] => [
  id.slice(0, 8),
  localTime(startedAt),
  scenario,
  score,
  passed ? '✓' : '✗',
  title,
];

/** `practice report`: how a trainee stands; `--run` one run with its marks and what was said. Exit 8 when a seal does not hold. */
export const practiceReport: Work<[], ReportOptions> = async (context, _, options) => {
  const { say } = context;
  const school = await openSchool(context);
  if (options.run !== undefined) return oneRun(context, school, options.run);
  const trainee = traineeName(options.trainee);
  const list = school.runs.results();
  const results = list.results.filter((one) => one.trainee === trainee);
  const progress = progressOf(
    school.scenarios.map(({ scenario }) => scenario),
    results,
    Date.now(),
  );
  const faults = faultsOf(school);
  const weak = progress.weak.map((one) => ({
    ...one,
    name: school.base.topicName(one.topic),
    articles: school.base.ofTopic(one.topic).map(({ id }) => id),
  }));
  const document = {
    practice: true,
    trainee,
    runs: results,
    passed: progress.passed,
    streak: progress.streak,
    weak,
    head: list.head,
    sealed: faults.list === 0 && faults.recordings === 0,
  };
  if (options.format === 'html') await writeOut(resultPage(document, pageWords(context, document)));
  else
    await show(context, document, () =>
      [
        facts([
          [say('practice.word'), trainee],
          [
            say('practice.report.runs'),
            `${results.length}（${say('practice.report.passed', { count: progress.passed })}）`,
          ],
          [say('practice.report.streak'), progress.streak],
          [
            say('practice.report.weak'),
            weak.map(({ topic, name, articles }) => `${topic} ${name}  ${articles.join(' ')}`).join('\n'),
          ],
          [say('practice.report.seal'), say(document.sealed ? 'practice.seal.holds' : 'practice.seal.broken')],
        ]),
        '\n',
        table(
          [
            '',
            say('practice.col.when'),
            say('practice.col.id'),
            say('practice.col.score'),
            '',
            say('practice.col.title'),
          ],
          results.map(resultRow),
        ),
      ].join(''),
    );
  return document.sealed ? exitCode.done : exitCode.checkFailed;
};
