import type { Mark, Marks } from '../../practice/marking/marks.ts';
import { aboutOf, inOrder, isLost, type MarksData, points, reasonOf } from '../../tui/practice/marks/marks-data.ts';
import { term } from '../../tui/words/words.ts';
import type { Context } from '../context.ts';
import { table } from '../output/table.ts';
import type { School } from './school.ts';

/** What the words of a mark are made with. */
const wordsOf = ({ base }: Pick<School, 'base'>): Pick<MarksData, 'topicName' | 'hints'> => ({
  topicName: (topic) => base.topicName(topic),
  hints: true,
});

/** Marks as scripts read them. */
export const marksDocument = ({ marks, ...rest }: Marks, { language }: Pick<Context, 'language'>, school: School) => ({
  ...rest,
  marks: marks.map((mark) => ({
    id: mark.id,
    group: mark.group,
    about: mark.about,
    worth: mark.worth,
    earned: mark.earned,
    why: mark.why,
    reason: reasonOf(mark, language, wordsOf(school)),
    steps: mark.steps,
    line: mark.line,
  })),
});

/** Marks as people read them, group by group. */
export const marksTable = (marks: Marks, { say, language }: Context, school: School): string => {
  const words = wordsOf(school);
  const row = (mark: Mark): string[] => [
    isLost(mark) ? '✗' : '✓',
    term(language, 'markGroup', mark.group),
    `${points(mark.earned)}/${points(mark.worth)}`,
    aboutOf(mark, language, words),
    reasonOf(mark, language, words),
  ];
  const head = ['group', 'points', 'about', 'reason'] as const;
  return table(['', ...head.map((name) => say(`practice.col.${name}`))], inOrder(marks).map(row));
};
