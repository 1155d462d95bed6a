import * as z from 'zod';
import { exitCode } from '../../../contract/exit-code.ts';
import { line } from '../../../contract/shapes/text.ts';
import { parsePolicy } from '../../../kb/parse-policy.ts';
import { parseTopics } from '../../../kb/topics.ts';
import type { Shortfall } from '../../../practice/exam/draw/draw.ts';
import type { OpenExam } from '../../../practice/exam/exam-desk.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { refused } from '../../input/checked.ts';
import { check } from '../../input/problems.ts';
import { readKnowledge } from '../../kb/seat-knowledge.ts';
import { nearest } from '../../nearest.ts';
import { localDay } from '../../output/local-time.ts';
import { openSchool } from '../school.ts';
import { shippedExamData } from './exam-data.ts';
import { atDesk } from './exam-desk.ts';
import { liveScenarios } from './live-scenarios.ts';

const Trainee = z.object({ trainee: line(40) });

/**
 * Draws a paper by the figures that lie on this machine, and begins: the time runs from now.
 * @throws {Failure} exit 3 without such a blueprint, exit 4 when the bank is short, exit 7 for a trainee without a name
 */
export const beginExam = async (
  context: Context,
  asked: { readonly blueprint: string; readonly trainee: string; readonly seed: number },
): Promise<OpenExam & { readonly shortfalls: readonly Shortfall[] }> => {
  const { say } = context;
  const { bank, blueprints } = shippedExamData(context);
  const blueprint = blueprints.get(asked.blueprint);
  if (!blueprint) {
    const meant = nearest(asked.blueprint, [...blueprints.keys()]);
    const told = say('exam.no-blueprint', { blueprint: asked.blueprint });
    throw new Failure('not_found', exitCode.notFound, told + (meant ? say('usage.meant', { word: meant }) : ''), {
      hint: say('exam.none.hint'),
    });
  }
  const named = check(Trainee, { trainee: asked.trainee }, context);
  if (!named.ok) throw refused(context, named.problems);
  const { documents } = await readKnowledge(context);
  const textOf = (id: string): string | undefined => documents.find((document) => document.id === id)?.text;
  const topics = parseTopics(textOf('topics') ?? '');
  const { policy } = parsePolicy(textOf('policy') ?? '[]');
  const stock = { bank, topics, scenarios: liveScenarios(await openSchool(context)) };
  const { trainee } = named.value;
  return atDesk(context, '', (desk) =>
    desk.start({ blueprint, stock, policy, day: localDay(), seed: asked.seed, trainee }),
  );
};
