import { labelCells, labelled, type StyledLine } from '../../text/styled-line.ts';
import type { Style } from '../../theme.ts';
import type { Drawing } from './tab-view.ts';

/** A label and what stands beside it; what is not known is left out. */
export type Fact = readonly [label: string, text: string | null | undefined, style?: Style];

/** Facts one below the other, their texts in one column. */
export const factLines = (facts: readonly Fact[], { width, theme }: Pick<Drawing, 'width' | 'theme'>): StyledLine[] => {
  const known = facts.filter(([, text]) => text !== null && text !== undefined && text !== '');
  const cells = labelCells(known.map(([label]) => label));
  return known.flatMap(([label, text, style]) => labelled(label, text!, width, cells, theme.label, style));
};
