import { toInstant } from '../../../contract/shapes/text.ts';
import { rankTrainees } from '../../../practice/exam/analysis/rank.ts';
import { sealedExams } from '../../../practice/exam/verify.ts';
import { localTime } from '../../output/local-time.ts';
import { remark, show } from '../../output/show.ts';
import { table } from '../../output/table.ts';
import type { Work } from '../../run.ts';
import { term } from '../../words/words.ts';
import { inFolder } from './exam-desk.ts';

interface RankOptions {
  readonly blueprint?: string;
  readonly latest?: boolean;
}

/** `practice rank`: one result a person; who reached the same has the same rank. */
export const rankExams: Work<[], RankOptions> = async (context, _args, { blueprint: only, latest = false }) => {
  const { say, language } = context;
  const { exams, broken } = inFolder(context, sealedExams);
  const by = latest ? 'latest' : 'best';
  const tables = rankTrainees(exams, by).filter(({ blueprint }) => only === undefined || blueprint === only);
  const ranks = tables.map(({ blueprint, title, rows }) => ({
    blueprint,
    title,
    rows: rows.map(({ at, ...row }) => ({ ...row, handedInAt: toInstant(at) })),
  }));
  await show(context, { by, ranks, broken }, () => {
    if (ranks.length === 0) return `${say('exam.items.none')}\n`;
    return ranks
      .map(({ title, rows }) => {
        const told = table(
          [
            say('exam.col.rank'),
            say('exam.col.trainee'),
            say('exam.col.score'),
            say('exam.col.state'),
            say('exam.col.handed-in'),
            say('exam.col.sat'),
            say('exam.col.id'),
          ],
          rows.map(({ rank, trainee, points, of, percent, passed, handedInAt, sat, exam }) => [
            rank,
            trainee,
            `${percent}% (${points}/${of})`,
            term(language, 'examState', passed ? 'passed' : 'failed'),
            localTime(handedInAt),
            sat,
            exam,
          ]),
        );
        return `${title[language]}\n${told}`;
      })
      .join('\n');
  });
  if (broken.length > 0) remark(context, say('exam.left-out', { exams: broken.join(' ') }));
  return undefined;
};
