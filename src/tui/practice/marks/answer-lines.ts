import { pointOf } from '../../../practice/claims/claim-form.ts';
import { labelCells, labelled, type StyledLine, shownParagraph } from '../../text/styled-line.ts';
import { wrap } from '../../text/width.ts';
import type { MarksData } from './marks-data.ts';
import type { StoryPlace } from './story-lines.ts';

/** What an expert would have said, what had to be said and what may not be, and the articles that it rests on. */
export const answerLines = (
  { scenario, titleOf }: Pick<MarksData, 'scenario' | 'titleOf'>,
  { width, theme, say }: StoryPlace,
): StyledLine[] => {
  const { expect, model_answer, sources } = scenario;
  const title = (text: string): StyledLine => [{ text, style: theme.title }];
  const pointLines = (all: readonly { readonly says: Parameters<typeof pointOf>[0] }[]): StyledLine[] =>
    all.flatMap(({ says }) => labelled('·', pointOf(says), width, 2, theme.quiet));
  const cells = labelCells(sources);
  return [
    title(say('school.answer.model')),
    ...wrap(shownParagraph(model_answer), width).map(({ text }): StyledLine => [{ text }]),
    ...(expect.say.length > 0 ? [[], title(say('school.answer.say')), ...pointLines(expect.say)] : []),
    ...(expect.must_not.length > 0 ? [[], title(say('school.answer.must-not')), ...pointLines(expect.must_not)] : []),
    [],
    title(say('school.answer.articles')),
    ...(sources.length === 0
      ? wrap(say('school.answer.no-articles'), width).map(({ text }): StyledLine => [{ text }])
      : sources.flatMap((id) => labelled(id, titleOf(id) ?? '', width, cells, theme.label))),
    [],
    ...labelled(
      say('school.about.teaches'),
      scenario.teaches,
      width,
      labelCells([say('school.about.teaches')]),
      theme.label,
    ),
  ];
};
