import type { CorrectionView } from '../../contract/shapes/knowledge.ts';
import type { ReadOut } from '../../kb/article/read-out.ts';
import type { SeatModel } from '../state/model.ts';
import { labelCells, labelled, type StyledLine, shown } from '../text/styled-line.ts';
import { cellWidth } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';

/** What of the model is in an article's text. */
export type Facts = Pick<SeatModel, 'knowledge' | 'today' | 'corrections' | 'language'>;

/** How far it is confirmed, in words. */
export const confidenceText = (confidence: string, { language }: Facts): string =>
  term(language, 'confidence', confidence);

/** `2026-09-20 起`, or from one day to another. */
export const daysText = ({ from, to }: { from: string; to?: string | undefined }, say: Say): string =>
  to === undefined ? say('kb.from', { from }) : say('kb.from-to', { from, to });

/** Name, number and date of a source. */
export const sourceText = (source: { name: string; number?: string | undefined; date: string }): string =>
  [source.name, source.number, source.date]
    .filter((part) => part !== undefined)
    .map(shown)
    .join(' · ');

/** Where each figure comes from and since when it holds. */
export const figureLines = (read: ReadOut, facts: Facts, width: number, theme: Theme, say: Say): StyledLine[] => {
  if (read.figures.length === 0) return [];
  const labels = read.figures.map(
    ({ name, shown: figureShown }, at) => `  [${at + 1}] ${shown(figureShown === '' ? name : figureShown)}`,
  );
  const cells = Math.min(labelCells(labels), Math.floor(width / 3));
  return [
    [{ text: '' }],
    [{ text: `  ${say('kb.figures')}`, style: theme.title }],
    ...read.figures.flatMap(({ entry }, at): StyledLine[] => {
      const text = entry
        ? [daysText(entry, say), sourceText(entry.source), confidenceText(entry.confidence, facts)].join(' · ')
        : say('kb.figure.none');
      const doubtful = entry === undefined || entry.confidence === 'local-unconfirmed';
      return labelled(labels[at]!, text, width, cells, theme.strong, doubtful ? theme.warn : theme.quiet);
    }),
  ];
};

/** What the article rests on, in full. */
export const sourceLines = (
  { article }: ReadOut,
  facts: Facts,
  width: number,
  theme: Theme,
  say: Say,
): StyledLine[] => {
  const rows = [
    [say('kb.source'), sourceText(article.source)],
    [say('kb.effective'), daysText(article.effective, say)],
    [say('kb.checked'), article.checked],
    [say('kb.confidence'), confidenceText(article.confidence, facts)],
  ] as const;
  const cells = labelCells(rows.map(([label]) => `  ${label}`));
  return [
    [{ text: '' }],
    [{ text: `  ${say('kb.basis')}`, style: theme.title }],
    ...rows.flatMap(([label, text]) => labelled(`  ${label}`, text, width, cells, theme.label)),
  ];
};

export const relatedLines = (read: ReadOut, facts: Facts, width: number, theme: Theme, say: Say): StyledLine[] => {
  const related = facts.knowledge.base?.related(read.article) ?? [];
  if (related.length === 0) return [];
  return [
    [{ text: '' }],
    [
      { text: `  ${say('kb.related')}`, style: theme.title },
      { text: `  ${say('kb.related.how')}`, style: theme.quiet },
    ],
    ...related.flatMap(({ id, title }) => labelled(`  ${id}`, title, width, cellWidth(id) + 4, theme.label)),
  ];
};

/** What this person reported of the article, and what the centre answered. */
export const correctionLines = (
  corrections: readonly CorrectionView[],
  facts: Facts,
  width: number,
  theme: Theme,
  say: Say,
): StyledLine[] => {
  if (corrections.length === 0) return [];
  return [
    [{ text: '' }],
    [{ text: `  ${say('kb.corrections')}`, style: theme.title }],
    ...corrections.flatMap(({ state, note, answer }) => {
      const label = `  ${term(facts.language, 'correction', state)}`;
      const text = answer === null ? note : say('kb.correction.answered', { note, answer });
      return labelled(label, text, width, labelCells([label]), state === 'open' ? theme.label : theme.strong);
    }),
  ];
};
