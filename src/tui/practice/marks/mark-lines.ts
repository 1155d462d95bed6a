import type { Mark } from '../../../practice/marking/marks.ts';
import { cell, type Span } from '../../components/spans.tsx';
import { labelCells, labelled, type StyledLine, shown } from '../../text/styled-line.ts';
import { cellWidth, pad } from '../../text/width.ts';
import { term } from '../../words/words.ts';
import { aboutOf, inOrder, isLost, type MarksData, points, reasonOf } from './marks-data.ts';
import { type StoryPlace, storyOf } from './story-lines.ts';

/** The marks as rows: whether earned, group, points, why. The group stands once. */
export const markRows = (
  data: MarksData,
  { say, language, theme }: Omit<StoryPlace, 'width'>,
): { head: Span[]; rows: Span[][] } => {
  const all = inOrder(data.marks);
  const groupNames = all.map(({ group }) => term(language, 'markGroup', group));
  const shares = all.map(({ earned, worth }) => `${points(earned)}/${points(worth)}`);
  const [groupTitle, pointsTitle] = [say('school.col.group'), say('school.col.points')];
  const groupCells = Math.max(cellWidth(groupTitle), ...groupNames.map(cellWidth));
  const pointCells = Math.max(cellWidth(pointsTitle), ...shares.map(cellWidth));
  return {
    head: [
      { text: '  ' },
      cell(groupTitle, groupCells + 2),
      { text: `${pad(pointsTitle, pointCells, 'end')}  ` },
      { text: say('school.col.why') },
    ],
    rows: all.map((mark, at): Span[] => {
      const style = isLost(mark) ? theme.warn : theme.good;
      const about = shown(aboutOf(mark, language, data));
      return [
        { text: isLost(mark) ? '✗ ' : '✓ ', style },
        cell(all[at - 1]?.group === mark.group ? '' : groupNames[at]!, groupCells + 2, theme.label),
        { text: `${pad(shares[at]!, pointCells, 'end')}  ` },
        ...(about === '' ? [] : [{ text: `${about}  ` }]),
        { text: shown(reasonOf(mark, language, data)), style: theme.quiet },
      ];
    }),
  };
};

const ofEveryCall = new Set(['manner.greeting', 'manner.farewell', 'manner.courtesy', 'manner.hold']);

/** The line of the scenario that asks for a mark; empty for what is asked of every call, which no line of it says. */
const askedAt = (data: MarksData, { line, id }: Mark): string =>
  ofEveryCall.has(id) ? '' : (data.recording.text.split('\n')[line - 1]?.trim() ?? '');

/** All that there is to say of a mark: why, what shows it in the call, where the scenario asks for it, and what was disputed. */
export const markLines = (data: MarksData, mark: Mark, place: StoryPlace): StyledLine[] => {
  const { say, language, theme, width } = place;
  const why: [label: string, text: string] = [say('school.col.why'), reasonOf(mark, language, data)];
  const asked = askedAt(data, mark);
  const facts: [label: string, text: string][] = [
    ...(data.hints && asked !== '' ? [[say('school.mark.line', { line: mark.line }), asked] as [string, string]] : []),
    ...data.disputes.flatMap((dispute): [string, string][] =>
      dispute.mark === mark.id ? [[say('school.mark.disputed'), dispute.note]] : [],
    ),
  ];
  const cells = labelCells([why, ...facts].map(([label]) => label));
  const evidence = {
    steps: mark.steps.flatMap((at) => {
      const step = data.recording.steps[at];
      return step ? [step] : [];
    }),
  };
  const signs = new Map(evidence.steps.map((_, at) => [at, isLost(mark) ? '✗' : '✓']));
  const story = storyOf(evidence, 'mine', { evidence: [], signs }, place);
  const lines = (all: readonly (readonly [string, string])[]): StyledLine[] =>
    all.flatMap(([label, text]) => labelled(label, text, width, cells, theme.label));
  return [
    ...(data.marks.vetoed.includes(mark.id) ? [[{ text: `! ${say('school.mark.veto')}`, style: theme.urgent }]] : []),
    ...lines([why]),
    ...(story.lines.length === 0
      ? lines([[say('school.mark.evidence'), say('school.mark.no-evidence')]])
      : [[{ text: say('school.mark.evidence'), style: theme.label }], ...story.lines]),
    ...lines(facts),
  ];
};
