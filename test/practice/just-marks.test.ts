import { expect, it } from 'vitest';
import type { ScriptStep } from '../../src/cli/practice/script/script-form.ts';
import { handlingsOf, lostIn, marksOf, openSchool } from './school.ts';

const school = await openSchool();

/** What is lost when a good handling is changed: words said besides, or in place of its first greeting. */
const lostWith = async (id: string, { besides, greeting }: { besides?: string; greeting?: string }) => {
  const { good } = handlingsOf(id);
  const steps = good.flatMap((step, at): ScriptStep[] => {
    if (at === 1 && greeting !== undefined) return [{ say: greeting }];
    return at === 3 && besides !== undefined ? [{ say: besides }, step] : [step];
  });
  const { recording } = await school.play(id, steps);
  return lostIn(marksOf(recording));
};

it.each(['五万不五万的我也不能说', '够不够五万，我没法跟您说', '我不能告诉您够不够五万'])(
  'who refuses to tell has told nothing: 「%s」',
  async (besides) => {
    expect(await lostWith('gjj-spouse-balance', { besides })).not.toContain('identity.disclosure');
  },
);

it.each(['他账上有五万，别的我不能说', '本来我不能说，他账户里有五万呢'])(
  'who tells and then refuses has told: 「%s」',
  async (besides) => {
    expect(await lostWith('gjj-spouse-balance', { besides })).toContain('identity.disclosure');
  },
);

it('a greeting before a pause is a greeting', async () => {
  expect(await lostWith('gjj-spouse-balance', { greeting: '你好啊 公积金这边的' })).not.toContain('manner.greeting');
  expect(await lostWith('gjj-spouse-balance', { greeting: '喂，哪位，啥事啊' })).toContain('manner.greeting');
});

it('the good handling tells the balance of the citizen who rang, not of another', async () => {
  const { good } = handlingsOf('gjj-balance-by-phone');
  const { recording } = await school.play('gjj-balance-by-phone', good);
  const said = recording.steps.flatMap((step) => (step.do === 'say' ? [step.text] : []));
  expect(said.join()).toMatch(/余额一共[\d,]+\.\d\d元/);
  // Who never verified anybody has no balance to tell.
  const blind = await school.play(
    'gjj-balance-by-phone',
    good.filter((step) => step !== 'verify'),
  );
  const { steps } = blind.recording;
  expect(blind.refused).not.toEqual([]);
  expect(JSON.stringify(steps.filter(({ do: what }) => what === 'say'))).not.toContain('余额一共');
});
