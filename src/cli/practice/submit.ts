import { exitCode } from '../../contract/exit-code.ts';
import type { BodyOf } from '../../contract/routes.ts';
import { progressOf } from '../../practice/learning/today.ts';
import { Failure } from '../failure.ts';
import { withHub } from '../hub/with-hub.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { examResults } from './exam/handed-in.ts';
import { openSchool, traineeName } from './school.ts';

/** The most that a hub takes at once. */
const atOnce = 200;

/**
 * `practice submit`: the results of a trainee, and only those, to the hub at which one is signed in. The one command of practice that speaks to
 * a hub. Again: what the hub has already stays as it is.
 */
export const submitResults: Work<[], { trainee?: string; class?: string }> = async (context, _, options) => {
  const { say } = context;
  const school = await openSchool(context);
  const list = school.runs.results();
  if (list.faults.length > 0 || school.runs.recordingFaults().length > 0)
    throw new Failure('check_failed', exitCode.checkFailed, say('practice.seal.broken'), {
      hint: say('practice.seal.hint'),
    });
  const trainee = traineeName(options.trainee);
  const own = list.results.filter((one) => one.trainee === trainee);
  const exams = examResults(context, trainee);
  if (exams.broken.length > 0)
    throw new Failure('check_failed', exitCode.checkFailed, say('practice.seal.broken'), {
      hint: say('practice.seal.exams', { exams: exams.broken.join(' ') }),
    });
  if (own.length === 0 && exams.results.length === 0)
    throw new Failure('not_found', exitCode.notFound, say('practice.no-results', { trainee }));
  const scenarios = school.scenarios.map(({ scenario }) => scenario);
  const runs = own.map(({ id, scenario, title, score, passed, startedAt, endedAt }) => ({
    id,
    kind: 'run' as const,
    subject: scenario,
    title,
    score,
    passed,
    startedAt,
    endedAt,
    // What was weak when it ended.
    weak: progressOf(
      scenarios,
      own.filter((one) => one.endedAt <= endedAt),
      Date.parse(endedAt),
    )
      .weak.slice(0, 50)
      .map(({ topic }) => topic),
    seal: list.head,
  }));
  const results = [...runs, ...exams.results];
  const submitted = await withHub(context, async (client) => {
    const replies: BodyOf<'practice.submit'>['results'][number]['id'][] = [];
    let added = 0;
    for (let from = 0; from < results.length; from += atOnce) {
      const body = { results: results.slice(from, from + atOnce), ...(options.class && { class: options.class }) };
      const reply = await client.call('practice.submit', { body });
      added += reply.results.filter((one) => one.added).length;
      replies.push(...reply.results.map(({ id }) => id));
    }
    return { results: replies.length, added };
  });
  await show(context, submitted, () => `${say('practice.submitted', submitted)}\n`);
  return undefined;
};
