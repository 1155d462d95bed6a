import type { Language } from '../../../contract/language.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { ambiguousIsWide, cellWidth, truncate } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import { type PlainKey, type Say, term } from '../../words/words.ts';
import { largeNumber } from './large-number.ts';
import { inOrder, isLost, type MarksData } from './marks-data.ts';
import { stepTime } from './step-words.ts';

/** Whether it passed, and why not. */
export const verdictWords = ({ marks, pass }: MarksData, say: Say, language: Language): string => {
  if (marks.passed) return say('school.verdict.passed', { pass });
  if (marks.vetoed.length === 0) return say('school.verdict.below', { pass });
  const groups = inOrder(marks).flatMap(({ id, group }) => (marks.vetoed.includes(id) ? [group] : []));
  const items = [...new Set(groups)].map((group) => term(language, 'markGroup', group)).join(say('list.comma'));
  return say('school.verdict.vetoed', { items });
};

export const lostWords = ({ marks }: MarksData, say: Say): string => {
  const count = marks.marks.filter(isLost).length;
  return count === 0 ? say('school.verdict.all') : say('school.verdict.lost', { count });
};

/** Which call it was, and how long it took from when it was taken, as the mark of the time counts. */
const callWords = ({ scenario, recording: { steps } }: MarksData, say: Say): string => {
  const takenAt = steps.find((step) => step.do === 'take')?.at ?? 0;
  const took = stepTime((steps.at(-1)?.at ?? takenAt) - takenAt);
  return [shown(scenario.title), say(`school.level.${scenario.level}` as PlainKey), took].join(' · ');
};

/** The score, large, and beside it in words what it means. */
export const verdictLines = (
  data: MarksData,
  width: number,
  { say, language, theme }: { readonly say: Say; readonly language: Language; readonly theme: Theme },
): StyledLine[] => {
  const { score, passed } = data.marks;
  const style = passed ? theme.good : theme.warn;
  const lines: StyledLine[] = [
    [{ text: say('school.score', { score }), style: theme.strong }, { text: `  ${lostWords(data, say)}` }],
    [{ text: `${passed ? '✓' : '✗'} ${verdictWords(data, say, language)}`, style: { ...style, bold: true } }],
    [{ text: callWords(data, say), style: theme.quiet }],
  ];
  // Blocks that are two cells wide, or stand-ins for them, are no figures.
  const large = ambiguousIsWide() ? ['', '', ''] : largeNumber(score).map((row) => ` ${row}   `);
  return lines.map((line, row) => {
    const lead = large[row]!;
    const room = width - cellWidth(lead);
    const [first, ...rest] = line;
    return [{ text: lead, style }, { ...first!, text: truncate(first!.text, room) }, ...rest];
  });
};
