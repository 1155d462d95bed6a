import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { exitCode } from '../../contract/exit-code.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { readScenarios, type ScenarioFile } from '../../practice/library.ts';
import { lintScenarios } from '../../practice/scenario/lint-scenarios.ts';
import { parseScenario } from '../../practice/scenario/parse-scenario.ts';
import { scenarioProblemWords } from '../../practice/scenario/problem.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { ownHandlingProblems } from './handlings.ts';
import { openSchool } from './school.ts';

/** Scenarios in a folder, or a single file; faults name files as the person did. @throws {Failure} exit 3 for what is not there */
const scenariosAt = async ({ say }: Context, place: string): Promise<ScenarioFile[]> => {
  try {
    if ((await stat(place)).isDirectory())
      return (await readScenarios(place)).map((file) => ({ ...file, file: path.join(place, file.file) }));
    const text = await readFile(place, 'utf8');
    return [{ file: place, text, ...parseScenario(text) }];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure('not_found', exitCode.notFound, say('practice.cannot-read', { file: place, reason: code }));
  }
};

/**
 * `practice lint [PLACES…]`: the scenarios in files and folders, or those that ship, and this machine's own with their handlings. Exit 8 when
 * something is wrong.
 */
export const lintPractice: Work<[string[]], object> = async (context, [places]) => {
  const { say, language } = context;
  const school = await openSchool(context);
  const files =
    places.length > 0 ? (await Promise.all(places.map((place) => scenariosAt(context, place)))).flat() : school.files;
  const ofHandlings = places.length > 0 ? [] : await ownHandlingProblems(context);
  const problems = [...lintScenarios(files, school.ground), ...ofHandlings].map((problem) => ({
    file: problem.file,
    line: problem.line,
    code: problem.code,
    message: scenarioProblemWords(problem, language),
  }));
  await show(context, { scenarios: files.length, problems }, () =>
    problems
      .map(({ file, line, message }) => `${plainText(`${file}:${line}: ${message}`, { multiline: false })}\n`)
      .join(''),
  );
  const counts = { scenarios: files.length, count: problems.length };
  remark(context, problems.length === 0 ? say('practice.lint.clean', counts) : say('practice.lint.problems', counts));
  return problems.length === 0 ? exitCode.done : exitCode.checkFailed;
};
