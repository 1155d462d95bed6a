import { randomInt } from 'node:crypto';
import { toInstant } from '../../../contract/shapes/text.ts';
import type { Context } from '../../context.ts';
import { refused } from '../../input/checked.ts';
import { localTime } from '../../output/local-time.ts';
import { remark, show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { beginExam } from './begin-exam.ts';
import { examDocument } from './exam-view.ts';
import { shortfallWords } from './shortfalls.ts';

interface StartOptions {
  readonly blueprint: string;
  readonly trainee: string;
  readonly seed?: string;
}

/** Seeds are 32 bits. */
const seeds = 2 ** 32;

/** A seed that nobody chose. */
export const freshSeed = (): number => randomInt(seeds);

const seedOf = (context: Context, typed: string | undefined): number => {
  if (typed === undefined) return freshSeed();
  const seed = /^\d{1,10}$/.test(typed) ? Number(typed) : seeds;
  if (seed >= seeds) throw refused(context, [{ field: 'seed', problem: context.say('exam.bad-seed') }]);
  return seed;
};

/** `practice exam start`. */
export const startExam: Work<[], StartOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const { blueprint: id, trainee } = options;
  const started = await beginExam(context, { blueprint: id, trainee, seed: seedOf(context, options.seed) });
  const { start } = started.state;
  const { blueprint } = start;
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
