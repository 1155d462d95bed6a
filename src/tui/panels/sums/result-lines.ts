import type { SumProblem } from '../../../kb/sums/problem.ts';
import type { Basis, SumResult } from '../../../kb/sums/result.ts';
import { basisNotes } from '../../../kb/sums/runs/basis-view.ts';
import { sumForms } from '../../../kb/sums/sum-forms.ts';
import type { Worked } from '../../forms/sums/sum-outcome.ts';
import type { SeatModel } from '../../state/model.ts';
import { labelCells, labelled, type StyledLine, shown } from '../../text/styled-line.ts';
import { wrap } from '../../text/width.ts';
import type { Style, Theme } from '../../theme.ts';
import type { Say } from '../../words/words.ts';
import { confidenceText, daysText, sourceText } from '../article-basis.ts';
import { tableLines } from './sum-table.ts';

/** What of the model is in a sum's result. */
export type Setting = Pick<SeatModel, 'knowledge' | 'today' | 'corrections' | 'language'>;

interface Drawing {
  readonly setting: Setting;
  readonly width: number;
  readonly theme: Theme;
  readonly say: Say;
}

type Of = Pick<Worked, 'id' | 'typed'>;

const paragraph = (text: string, width: number, style: Style = {}): StyledLine[] =>
  wrap(text, width).map((line): StyledLine => [{ text: line.text, style }]);

const fieldOf = ({ id }: Of, field: string) => sumForms.find((form) => form.id === id)?.fields[field];

const labelOf = (of: Of, field: string, { setting }: Drawing): string =>
  fieldOf(of, field)?.label[setting.language] ?? field;

const listOf = (of: Of, fields: readonly string[], drawing: Drawing): string =>
  fields.map((field) => labelOf(of, field, drawing)).join(drawing.say('list.comma'));

/** What is missing or wrong while there is no result. */
const wantingLines = (of: Of, problems: readonly SumProblem[], drawing: Drawing): StyledLine[] => {
  const { setting, width, theme, say } = drawing;
  const isMissing = (field: string): boolean => of.typed[field] === '' && fieldOf(of, field)?.required === true;
  const missing = problems.map(({ field }) => field).filter(isMissing);
  return [
    ...(missing.length > 0
      ? paragraph(say('sums.wanting', { fields: listOf(of, missing, drawing) }), width, theme.quiet)
      : []),
    ...problems
      .filter(({ field }) => !isMissing(field))
      .flatMap(({ field, problem }) =>
        paragraph(say('form.wrong', { label: labelOf(of, field, drawing), problem: problem[setting.language] }), width),
      ),
  ];
};

const basisText = (basis: Basis, { setting, say }: Drawing): string => {
  const { from, to, source, confidence, overridden, published } = basis;
  if (overridden) {
    const value = published?.[setting.language];
    return value === undefined ? say('sums.by-hand') : say('sums.by-hand.published', { value });
  }
  return [
    ...(from === undefined ? [] : [daysText({ from, to }, say)]),
    ...(source ? [sourceText(source)] : []),
    ...(confidence ? [confidenceText(confidence, setting)] : []),
  ].join(' · ');
};

/** Where each figure comes from and since when it holds. */
const basisLines = (basis: readonly Basis[], drawing: Drawing): StyledLine[] => {
  if (basis.length === 0) return [];
  const { setting, width, theme, say } = drawing;
  return [
    [],
    [{ text: say('kb.figures'), style: theme.title }],
    ...basis.flatMap((figure) => {
      const label = shown(`${figure.label[setting.language]} ${figure.value[setting.language]}`);
      const doubtful = figure.overridden || figure.confidence === 'local-unconfirmed';
      const cells = Math.min(labelCells([label]), Math.floor(width / 2));
      return labelled(
        label,
        basisText(figure, drawing),
        width,
        cells,
        theme.strong,
        doubtful ? theme.warn : theme.quiet,
      );
    }),
  ];
};

const scheduleLines = ({ schedule }: SumResult, { setting, width, theme, say }: Drawing): StyledLine[] =>
  schedule
    ? [
        [],
        [{ text: say('sums.schedule', { count: schedule.rows.length }), style: theme.title }],
        ...tableLines(schedule, setting.language, width, theme, say),
      ]
    : [];

const givenLines = (of: Of, result: SumResult, drawing: Drawing): StyledLine[] => {
  const { setting, width, theme, say } = drawing;
  const { said, table, notes, missing = [], basis } = result;
  const { language } = setting;
  // Those on figures that are not confirmed, or given by hand, must not be overlooked; they come first.
  const warnings = basisNotes(basis).length;
  const note = (text: string, style: Style): StyledLine[] => paragraph(say('sums.note', { note: text }), width, style);
  return [
    ...paragraph(said[language], width, theme.strong),
    ...notes.slice(0, warnings).flatMap((each) => note(each[language], theme.warn)),
    ...(missing.length > 0
      ? paragraph(say('sums.missing', { fields: listOf(of, missing, drawing) }), width, theme.quiet)
      : []),
    [],
    ...tableLines(table, language, width, theme, say),
    [],
    ...notes.slice(warnings).flatMap((each) => note(each[language], theme.quiet)),
    ...basisLines(basis, drawing),
    ...scheduleLines(result, drawing),
  ];
};

/** What comes of a sum, in lines of `width` cells: what to say first, then the numbers, and what they rest on. */
export const resultLines = ({ outcome, ...of }: Worked, drawing: Drawing): StyledLine[] => {
  const { setting, width, theme, say } = drawing;
  return [
    ...(setting.knowledge.base ? [] : paragraph(say('sums.no-figures'), width, theme.warn)),
    ...(outcome.ok ? givenLines(of, outcome.result, drawing) : wantingLines(of, outcome.problems, drawing)),
  ];
};
