import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readYaml } from '../../files/read-yaml.ts';
import { fieldReason } from '../../kb/article/field-reason.ts';
import type { ScenarioProblem } from '../../practice/scenario/problem.ts';
import type { Context } from '../context.ts';
import { shippedPractice } from './school.ts';
import { Handlings } from './script/handling-form.ts';

/** Good and bad handlings by this machine's own trainers. */
const ownHandlings = ({ dataDir }: Pick<Context, 'dataDir'>): string => path.join(dataDir, 'practice', 'handlings');

const read = (text: string) => readYaml(text, Handlings, { reasonOf: fieldReason });

/** How a scenario is handled, as it ships or by a trainer of this machine; undefined without one that can be read. */
export const handlingsOf = async (context: Context, scenario: string): Promise<Handlings | undefined> => {
  for (const dir of [path.join(shippedPractice(context), 'handlings'), ownHandlings(context)]) {
    const text = await readFile(path.join(dir, `${scenario}.yaml`), 'utf8').catch(() => undefined);
    if (text !== undefined) return read(text).value;
  }
  return undefined;
};

/** What is wrong with the form of this machine's own, by file and line. */
export const ownHandlingProblems = async (context: Context): Promise<ScenarioProblem[]> => {
  const dir = ownHandlings(context);
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.yaml')).sort();
  const problems = names.map(async (name): Promise<ScenarioProblem[]> => {
    const file = path.join(dir, name);
    const { value, faults, lineAt } = read(await readFile(file, 'utf8'));
    if (!value) return faults.map((fault) => ({ ...fault, file }));
    const expected = `${value.scenario}.yaml`;
    return name === expected ? [] : [{ file, line: lineAt(['scenario']), code: 'file_name', details: { expected } }];
  });
  return (await Promise.all(problems)).flat();
};
