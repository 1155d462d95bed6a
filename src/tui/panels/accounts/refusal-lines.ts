import type { Refusal } from '../../state/accounts/account-desk.ts';
import { labelCells, labelled, type StyledLine, shownParagraph } from '../../text/styled-line.ts';
import { wrap } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import type { Say } from '../../words/words.ts';

/** Milliseconds after which an answer is late, and the citizen should hear something. */
export const lateAfterMs = 1500;

const paragraph = (text: string, width: number, style: Theme['strong']): StyledLine[] =>
  wrap(shownParagraph(text), width).map((line) => [{ text: line.text, style }]);

const told = (label: string, tell: string, width: number, theme: Theme): StyledLine[] =>
  labelled(label, tell, width, labelCells([label]), theme.label, theme.strong);

/** Why there is nothing to see, and what to mind in telling the citizen; that is not to be read out. */
export const refusalLines = ({ text, tell }: Refusal, width: number, theme: Theme, say: Say): StyledLine[] => [
  ...paragraph(`✗ ${text}`, width, theme.urgent),
  ...(tell === '' ? [] : [[], ...told(say('accounts.mind.label'), tell, width, theme)]),
];

/** What is being waited for; when it takes long, for how long, and what may be said meanwhile. */
export const waitingLines = (what: string, waitedMs: number, width: number, theme: Theme, say: Say): StyledLine[] => {
  if (waitedMs < lateAfterMs) return paragraph(what, width, theme.quiet);
  const seconds = Math.floor(waitedMs / 1000);
  return [
    ...paragraph(`${what} ${say('accounts.late', { seconds })}`, width, theme.warn),
    [],
    ...told(say('accounts.tell.label'), say('accounts.late.tell'), width, theme),
  ];
};
