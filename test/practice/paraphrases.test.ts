import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { Claim } from '../../src/practice/claims/claim.ts';
import { readTurn } from '../../src/practice/claims/turn.ts';
import { library } from './school.ts';

/**
 * Other ways to say the main point of ten scenarios, and sentences that only look like it: written before the claims were. `held-out.yaml` was
 * never looked at while they were made.
 */
const Sentences = z.array(
  z.strictObject({ topic: z.string(), point: z.string(), right: z.array(z.string()), wrong: z.array(z.string()) }),
);
const sets = ['seen', 'held-out'].map((name) =>
  Sentences.parse(parse(readFileSync(path.resolve('test/practice/paraphrases', `${name}.yaml`), 'utf8'))),
);

const claimOn = (topic: string): Claim => {
  const says = library.scenarios
    .flatMap(({ scenario }) => (scenario?.topic === topic ? scenario.expect.say : []))
    .find(({ id }) => id === 'point')?.says;
  if (says === undefined) throw new Error(`no scenario on ${topic} has a point`);
  return new Claim(says, library.rules.vocabulary);
};

/** How many of a scenario's sentences are judged as a person judges them. */
const judged = (topic: string, of: 'right' | 'wrong') => {
  const claim = claimOn(topic);
  const sentences = sets.flatMap((set) => set.filter((one) => one.topic === topic).flatMap((one) => one[of]));
  const hits = sentences.filter((said) => (claim.heardIn(readTurn(said)) === 'said') === (of === 'right'));
  return { hits: hits.length, of: sentences.length };
};

const topics = sets[0]!.map(({ topic }) => topic);
const total = (of: 'right' | 'wrong'): number => topics.reduce((sum, topic) => sum + judged(topic, of).hits, 0);

it('of a hundred ways to say the right thing nine of ten are heard, and of a hundred that only look like it nine of ten are not', () => {
  expect(topics).toHaveLength(10);
  for (const topic of topics) for (const of of ['right', 'wrong'] as const) expect(judged(topic, of).of).toBe(10);
  const table = topics.map(
    (topic) => `${topic}: right ${judged(topic, 'right').hits}, wrong ${judged(topic, 'wrong').hits} of 10`,
  );
  process.stderr.write(`${table.join('\n')}\ntotal: right ${total('right')}, wrong ${total('wrong')} of 100\n`);
  for (const topic of topics) {
    for (const of of ['right', 'wrong'] as const) expect(judged(topic, of).hits, topic).toBeGreaterThanOrEqual(9);
  }
  expect(total('right')).toBeGreaterThanOrEqual(90);
  expect(total('wrong')).toBeGreaterThanOrEqual(90);
});
