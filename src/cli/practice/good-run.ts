import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Recording } from '../../practice/recording/recording.ts';
import type { Context } from '../context.ts';
import { playInMemory } from './play-in-memory.ts';
import { type School, shippedPractice } from './school.ts';
import { Handlings } from './script/handling-form.ts';

/** A good handling of the same call, by the same citizen, to be read beside a run; undefined for a scenario that none ships with. */
export const goodRun = async (
  context: Context,
  school: School,
  file: School['scenarios'][number],
  seed: number,
): Promise<Recording | undefined> => {
  let text: string;
  try {
    text = await readFile(path.join(shippedPractice(context), 'handlings', `${file.scenario.id}.yaml`), 'utf8');
  } catch {
    return undefined;
  }
  const { good } = Handlings.parse(parseYaml(text));
  const { recording } = await playInMemory(
    context,
    school,
    file,
    { steps: good },
    { seed, trainee: context.say('practice.good') },
  );
  return recording;
};
