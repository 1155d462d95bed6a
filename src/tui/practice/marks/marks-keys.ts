import type { Outcome, ScreenKey } from '../screen/practice-screen.ts';
import { isLost, type MarksData } from './marks-data.ts';
import {
  emptyNote,
  type MarksChoice,
  type MarksState,
  type MarksView,
  markNow,
  onMark,
  onNextLost,
  onView,
} from './marks-state.ts';

type Row = ScreenKey<MarksState, MarksChoice>;

/** The function key of a view. */
export const viewKey = (views: readonly MarksView[], view: MarksView): string => `f${views.indexOf(view) + 2}`;

/** A dispute is handed in with its reason; an empty one is not. */
const send = (data: MarksData, state: MarksState): Outcome<MarksState, MarksChoice> => {
  const mark = markNow(data, state);
  const note = state.note?.text.trim() ?? '';
  if (!mark) return undefined;
  if (note === '')
    return { to: { ...state, notice: { kind: 'refused', words: (say) => say('school.dispute.empty') } } };
  return { choose: { do: 'dispute', mark: mark.id, note } };
};

const writing = ({ note }: MarksState): boolean => note !== undefined;
const reading = (state: MarksState): boolean => !writing(state);

/** While a note is written. */
const noteKeys = (data: MarksData): readonly Row[] => [
  { keys: ['enter'], name: () => 'school.key.send', when: writing, run: (state) => send(data, state) },
  {
    keys: ['escape', 'ctrl+c'],
    name: () => 'school.key.cancel',
    when: writing,
    run: (state) => ({ to: { ...state, note: undefined } }),
  },
];

/** Whatever scrolls in the view, by so many lines; the trainee's call leaves the evidence by it. */
const scrolled = (state: MarksState, to: number): MarksState =>
  state.view === 'replay' ? { ...state, scroll: { ...state.scroll, [state.side]: to } } : { ...state, textScroll: to };

/** Each way of typing a key that does something on the marks. */
export const marksKeys = (data: MarksData, views: readonly MarksView[]): readonly Row[] => {
  const onMarks = (state: MarksState): boolean => reading(state) && state.view === 'marks';
  const onText = (state: MarksState): boolean => reading(state) && state.view !== 'marks';
  const hasMark = (state: MarksState): boolean => markNow(data, state) !== undefined;
  const move = (by: (page: number) => number, ...keys: string[]): Row => ({
    keys,
    when: (state) => onMarks(state) && hasMark(state),
    run: (state, { page }) => ({ to: onMark(data, state, state.at + by(page)) }),
  });
  const scroll = (by: (page: number) => number, when: (state: MarksState) => boolean, ...keys: string[]): Row => ({
    keys,
    when,
    run: (state, { textPage, top, most }) => ({ to: scrolled(state, Math.max(0, Math.min(most, top + by(textPage)))) }),
  });
  const turn = (by: number) => (state: MarksState) => ({
    to: onView(state, views[(views.indexOf(state.view) + by + views.length) % views.length]!),
  });
  const twoSides = (state: MarksState): boolean =>
    reading(state) && state.view === 'replay' && data.hints && data.good !== undefined;
  return [
    ...noteKeys(data),
    {
      keys: ['enter'],
      name: () => 'school.key.replay',
      when: (state) => onMarks(state) && hasMark(state),
      run: (state) => ({
        to: { ...onView(state, 'replay'), side: 'mine', scroll: { ...state.scroll, mine: undefined } },
      }),
    },
    { ...move(() => -1, 'up'), name: () => 'school.key.move', shown: ['up', 'down'] },
    move(() => 1, 'down'),
    move((page) => -page, 'pageup'),
    move((page) => page, 'pagedown'),
    move(() => Number.NEGATIVE_INFINITY, 'home'),
    move(() => Number.POSITIVE_INFINITY, 'end'),
    { ...scroll(() => -1, onMarks, 'ctrl+up'), name: () => 'school.key.scroll', shown: ['ctrl+up', 'down'] },
    scroll(() => 1, onMarks, 'ctrl+down'),
    { ...scroll(() => -1, onText, 'up', 'ctrl+up'), name: () => 'school.key.scroll', shown: ['up', 'down'] },
    scroll(() => 1, onText, 'down', 'ctrl+down'),
    scroll((page) => -page, onText, 'pageup'),
    scroll((page) => page, onText, 'pagedown'),
    scroll(() => Number.NEGATIVE_INFINITY, onText, 'home'),
    scroll(() => Number.POSITIVE_INFINITY, onText, 'end'),
    {
      keys: ['left', 'right'],
      name: () => 'school.key.side',
      shown: ['left', 'right'],
      when: twoSides,
      run: (state) => ({ to: { ...state, side: state.side === 'mine' ? 'good' : 'mine' } }),
    },
    {
      keys: ['ctrl+n', 'n'],
      name: () => 'school.key.lost',
      when: (state) => reading(state) && state.view !== 'answer' && data.marks.marks.some(isLost),
      run: (state) => {
        const next = onNextLost(data, state);
        return next && { to: next };
      },
    },
    { keys: ['tab'], when: reading, run: turn(1) },
    { keys: ['shift+tab'], when: reading, run: turn(-1) },
    ...views.map(
      (view, at): Row => ({
        keys: [viewKey(views, view), String(at + 1)],
        when: reading,
        run: (state) => ({ to: onView(state, view) }),
      }),
    ),
    {
      keys: ['f8', 'd'],
      name: () => 'school.key.dispute',
      when: (state) => onMarks(state) && hasMark(state),
      run: (state) => ({ to: { ...state, note: emptyNote() } }),
    },
    {
      keys: ['f5', 'r'],
      name: () => 'school.key.again',
      when: (state) => reading(state) && data.hints,
      run: () => ({ choose: { do: 'again' } }),
    },
    {
      keys: ['escape', 'ctrl+c', 'f10', 'q'],
      name: () => 'school.key.menu',
      when: reading,
      run: () => ({ choose: { do: 'menu' } }),
    },
  ];
};
