import type { PaperItem } from '../../../practice/exam/paper/paper.ts';
import type { PlainKey } from '../../words/words.ts';
import type { Outcome, ScreenKey } from '../screen/practice-screen.ts';
import type { ExamData } from './exam-data.ts';
import {
  chosen,
  type ExamChoice,
  type ExamState,
  type ExamView,
  examViews,
  found,
  itemNow,
  nextOpen,
  onQuestion,
  settled,
  takesText,
  textRecorded,
} from './exam-state.ts';

type Row = ScreenKey<ExamState, ExamChoice>;

export const examViewKey = (view: ExamView): string => `f${examViews.indexOf(view) + 2}`;

/** Choices by their places: digits and letters, for hands without an input method. */
const placeKeys = Array.from({ length: 9 }, (_, place) => [String(place + 1), String.fromCharCode(97 + place)]);

const enterNames: Readonly<Record<PaperItem['kind'], PlainKey>> = {
  single: 'sit.key.choose',
  multiple: 'sit.key.toggle',
  sum: 'sit.key.record',
  find: 'sit.key.record',
  scenario: 'sit.key.take',
};

/** Each way of typing a key that does something in an exam. */
export const examKeys = (data: ExamData): readonly Row[] => {
  const asking = ({ handingIn }: ExamState): boolean => !handingIn;
  const onQuestions = (state: ExamState): boolean => asking(state) && state.view === 'question';
  const onList = (state: ExamState): boolean => asking(state) && state.view === 'list';
  const has = (state: ExamState): boolean => itemNow(data, state) !== undefined;
  /** A call that was taken is not taken again. */
  const isTaken = (state: ExamState): boolean => {
    const item = itemNow(data, state);
    return item?.kind === 'scenario' && state.answers.has(item.number);
  };
  /** Rows that the arrows go through on a question. */
  const rows = (state: ExamState): number => {
    const item = itemNow(data, state);
    return item && 'choices' in item ? item.choices.length : found(data, state).length;
  };
  /** Goes elsewhere with what is recorded by then. What is no number stays as it was typed. */
  const leaving =
    (go: (state: ExamState) => ExamState) =>
    (state: ExamState): Outcome<ExamState, ExamChoice> => {
      const kept = settled(data, state);
      if ('choose' in kept) return kept;
      const { notice, ...rest } = kept.to;
      return { to: { ...go(rest), ...(notice?.kind === 'done' && { notice }) } };
    };
  const to = (place: (state: ExamState) => number) => leaving((state) => onQuestion(data, state, place(state)));
  const enter = (state: ExamState): Outcome<ExamState, ExamChoice> => {
    const item = itemNow(data, state)!;
    if (item.kind === 'single' || item.kind === 'multiple') return chosen(data, state, item, state.row);
    if (item.kind !== 'scenario') return textRecorded(data, state, item);
    if (!state.answers.has(item.number)) return { choose: { scenario: item.number } };
    return { to: { ...state, notice: { kind: 'refused', words: (say) => say('sit.scenario.done') } } };
  };
  const moveRow = (by: number, key: string): Row => ({
    keys: [key],
    when: (state) => onQuestions(state) && rows(state) > 0,
    run: (state) => ({ to: { ...state, row: Math.max(0, Math.min(state.row + by, rows(state) - 1)) } }),
  });
  const moveList = (by: (page: number) => number, ...keys: string[]): Row => ({
    keys,
    when: (state) => onList(state) && has(state),
    run: (state, { page }) => ({ to: onQuestion(data, state, state.at + by(page)) }),
  });
  const scroll = (by: number, key: string): Row => ({
    keys: [key],
    when: onQuestions,
    run: (state, { top, most }) => ({ to: { ...state, scroll: Math.max(0, Math.min(most, top + by)) } }),
  });
  const noOpen = (state: ExamState): ExamState => ({
    ...state,
    notice: { kind: 'done', words: (say) => say('sit.all-answered') },
  });
  return [
    {
      keys: ['enter'],
      name: () => 'sit.key.hand-in-now',
      when: ({ handingIn }) => handingIn,
      run: () => ({ choose: 'handed-in' }),
    },
    {
      keys: ['escape', 'ctrl+c'],
      name: () => 'sit.key.go-on',
      when: ({ handingIn }) => handingIn,
      run: (state) => ({ to: { ...state, handingIn: false } }),
    },
    {
      keys: ['enter'],
      name: (state) => enterNames[itemNow(data, state)!.kind],
      when: (state) => onQuestions(state) && has(state) && !isTaken(state),
      run: enter,
    },
    // Without a name in the key bar: it only says why there is nothing to begin.
    {
      keys: ['enter'],
      when: (state) => onQuestions(state) && isTaken(state),
      run: enter,
    },
    { ...moveRow(-1, 'up'), name: () => 'school.key.move', shown: ['up', 'down'] },
    moveRow(1, 'down'),
    ...placeKeys.map(
      (keys, place): Row => ({
        keys,
        when: (state) => onQuestions(state) && has(state) && 'choices' in itemNow(data, state)!,
        run: (state) => chosen(data, state, itemNow(data, state)!, place),
      }),
    ),
    { ...scroll(-1, 'ctrl+up') },
    { ...scroll(1, 'ctrl+down') },
    {
      keys: ['enter'],
      name: () => 'sit.key.to-question',
      when: (state) => onList(state) && has(state),
      run: (state) => ({ to: { ...state, view: 'question' } }),
    },
    { ...moveList(() => -1, 'up'), name: () => 'school.key.move', shown: ['up', 'down'] },
    moveList(() => 1, 'down'),
    moveList((page) => -page, 'pageup'),
    moveList((page) => page, 'pagedown'),
    moveList(() => Number.NEGATIVE_INFINITY, 'home'),
    moveList(() => Number.POSITIVE_INFINITY, 'end'),
    { keys: ['tab', 'pagedown'], name: () => 'sit.key.next', when: onQuestions, run: to(({ at }) => at + 1) },
    {
      keys: ['shift+tab', 'pageup'],
      name: () => 'sit.key.previous',
      when: onQuestions,
      run: to(({ at }) => at - 1),
    },
    { keys: ['tab', 'shift+tab'], when: onList, run: (state) => ({ to: { ...state, view: 'question' } }) },
    {
      keys: ['ctrl+n'],
      name: () => 'sit.key.next-open',
      when: asking,
      run: leaving((state) => {
        const open = nextOpen(data, state);
        return open === undefined ? noOpen(state) : onQuestion(data, state, open);
      }),
    },
    ...examViews.map(
      (view): Row => ({
        keys: [examViewKey(view)],
        when: asking,
        run: leaving((state) => ({ ...state, view })),
      }),
    ),
    {
      keys: ['f9'],
      name: () => 'sit.key.hand-in',
      when: asking,
      run: leaving((state) => ({ ...state, handingIn: true })),
    },
    {
      keys: ['f10', 'escape', 'ctrl+c'],
      name: () => 'sit.key.leave',
      when: asking,
      run: (state) => {
        const kept = settled(data, state);
        return 'choose' in kept ? kept : { choose: 'left' };
      },
    },
  ];
};

/** Whether a field takes what is typed. */
export const examWrites = (data: ExamData, state: ExamState): boolean =>
  !state.handingIn && state.view === 'question' && takesText(itemNow(data, state));
