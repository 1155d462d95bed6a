import { describe, expect, it } from 'vitest';
import { editedSteps } from '../../src/cli/practice/script/handling-form.ts';
import type { ScriptStep } from '../../src/cli/practice/script/script-form.ts';
import { lintScenarios } from '../../src/practice/scenario/lint-scenarios.ts';
import { ground, handlingsOf, library, lostIn, marksOf, openSchool } from './school.ts';

/** Every shipped scenario, handled well and badly at the real seat without its picture. SCENARIOS=id,id plays only those. */
const wanted = process.env.SCENARIOS?.split(',');
const scenarios = library.scenarios.filter(
  ({ scenario, file }) => !wanted || wanted.some((id) => scenario?.id === id || file.includes(id)),
);
const school = await openSchool();

const play = async (id: string, steps: readonly ScriptStep[]) => {
  const { recording, refused } = await school.play(id, [...steps]);
  const marks = marksOf(recording);
  const told = marks.marks
    .filter(({ worth, earned }) => earned < worth)
    .map((mark) => `${mark.id}: ${mark.why} ${JSON.stringify(mark.details)}`);
  const call = recording.steps.map(
    (step) => `${Math.round(step.at / 1000)} ${step.do} ${'text' in step ? step.text : ''}`,
  );
  return {
    marks,
    refused,
    story: [...told, ...refused.map(({ step, why }) => `step ${step}: ${why}`), ...call].join('\n'),
  };
};

it.each(scenarios)('$file has no fault', (file) => {
  expect(lintScenarios([file], ground)).toEqual([]);
});

describe.each(scenarios.flatMap(({ scenario }) => (scenario ? [scenario.id] : [])))('%s', (id) => {
  const { good, bad } = handlingsOf(id);

  it('handled well earns everything', async () => {
    const { marks, refused, story } = await play(id, good);
    expect(lostIn(marks), story).toEqual([]);
    expect(refused, story).toEqual([]);
    expect(marks).toMatchObject({ score: 100, passed: true });
  });

  it.each(bad)('$name loses what it should', async ({ edits, loses }) => {
    const { marks, story } = await play(id, editedSteps(good, edits));
    expect(lostIn(marks).sort(), story).toEqual([...loses].sort());
  });

  it('silence earns nothing', async () => {
    const { marks } = await play(id, ['take']);
    expect(marks).toMatchObject({ score: 0, passed: false });
  });
});
