import { defaultSettings } from '../../domain/settings.ts';
import type { Marks } from '../../practice/marking/marks.ts';
import { groups } from '../../practice/marking/weights.ts';
import { whyWords } from '../../practice/marking/why.ts';
import { domainName } from '../../tui/words/words.ts';
import type { Context } from '../context.ts';
import { table } from '../output/table.ts';
import { term } from '../words/words.ts';

/** Points as people read them: one decimal where there is one. */
const points = (value: number): string => String(Math.round(value * 10) / 10);

/** The reason of a mark in the person's language; codes in it as terms. */
export const reasonOf = ({ why, details }: Marks['marks'][number], { language }: Pick<Context, 'language'>): string => {
  const told = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      name === 'wanted' || name === 'was'
        ? domainName(language, defaultSettings.domains, term(language, 'practiceTerm', String(value)))
        : value,
    ]),
  );
  return whyWords(why, told, language);
};

/** Marks as scripts read them. */
export const marksDocument = ({ marks, ...rest }: Marks, context: Context) => ({
  ...rest,
  marks: marks.map((mark) => ({
    id: mark.id,
    group: mark.group,
    about: mark.about,
    worth: mark.worth,
    earned: mark.earned,
    why: mark.why,
    reason: reasonOf(mark, context),
    steps: mark.steps,
    line: mark.line,
  })),
});

/** Marks as people read them, group by group. */
export const marksTable = ({ marks }: Marks, context: Context): string => {
  const { say, language } = context;
  const rows = groups.flatMap((group) =>
    marks
      .filter((mark) => mark.group === group)
      .map((mark) => [
        mark.earned < mark.worth ? '✗' : '✓',
        term(language, 'practiceGroup', group),
        `${points(mark.earned)}/${points(mark.worth)}`,
        reasonOf(mark, context),
      ]),
  );
  return table(['', say('practice.col.group'), say('practice.col.points'), say('practice.col.reason')], rows);
};
