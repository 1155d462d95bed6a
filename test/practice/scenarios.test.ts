import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lintScenarios } from '../../src/practice/scenario/lint-scenarios.ts';
import { base, ground, handlingsOf, library, marksOf, openSchool } from './school.ts';

const scenarios = library.scenarios.map(({ scenario }) => scenario!);
const school = await openSchool();

it('all scenarios that ship lint, over all topic groups and three levels', () => {
  expect(lintScenarios(library.scenarios, ground)).toEqual([]);
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  const groupOf = (topic: string): string => `${base.topics.get(topic)!.domain} ${base.topics.get(topic)!.group}`;
  const groups = new Set([...base.topics.keys()].map(groupOf));
  expect([...groups].filter((group) => !scenarios.some(({ topic }) => groupOf(topic) === group))).toEqual([]);
  for (const level of [1, 2, 3]) expect(scenarios.filter((one) => one.level === level).length).toBeGreaterThan(8);
});

it('each has its handlings, and no handling is without its scenario', () => {
  const files = readdirSync(path.resolve('practice/handlings')).map((name) => path.basename(name, '.yaml'));
  expect(files.sort()).toEqual(scenarios.map(({ id }) => id).sort());
  for (const id of files) expect(handlingsOf(id)).toMatchObject({ scenario: id });
});

it.each(['gjj-loan-delayed', 'gjj-spouse-balance', 'gjj-uk-gone-month-end'])(
  '%s: the same seed and the same steps give the same call and the same marks, another seed another caller',
  async (id) => {
    const { good } = handlingsOf(id);
    const [first, again, other] = [
      await school.play(id, good, 3),
      await school.play(id, good, 3),
      await school.play(id, good, 4),
    ];
    expect(again.recording.steps).toEqual(first.recording.steps);
    expect(marksOf(again.recording)).toEqual(marksOf(first.recording));
    expect(marksOf(first.recording).score).toBe(100);
    expect(marksOf(other.recording).score).toBe(100);
    expect(other.recording.steps).not.toEqual(first.recording.steps);
  },
);
