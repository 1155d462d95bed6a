import type { Language } from '../../../contract/language.ts';
import type { Marks } from '../../../practice/marking/marks.ts';
import type { Recording, Step } from '../../../practice/recording/recording.ts';
import { type StyledLine, shownParagraph } from '../../text/styled-line.ts';
import { pad, wrap } from '../../text/width.ts';
import type { Style, Theme } from '../../theme.ts';
import type { Say } from '../../words/words.ts';
import { isLost } from './marks-data.ts';
import { stepTime, stepWords, type Whose } from './step-words.ts';

const markCells = 2;
const timeCells = 7;

export interface Story {
  readonly lines: readonly StyledLine[];
  /** The first line of each step. */
  readonly lineOf: readonly number[];
}

/** Of each step, whether a mark was lost by it, or earned. */
export const signsOf = ({ marks }: Marks): ReadonlyMap<number, '✓' | '✗'> => {
  const signs = new Map<number, '✓' | '✗'>();
  for (const mark of marks)
    for (const step of mark.steps) if (isLost(mark) || !signs.has(step)) signs.set(step, isLost(mark) ? '✗' : '✓');
  return signs;
};

const styleOf = ({ do: done }: Step, theme: Theme): Style =>
  done === 'say' ? theme.text : done === 'citizen' ? theme.label : theme.quiet;

/** One step: whether it shows the chosen mark, what came of it, when it was, and what was said or done. */
const stepLines = (
  step: Step,
  whose: Whose,
  look: { readonly shows: boolean; readonly sign: string },
  { width, theme, say, language }: StoryPlace,
): StyledLine[] => {
  const lead = `${look.shows ? '▸' : ' '}${look.sign || ' '}`;
  const text = shownParagraph(stepWords(step, whose, say, language));
  const style = { ...styleOf(step, theme), ...(look.shows && theme.match) };
  return wrap(text, Math.max(4, width - markCells - timeCells)).map((line, at) => [
    {
      text: at === 0 ? lead : '  ',
      style: look.sign === '✗' ? theme.warn : look.sign === '✓' ? theme.good : theme.text,
    },
    { text: pad(at === 0 ? `  ${stepTime(step.at)}`.slice(-5) : '', timeCells), style: theme.quiet },
    { text: line.text, style },
  ]);
};

export interface StoryPlace {
  readonly width: number;
  readonly theme: Theme;
  readonly say: Say;
  readonly language: Language;
}

/** A run as it went. `evidence`: the steps that show the chosen mark. */
export const storyOf = (
  { steps }: Pick<Recording, 'steps'>,
  whose: Whose,
  marked: { readonly evidence: readonly number[]; readonly signs: ReadonlyMap<number, string> },
  place: StoryPlace,
): Story => {
  const lines: StyledLine[] = [];
  const lineOf: number[] = [];
  steps.forEach((step, at) => {
    lineOf.push(lines.length);
    const look = { shows: marked.evidence.includes(at), sign: marked.signs.get(at) ?? '' };
    lines.push(...stepLines(step, whose, look, place));
  });
  return { lines, lineOf };
};
