import type { Scenario } from '../../../practice/scenario/scenario.ts';
import type { Chart } from '../../charts/chart.ts';
import { curveChart } from '../../charts/curve.ts';
import type { Datum } from '../../charts/datum.ts';
import { shareChart } from '../../charts/shares.ts';
import { shown } from '../../text/styled-line.ts';
import { dateTime, dayOf } from '../../text/time.ts';
import type { Say } from '../../words/words.ts';
import { learnt, type MenuData } from './menu-data.ts';
import { levelWords } from './scenario-lines.ts';

/** So many runs tell how it goes; more of them only blur it. */
const mostRuns = 60;

/** Scores over time. */
export const scoreChart = ({ results }: MenuData, say: Say): Chart =>
  curveChart(
    say('school.chart.scores'),
    results.slice(-mostRuns).map(({ startedAt, score }, at, all): Datum => {
      const day = dayOf(startedAt);
      const before = all[at - 1];
      return {
        label: dateTime(startedAt),
        value: score,
        text: say('school.chart.score', { score }),
        tick: before && dayOf(before.startedAt) === day ? undefined : day.slice(5),
      };
    }),
    String,
  );

/** How many scenarios of each kind went well the last time. */
const learntChart = (data: MenuData, title: string, say: Say, kindOf: (scenario: Scenario) => string): Chart => {
  const kinds = Map.groupBy(data.scenarios, kindOf);
  return shareChart(
    title,
    [...kinds].map(([label, scenarios]): Datum => {
      const part = scenarios.filter((scenario) => learnt(data, scenario)).length;
      return {
        label,
        value: part / scenarios.length,
        text: say('school.chart.of', { part, whole: scenarios.length }),
      };
    }),
    1,
  );
};

/** By level, the easiest first. */
export const levelChart = (data: MenuData, say: Say): Chart => {
  const scenarios = data.scenarios.toSorted((a, b) => a.level - b.level);
  return learntChart({ ...data, scenarios }, say('school.chart.levels'), say, ({ level }) => levelWords(level, say));
};

export const groupChart = (data: MenuData, say: Say): Chart =>
  learntChart(data, say('school.chart.groups'), say, ({ topic, domain }) =>
    shown(data.topicOf(topic)?.group ?? domain),
  );
