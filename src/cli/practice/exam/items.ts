import { analyseItems, fewest } from '../../../practice/exam/analysis/item-analysis.ts';
import { sealedExams } from '../../../practice/exam/verify.ts';
import { remark, show } from '../../output/show.ts';
import { table } from '../../output/table.ts';
import type { Work } from '../../run.ts';
import { term } from '../../words/words.ts';
import { inFolder } from './exam-desk.ts';

const two = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(2));

/** Marks the choices that are right. */
const sign = (right: boolean): string => (right ? '✓' : '·');

/** `practice exam items`: the least telling questions first. */
export const showItems: Work<[], object> = async (context) => {
  const { say, language } = context;
  const { exams, broken } = inFolder(context, sealedExams);
  const items = analyseItems(exams);
  await show(context, { exams: exams.length, broken, items }, () => {
    if (items.length === 0) return `${say('exam.items.none')}\n`;
    const rows = table(
      [
        say('exam.col.question'),
        say('exam.col.kind'),
        say('exam.col.asked'),
        say('exam.col.difficulty'),
        say('exam.col.correlation'),
        say('exam.col.discrimination'),
      ],
      items.map((item) => [
        item.id,
        term(language, 'examKind', item.kind),
        item.asked,
        two(item.difficulty),
        two(item.correlation),
        two(item.discrimination),
      ]),
    );
    // Each question's choices stand under its row.
    const [head = '', ...lines] = rows.trimEnd().split('\n');
    const told = items.flatMap(({ choices = [] }, at) => [
      lines[at] ?? '',
      ...choices.map(({ right, ...use }) => say('exam.items.choice', { ...use, mark: sign(right) })),
    ]);
    return `${[head, ...told].join('\n')}\n`;
  });
  remark(context, say('exam.items.sum', { exams: exams.length, questions: items.length, fewest }));
  if (broken.length > 0) remark(context, say('exam.left-out', { exams: broken.join(' ') }));
  return undefined;
};
