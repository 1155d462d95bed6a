import { randomUUID } from 'node:crypto';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import { callerOf, filledIn } from '../../practice/citizen/caller.ts';
import { Citizen, meaningsIn } from '../../practice/citizen/citizen.ts';
import { Understanding } from '../../practice/citizen/understanding.ts';
import type { ScenarioFile } from '../../practice/library.ts';
import type { Rules } from '../../practice/marking/rules.ts';
import { PracticeRun, type RunWorld } from '../../practice/run/run.ts';
import type { Scenario } from '../../practice/scenario/scenario.ts';
import type { PracticeLine } from './practice-line.ts';

/** A call of a scenario that rings at the practice line. */
export interface BegunRun {
  readonly id: string;
  readonly scenario: Scenario;
  readonly call: string;
  readonly ticket: string;
  readonly run: PracticeRun;
  /** What the caller would say of themselves. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Hands a scenario's call over to the practice line. `world` without the topics, which come from the knowledge base.
 * @param now milliseconds since the call rang, as the run's recording counts them
 */
export const beginRun = async (
  line: PracticeLine,
  { scenario }: ScenarioFile,
  seed: number,
  rules: Rules,
  base: KnowledgeBase,
  world: Omit<RunWorld, 'topicOf'>,
): Promise<BegunRun> => {
  if (!scenario) throw new TypeError('a scenario with faults cannot be played');
  const caller = callerOf(scenario, line.sandbox, seed);
  const { question, tried, topic, domain, priority } = scenario.handed_over;
  const { call } = await line.frontline.call('calls.transfer', {
    body: {
      phone: caller.phone,
      name: caller.address,
      domain: domain ?? scenario.domain,
      question: filledIn(question, caller) ?? question,
      priority,
      from: rules.manner.frontline,
      ...(tried !== undefined && { tried }),
      ...(topic !== undefined && { topic }),
    },
  });
  const understanding = new Understanding(meaningsIn(scenario, rules.manner), rules.lexicon);
  const citizen = new Citizen(scenario, caller, seed, rules, understanding);
  const run = new PracticeRun(citizen, call.id, { ...world, topicOf: (id) => base.article(id)?.topic });
  return { id: randomUUID(), scenario, call: call.id, ticket: call.ticket, run, facts: caller.facts };
};
