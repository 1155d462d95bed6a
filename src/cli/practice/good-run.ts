import type { Recording } from '../../practice/recording/recording.ts';
import type { Context } from '../context.ts';
import { handlingsOf } from './handlings.ts';
import { playInMemory } from './play-in-memory.ts';
import type { School } from './school.ts';

/** A good handling of the same call, by the same citizen, to be read beside a run; undefined for a scenario without one. */
export const goodRun = async (
  context: Context,
  school: School,
  file: School['scenarios'][number],
  seed: number,
): Promise<Recording | undefined> => {
  const handlings = await handlingsOf(context, file.scenario.id);
  if (!handlings) return undefined;
  const { recording } = await playInMemory(
    context,
    school,
    file,
    { steps: handlings.good },
    { seed, trainee: context.say('practice.good') },
  );
  return recording;
};
