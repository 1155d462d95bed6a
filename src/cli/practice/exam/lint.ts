import { exitCode } from '../../../contract/exit-code.ts';
import { plainText } from '../../../domain/text/plain-text.ts';
import { KnowledgeBase } from '../../../kb/knowledge-base.ts';
import { readExamTexts } from '../../../practice/exam/exam-data.ts';
import { faultWords } from '../../../practice/exam/fault.ts';
import { lintExams } from '../../../practice/exam/lint/lint-exams.ts';
import { readKnowledge } from '../../kb/seat-knowledge.ts';
import { localDay } from '../../output/local-time.ts';
import { remark, show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { practiceFolder } from './exam-data.ts';

/** `practice exam lint`: `file:line: sentence` each, and exit 8, when something is wrong. */
export const lintExamData: Work<[string | undefined], object> = async (context, [folder]) => {
  const { say, language } = context;
  const texts = readExamTexts(folder ?? practiceFolder(context));
  const base = new KnowledgeBase((await readKnowledge(context)).documents);
  const articles = new Map(
    base.list().flatMap(({ id }) => {
      const article = base.article(id);
      return article ? [[id, article] as const] : [];
    }),
  );
  const world = { topics: base.topics, policy: base.policy, articles, today: localDay() };
  const { questions, blueprints, faults } = lintExams(texts.questions, texts.blueprints, world);
  const problems = faults.map((fault) => ({
    file: fault.file,
    line: fault.line,
    code: fault.code,
    message: faultWords(fault, language),
  }));
  await show(context, { questions, blueprints, problems }, () =>
    problems
      .map(({ file, line, message }) => `${plainText(`${file}:${line}: ${message}`, { multiline: false })}\n`)
      .join(''),
  );
  const count = problems.length;
  remark(
    context,
    count === 0
      ? say('exam.lint.clean', { questions, blueprints })
      : say('exam.lint.problems', { questions, blueprints, count }),
  );
  return count === 0 ? exitCode.done : exitCode.checkFailed;
};
