import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { exitCode } from '../../../contract/exit-code.ts';
import { line, toInstant } from '../../../contract/shapes/text.ts';
import { parsePolicy } from '../../../kb/parse-policy.ts';
import { parseTopics } from '../../../kb/topics.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { refused } from '../../input/checked.ts';
import { check } from '../../input/problems.ts';
import { readKnowledge } from '../../kb/seat-knowledge.ts';
import { nearest } from '../../nearest.ts';
import { localDay, localTime } from '../../output/local-time.ts';
import { remark, show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { shippedExamData } from './exam-data.ts';
import { atDesk } from './exam-desk.ts';
import { examDocument } from './exam-view.ts';
import { liveScenarios } from './live-scenarios.ts';
import { shortfallWords } from './shortfalls.ts';

interface StartOptions {
  readonly blueprint: string;
  readonly trainee: string;
  readonly seed?: string;
}

const Trainee = z.object({ trainee: line(40) });

/** Seeds are 32 bits. */
const seeds = 2 ** 32;

const seedOf = (context: Context, typed: string | undefined): number => {
  if (typed === undefined) return randomInt(seeds);
  const seed = /^\d{1,10}$/.test(typed) ? Number(typed) : seeds;
  if (seed >= seeds) throw refused(context, [{ field: 'seed', problem: context.say('exam.bad-seed') }]);
  return seed;
};

/** `practice exam start`: draws a paper by the figures that lie on this machine. */
export const startExam: Work<[], StartOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const { bank, blueprints } = shippedExamData(context);
  const blueprint = blueprints.get(options.blueprint);
  if (!blueprint) {
    const meant = nearest(options.blueprint, [...blueprints.keys()]);
    const told = say('exam.no-blueprint', { blueprint: options.blueprint });
    throw new Failure('not_found', exitCode.notFound, told + (meant ? say('usage.meant', { word: meant }) : ''), {
      hint: say('exam.none.hint'),
    });
  }
  const named = check(Trainee, { trainee: options.trainee }, context);
  if (!named.ok) throw refused(context, named.problems);
  const { documents } = await readKnowledge(context);
  const textOf = (id: string): string | undefined => documents.find((document) => document.id === id)?.text;
  const topics = parseTopics(textOf('topics') ?? '');
  const { policy } = parsePolicy(textOf('policy') ?? '[]');
  const seed = seedOf(context, options.seed);
  const { trainee } = named.value;
  const started = atDesk(context, '', (desk) =>
    desk.start({
      blueprint,
      stock: { bank, topics, scenarios: liveScenarios() },
      policy,
      day: localDay(),
      seed,
      trainee,
    }),
  );
  const { start } = started.state;
  await show(context, { ...examDocument(started), shortfalls: started.shortfalls }, () => {
    const told = say('exam.started', {
      exam: started.exam,
      title: blueprint.title[language],
      questions: start.items.length,
      points: start.items.reduce((sum, { points }) => sum + points, 0),
      pass: blueprint.pass,
      minutes: blueprint.minutes,
      ends: localTime(toInstant(start.ends)),
    });
    return `${told}\n${say(blueprint.hints.search ? 'exam.search.yes' : 'exam.search.no')}\n`;
  });
  for (const shortfall of started.shortfalls) remark(context, shortfallWords(context, shortfall));
  return undefined;
};
