import { type HardWord, hardWordFinder, type PlainWord } from '../../kb/plain-words.ts';
import { placesIn } from '../../kb/snippets/snippet-text.ts';
import { type EditBuffer, edit, selectedText, selection } from '../text/edit-buffer.ts';
import type { SeatModel } from './model.ts';

/** Characters that are read out in a minute, so that the other can follow. */
const perMinute = 240;
/** Below this nobody needs to be told how long it takes. */
const worthTelling = 60;
/** More than this cannot be followed on the telephone. */
const tooLong = 300;

/** What there is to say about an answer while it is written. None of it keeps anybody from sending it. */
export interface AnswerHints {
  readonly count: number;
  /** How long it takes to read out, when that is worth telling. */
  readonly seconds: number | undefined;
  readonly tooLong: boolean;
  /** Places of snippets that are not filled in. */
  readonly places: number;
  readonly hard: readonly HardWord[];
}

let finder: { of: readonly PlainWord[]; find: (text: string) => readonly HardWord[] } | undefined;

/** The finder for the words of the knowledge base; made anew when those change. */
const find = ({ knowledge: { base } }: SeatModel, text: string): readonly HardWord[] => {
  if (!base) return [];
  const { plainWords } = base;
  if (finder?.of !== plainWords) finder = { of: plainWords, find: hardWordFinder(plainWords) };
  return finder.find(text);
};

export const answerHints = (model: SeatModel, text: string): AnswerHints => {
  const count = [...text].length;
  return {
    count,
    seconds: count < worthTelling ? undefined : Math.round((count * 60) / perMinute),
    tooLong: count > tooLong,
    places: placesIn(text).length,
    hard: find(model, text),
  };
};

/** The hard word that is selected. */
export const selectedHardWord = (model: SeatModel, draft: EditBuffer): HardWord | undefined => {
  const text = selectedText(draft);
  return text === '' ? undefined : find(model, draft.text).find(({ word }) => word === text);
};

/** The answer with its next hard word selected; with that selected, with its plain way in its place. Nothing when there is none. */
export const saidPlainly = (model: SeatModel, draft: EditBuffer): EditBuffer | undefined => {
  const chosen = selectedHardWord(model, draft);
  if (chosen) {
    const { buffer, refused } = edit(draft, { do: 'insert', text: chosen.plain, pasted: true });
    return refused === '' ? buffer : undefined;
  }
  const hard = find(model, draft.text);
  const [from, to] = selection(draft);
  const next = hard.find(({ at }) => at >= (from === to ? from : to)) ?? hard[0];
  return next && edit(draft, { do: 'select', from: next.at, to: next.at + next.word.length }).buffer;
};
