import { show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { openSchool } from './school.ts';

interface ListOptions {
  level?: string;
  topic?: string;
  domain?: string;
}

/** `practice list` */
export const listScenarios: Work<[], ListOptions> = async (context, _, { level, topic, domain }) => {
  const school = await openSchool(context);
  const scenarios = school.scenarios
    .map(({ scenario }) => scenario)
    .filter((one) => level === undefined || String(one.level) === level)
    .filter((one) => topic === undefined || `${one.topic}.`.startsWith(`${topic}.`))
    .filter((one) => domain === undefined || one.domain === domain)
    .map(({ id, title, level: of, topic: about, domain: where }) => ({
      id,
      title,
      level: of,
      topic: about,
      domain: where,
    }));
  const { say } = context;
  await show(context, { scenarios }, () =>
    table(
      [say('practice.col.id'), say('practice.col.level'), say('practice.col.topic'), say('practice.col.title')],
      scenarios.map(({ id, level: of, topic: about, title }) => [id, of, about, title]),
    ),
  );
  return undefined;
};
