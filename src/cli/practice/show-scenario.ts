import { pointOf } from '../../practice/claims/claim-form.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import type { Work } from '../run.ts';
import { openSchool, scenarioNamed } from './school.ts';

/** `practice show ID`: what the call is about; with `--solution` also what is expected. */
export const showScenario: Work<[string], { solution?: boolean }> = async (context, [id], { solution }) => {
  const { say } = context;
  const school = await openSchool(context);
  const { scenario } = scenarioNamed(context, school, id);
  const { title, level, topic, domain, teaches, handed_over, expect, model_answer, sources, citizen } = scenario;
  const topicName = school.base.topicName(topic);
  const document = {
    id,
    title,
    level,
    topic,
    domain,
    teaches,
    question: handed_over.question,
    tried: handed_over.tried ?? null,
    mood: citizen.mood,
    seconds: expect.seconds,
    ...(solution && {
      solution: {
        answer: model_answer,
        sources,
        cite: expect.cite,
        identity: expect.identity,
        lookUp: expect.look_up,
        say: expect.say.map(({ says }) => pointOf(says)),
        mustNot: expect.must_not.map(({ says }) => pointOf(says)),
        ending: expect.ending,
      },
    }),
  };
  await show(context, document, () =>
    facts([
      [say('practice.col.id'), id],
      [say('practice.col.title'), title],
      [say('practice.col.level'), level],
      [say('practice.col.topic'), `${topic} ${topicName}`],
      [say('practice.teaches'), teaches],
      [say('practice.question'), handed_over.question],
      [say('practice.tried'), handed_over.tried],
      [say('practice.seconds'), expect.seconds],
      ...(solution
        ? ([
            [say('practice.model'), model_answer],
            [say('practice.say'), expect.say.map(({ says }) => pointOf(says)).join('\n')],
            [say('practice.must-not'), expect.must_not.map(({ says }) => pointOf(says)).join('\n')],
            [say('practice.identity'), say(`practice.identity.${expect.identity}`)],
            [say('practice.sources'), sources.join(' ')],
          ] as const)
        : []),
    ]),
  );
  return undefined;
};
