import type { PracticeResultView } from '../../contract/shapes/practice.ts';
import { withHub } from '../hub/with-hub.ts';
import { show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { openSchool } from './school.ts';

interface StatsOptions {
  class?: string;
  fromHub?: boolean;
}

/** One run or exam of somebody, wherever it was read. */
interface Won {
  readonly trainee: string;
  readonly subject: string;
  readonly score: number;
  readonly passed: boolean;
  readonly weak: readonly string[];
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 10) / 10;

const rate = (all: readonly Won[]): number =>
  all.length === 0 ? 0 : Math.round((all.filter(({ passed }) => passed).length / all.length) * 1000) / 10;

/** `practice stats`: how a class stands, by trainee and by scenario; of this machine, or with `--from-hub` of what was handed in. */
export const practiceStats: Work<[], StatsOptions> = async (context, _, options) => {
  const { say } = context;
  const school = await openSchool(context);
  const won: Won[] = options.fromHub
    ? await withHub(context, async (client) => {
        const all: PracticeResultView[] = [];
        let after: number | undefined;
        do {
          const query = {
            limit: 200,
            ...(options.class && { class: options.class }),
            ...(after !== undefined && { after }),
          };
          const reply = await client.call('practice.results', { query });
          all.push(...reply.results);
          after = reply.next === undefined ? undefined : Number(reply.next);
        } while (after !== undefined);
        return all.map(({ person, ...rest }) => ({ trainee: person.name, ...rest }));
      })
    : school.runs.results().results.map(({ scenario, lost, ...rest }) => ({ subject: scenario, weak: lost, ...rest }));
  const groups = (of: 'trainee' | 'subject') =>
    [...Map.groupBy(won, (one) => one[of])]
      .map(([name, all]) => ({
        name,
        runs: all.length,
        mean: mean(all.map(({ score }) => score)),
        passRate: rate(all),
      }))
      .sort((a, b) => a.passRate - b.passRate || a.mean - b.mean || (a.name < b.name ? -1 : 1));
  const trainees = groups('trainee');
  const subjects = groups('subject');
  const weak = [
    ...Map.groupBy(
      won.flatMap((one) => one.weak),
      (name) => name,
    ),
  ]
    .map(([name, all]) => ({ name, times: all.length }))
    .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
    .slice(0, 20);
  const rows = (all: typeof trainees): (string | number)[][] =>
    all.map(({ name, runs, mean: average, passRate }) => [name, runs, average, `${passRate} %`]);
  const headings = (first: string): string[] => [
    first,
    say('practice.stats.runs'),
    say('practice.stats.mean'),
    say('practice.stats.rate'),
  ];
  await show(context, { runs: won.length, trainees, subjects, weak }, () =>
    [
      table(headings(say('practice.stats.trainee')), rows(trainees)),
      '\n',
      table(headings(say('practice.stats.scenario')), rows(subjects)),
      '\n',
      table(
        [say('practice.stats.weak'), say('practice.stats.times')],
        weak.map(({ name, times }) => [name, times]),
      ),
    ].join(''),
  );
  return undefined;
};
