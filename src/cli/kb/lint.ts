import { exitCode } from '../../contract/exit-code.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { LintReport } from '../../kb/lint/lint-documents.ts';
import { problemWords } from '../../kb/problem.ts';
import type { Context } from '../context.ts';
import { shippedFolder } from '../hub/shipped-knowledge.ts';
import { localDay } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { lintPaths } from './lint-paths.ts';
import { readKnowledge } from './seat-knowledge.ts';

/** Tells what was found, `file:line: sentence` each. @returns the exit code */
export const tellLint = async (context: Context, report: LintReport): Promise<number> => {
  const { say, language } = context;
  const { articles, topics } = report;
  const problems = report.problems.map((problem) => ({
    file: problem.file,
    line: problem.line,
    code: problem.code,
    message: problemWords(problem, language),
  }));
  await show(context, { articles, topics, problems }, () =>
    problems
      .map(({ file, line, message }) => plainText(`${file}:${line}: ${message}`, { multiline: false }))
      .map((line) => `${line}\n`)
      .join(''),
  );
  const count = problems.length;
  remark(context, count === 0 ? say('kb.lint.clean', { articles }) : say('kb.lint.problems', { articles, count }));
  return count === 0 ? exitCode.done : exitCode.checkFailed;
};

/** `kb lint`: the rules of writing (docs/writing-articles), on a folder, single files, or what ships. */
export const lintKnowledge: Work<[string[]], object> = async (context, [places]) => {
  const shipped = shippedFolder();
  const chosen = places.length > 0 ? places : shipped === undefined ? [] : [shipped];
  const rest = async () => (await readKnowledge(context)).documents;
  return tellLint(context, await lintPaths(context, chosen, rest, localDay()));
};
