import { progressOf } from '../../practice/learning/today.ts';
import { show } from '../output/show.ts';
import { facts, table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { openSchool, traineeName } from './school.ts';

/** `practice due`: what to practise today, and why. */
export const practiceDue: Work<[], { trainee?: string }> = async (context, _, options) => {
  const { say } = context;
  const school = await openSchool(context);
  const trainee = traineeName(options.trainee);
  const results = school.runs.results().results.filter((one) => one.trainee === trainee);
  const progress = progressOf(
    school.scenarios.map(({ scenario }) => scenario),
    results,
    Date.now(),
  );
  const today = progress.today.map(({ scenario, reason }) => ({
    id: scenario.id,
    title: scenario.title,
    level: scenario.level,
    topic: scenario.topic,
    reason,
  }));
  const weak = progress.weak.map(({ topic, recall, lastScore, times }) => ({
    topic,
    name: school.base.topicName(topic),
    recall: Math.round(recall * 100) / 100,
    lastScore,
    times,
    articles: school.base.ofTopic(topic).map(({ id }) => id),
  }));
  await show(context, { trainee, today, weak, streak: progress.streak }, () =>
    [
      table(
        [say('practice.col.id'), say('practice.col.level'), say('practice.col.reason'), say('practice.col.title')],
        today.map(({ id, level, reason, title }) => [id, level, say(`practice.due.${reason}`), title]),
      ),
      ...(weak.length === 0
        ? []
        : ['\n', facts(weak.map(({ topic, name, articles }) => [topic, `${name}  ${articles.join(' ')}`] as const))]),
    ].join(''),
  );
  return undefined;
};
