import { type Answer, type AnswerProblem, readTyped, type TypedAnswer } from '../../../practice/exam/marking/answer.ts';
import { letterOf, type PaperItem } from '../../../practice/exam/paper/paper.ts';
import { ExamRefusal } from '../../../practice/exam/refusal.ts';
import { type EditBuffer, editBuffer } from '../../text/edit-buffer.ts';
import type { Outcome, ScreenState } from '../screen/practice-screen.ts';
import { type ExamData, type FoundArticle, lettersOf, problemWords } from './exam-data.ts';

export const examViews = ['question', 'list'] as const;
export type ExamView = (typeof examViews)[number];

export type ExamChoice = 'handed-in' | 'time-over' | 'left' | { readonly scenario: number };

export interface ExamState extends ScreenState {
  readonly view: ExamView;
  /** The question, by its place on the paper. */
  readonly at: number;
  /** The row with the cursor: a choice, or an article that was found. */
  readonly row: number;
  readonly scroll: number;
  /** What is typed on questions that take text, by number; it may be more than was recorded. */
  readonly drafts: ReadonlyMap<number, EditBuffer>;
  readonly answers: ReadonlyMap<number, Answer>;
  /** Whether it was asked if the exam is to be handed in. */
  readonly handingIn: boolean;
  /** Whole seconds that are left. */
  readonly left: number;
}

/** As much as an answer or a search may be. */
const longestDraft = 60;

export const secondsLeft = ({ endsAt, now }: ExamData): number => Math.max(0, Math.ceil((endsAt - now()) / 1000));

export const itemNow = ({ items }: ExamData, { at }: ExamState): PaperItem | undefined => items[at];

/** Whether a question is answered by typing. */
export const takesText = (item: PaperItem | undefined): boolean => item?.kind === 'sum' || item?.kind === 'find';

/** The text of a question as it stands: typed now, or recorded before. */
export const draftOf = ({ drafts, answers }: ExamState, item: PaperItem): EditBuffer => {
  const answer = answers.get(item.number);
  const recorded = answer && 'typed' in answer ? answer.typed : '';
  return drafts.get(item.number) ?? editBuffer(recorded, { max: longestDraft });
};

/** Whether something is typed that was not recorded. A search is none: it is the article that counts. */
export const isUnrecorded = (state: ExamState, item: PaperItem): boolean => {
  const draft = state.drafts.get(item.number)?.text.trim() ?? '';
  const answer = state.answers.get(item.number);
  if (item.kind === 'find') return draft !== '' && answer === undefined;
  return item.kind === 'sum' && draft !== '' && !(answer && 'typed' in answer && answer.typed === draft);
};

export const found = (data: ExamData, state: ExamState): readonly FoundArticle[] => {
  const item = itemNow(data, state);
  const typed = item?.kind === 'find' ? draftOf(state, item).text.trim() : '';
  return typed === '' ? [] : (data.find?.(typed) ?? []);
};

/** The first row of a question: what was chosen, where something was. */
const rowOf = (item: PaperItem | undefined, answers: ExamState['answers']): number => {
  const answer = item && answers.get(item.number);
  if (!item || !('choices' in item) || !answer || !('choose' in answer)) return 0;
  return Math.max(
    0,
    item.choices.findIndex(({ key }) => answer.choose.includes(key)),
  );
};

export const onQuestion = (data: ExamData, state: ExamState, at: number): ExamState => {
  const place = Math.max(0, Math.min(at, data.items.length - 1));
  return { ...state, at: place, row: rowOf(data.items[place], state.answers), scroll: 0 };
};

/** The first question that is not answered behind this one, round. */
export const nextOpen = ({ items }: ExamData, { at, answers }: ExamState): number | undefined => {
  const places = [...items.keys()];
  return [...places.slice(at + 1), ...places.slice(0, at + 1)].find((place) => !answers.has(items[place]!.number));
};

/** `number`: the question that is shown first; absent: the first that is not answered. */
export const firstExam = (data: ExamData, number: number | undefined): ExamState => {
  const state: ExamState = {
    view: 'question',
    at: 0,
    row: 0,
    scroll: 0,
    drafts: new Map(),
    answers: data.answers,
    handingIn: false,
    left: secondsLeft(data),
  };
  const wanted = data.items.findIndex((item) => item.number === number);
  const open = data.items.findIndex((item) => !data.answers.has(item.number));
  return onQuestion(data, state, wanted >= 0 ? wanted : open);
};

export const withDraft = (state: ExamState, item: PaperItem, draft: EditBuffer): ExamState => ({
  ...state,
  row: 0,
  notice: undefined,
  drafts: new Map([...state.drafts, [item.number, draft]]),
});

const refused = (state: ExamState, problem: AnswerProblem): ExamState => ({
  ...state,
  notice: { kind: 'refused', words: (say) => problemWords(problem, say) },
});

/** Records an answer: on the disk first, then on the screen. What is no answer is told; when the time is over, the exam is. */
export const recorded = (
  data: ExamData,
  state: ExamState,
  item: PaperItem,
  typed: TypedAnswer,
): Exclude<Outcome<ExamState, ExamChoice>, undefined> => {
  const read = readTyped(item, typed);
  if (!read.ok) return { to: refused(state, read.problem) };
  try {
    data.answer(item.number, typed);
  } catch (error) {
    if (!(error instanceof ExamRefusal)) throw error;
    if (error.refused.code === 'time_over') return { choose: 'time-over' };
    if (error.refused.code === 'answer') return { to: refused(state, error.refused.problem) };
    throw error;
  }
  const { number } = item;
  return {
    to: {
      ...state,
      answers: new Map([...state.answers, [number, read.answer]]),
      notice: { kind: 'done', words: (say) => say('sit.recorded', { number }) },
    },
  };
};

/** A choice is chosen in place of another, or taken in beside others and out again. */
export const chosen = (
  data: ExamData,
  state: ExamState,
  item: PaperItem,
  place: number,
): Outcome<ExamState, ExamChoice> => {
  if (!('choices' in item) || place >= item.choices.length) return undefined;
  const letter = letterOf(place);
  const at = { ...state, row: place };
  if (item.kind === 'single') return recorded(data, at, item, { choose: letter });
  const before = lettersOf(item, state.answers.get(item.number));
  const letters = before.includes(letter) ? before.filter((one) => one !== letter) : [...before, letter];
  if (letters.length === 0)
    return { to: { ...at, notice: { kind: 'refused', words: (say) => say('sit.problem.one') } } };
  return recorded(data, at, item, { choose: letters.join(',') });
};

/** What Enter records of a question that takes text. */
export const textRecorded = (data: ExamData, state: ExamState, item: PaperItem): Outcome<ExamState, ExamChoice> => {
  const text = draftOf(state, item).text.trim();
  if (item.kind === 'sum') return recorded(data, state, item, { value: text });
  if (item.kind !== 'find') return undefined;
  if (!data.find) return recorded(data, state, item, { article: text });
  const article = found(data, state)[state.row];
  if (article) return recorded(data, state, item, { article: article.id });
  return { to: { ...state, notice: { kind: 'refused', words: (say) => say('sit.problem.article') } } };
};

/** Before one goes elsewhere: a number that was typed is recorded, since nobody types one for nothing. */
export const settled = (data: ExamData, state: ExamState): Exclude<Outcome<ExamState, ExamChoice>, undefined> => {
  const item = itemNow(data, state);
  if (item?.kind !== 'sum' || !isUnrecorded(state, item)) return { to: state };
  return recorded(data, state, item, { value: draftOf(state, item).text.trim() });
};

/** The numbers of questions, in order. */
export const openNumbers = ({ items }: ExamData, { answers }: ExamState): number[] =>
  items.flatMap(({ number }) => (answers.has(number) ? [] : [number]));
export const unrecordedNumbers = ({ items }: ExamData, state: ExamState): number[] =>
  items.flatMap((item) => (isUnrecorded(state, item) ? [item.number] : []));
