import type { Mark } from '../../../practice/marking/marks.ts';
import { type EditBuffer, editBuffer } from '../../text/edit-buffer.ts';
import type { ScreenState } from '../screen/practice-screen.ts';
import { inOrder, isLost, type MarksData } from './marks-data.ts';
import type { Whose } from './step-words.ts';

export const marksViews = ['marks', 'replay', 'answer'] as const;
export type MarksView = (typeof marksViews)[number];

export type MarksChoice =
  | { readonly do: 'again' }
  | { readonly do: 'menu' }
  | { readonly do: 'dispute'; readonly mark: string; readonly note: string };

export interface MarksState extends ScreenState {
  readonly view: MarksView;
  /** The chosen mark. */
  readonly at: number;
  /** The call that the keys scroll. */
  readonly side: Whose;
  /** The first line that is seen; undefined while the trainee's call follows the evidence of the chosen mark. */
  readonly scroll: Readonly<Record<Whose, number | undefined>>;
  /** Of the text beside the marks, or of the model answer. */
  readonly textScroll: number;
  /** The note that is being written on the chosen mark. */
  readonly note: EditBuffer | undefined;
}

/** As long as a dispute may be. */
export const longestNote = 500;

export const emptyNote = (): EditBuffer => editBuffer('', { max: longestNote });

/** `mark`: the id of the one that is chosen; else the first that was lost. */
export const firstMarks = (data: MarksData, mark: string | undefined): MarksState => {
  const all = inOrder(data.marks);
  const wanted = all.findIndex(({ id }) => id === mark);
  const lost = all.findIndex(isLost);
  return {
    view: 'marks',
    at: Math.max(0, wanted >= 0 ? wanted : lost),
    side: 'mine',
    scroll: { mine: undefined, good: 0 },
    textScroll: 0,
    note: undefined,
    // Somebody comes back to a mark after they disputed it.
    ...(wanted >= 0 && { notice: { kind: 'done', words: (say) => say('school.dispute.noted') } }),
  };
};

export const markNow = (data: MarksData, { at }: MarksState): Mark | undefined => inOrder(data.marks)[at];

export const onMark = (data: MarksData, state: MarksState, at: number): MarksState => ({
  ...state,
  at: Math.max(0, Math.min(at, data.marks.marks.length - 1)),
  scroll: { ...state.scroll, mine: undefined },
  textScroll: 0,
});

/** To the next mark that was lost, from the last to the first. */
export const onNextLost = (data: MarksData, state: MarksState): MarksState | undefined => {
  const all = inOrder(data.marks);
  const next = all.findIndex((mark, at) => at > state.at && isLost(mark));
  const first = all.findIndex(isLost);
  const found = next >= 0 ? next : first;
  return found < 0 || found === state.at ? undefined : onMark(data, state, found);
};

export const onView = (state: MarksState, view: MarksView): MarksState => ({ ...state, view, textScroll: 0 });
