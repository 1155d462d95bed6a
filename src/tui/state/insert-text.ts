import { placesIn } from '../../kb/snippets/snippet-text.ts';
import { type EditBuffer, edit, selection } from '../text/edit-buffer.ts';
import { sentenceEnd } from '../text/sentence-end.ts';

/** A text that does not run into what stands on the line before and behind the caret. */
const onOwnLines = (text: string, draft: EditBuffer): string => {
  const [from, to] = selection(draft);
  const [before, behind] = [draft.text.slice(0, from), draft.text.slice(to)];
  const [lineStart = ''] = /[^\n]*$/.exec(before) ?? [];
  const [lineEnd = ''] = /^[^\n]*/.exec(behind) ?? [];
  return `${lineStart.trim() === '' ? '' : '\n'}${text}${lineEnd.trim() === '' ? '' : '\n'}`;
};

const endsSentence = new RegExp(`${sentenceEnd.source}\\s*$`);

/**
 * The caret behind the sentence in whose middle it stands, as it does at a place of a snippet that is to be filled in, or was: none is torn
 * in two. What a person selected stays selected; a place was selected for them.
 */
const behindTheSentence = (draft: EditBuffer): EditBuffer => {
  const [from, to] = selection(draft);
  if (from !== to && !placesIn(draft.text).some((place) => place.from === from && place.to === to)) return draft;
  const [lineStart = ''] = /[^\n]*$/.exec(draft.text.slice(0, from)) ?? [];
  if (from === to && (lineStart.trim() === '' || endsSentence.test(lineStart))) return draft;
  const [lineEnd = ''] = /^[^\n]*/.exec(draft.text.slice(to)) ?? [];
  const end = sentenceEnd.exec(lineEnd);
  const { anchor: _, ...rest } = draft;
  return { ...rest, caret: to + (end ? end.index + end[0].length : lineEnd.length) };
};

/**
 * A draft with a text on lines of its own where the caret stands, or behind the sentence it is in; nothing when it has no room for all of it:
 * half an answer is worse than none.
 */
export const withText = (draft: EditBuffer, text: string): EditBuffer | undefined => {
  const place = behindTheSentence(draft);
  const { buffer, refused } = edit(place, { do: 'insert', text: onOwnLines(text, place), pasted: true });
  return refused === '' ? buffer : undefined;
};

/** The same with a passage to be read out; an answer that is begun with it speaks to the caller, which `begin` does. */
export const withPassage = (draft: EditBuffer, passage: string, begin: string): EditBuffer | undefined =>
  withText(draft, draft.text.trim() === '' ? `${begin}${passage}` : passage);
