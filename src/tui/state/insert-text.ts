import { type EditBuffer, edit, selection } from '../text/edit-buffer.ts';

/** A text that does not run into what stands on the line before and behind the caret. */
const onOwnLines = (text: string, draft: EditBuffer): string => {
  const [from, to] = selection(draft);
  const [before, behind] = [draft.text.slice(0, from), draft.text.slice(to)];
  const [lineStart = ''] = /[^\n]*$/.exec(before) ?? [];
  const [lineEnd = ''] = /^[^\n]*/.exec(behind) ?? [];
  return `${lineStart.trim() === '' ? '' : '\n'}${text}${lineEnd.trim() === '' ? '' : '\n'}`;
};

/** A draft with a text on lines of its own where the caret stands; nothing when it has no room for all of it: half an answer is worse than none. */
export const withText = (draft: EditBuffer, text: string): EditBuffer | undefined => {
  const { buffer, refused } = edit(draft, { do: 'insert', text: onOwnLines(text, draft), pasted: true });
  return refused === '' ? buffer : undefined;
};

/** The same with a passage to be read out; an answer that is begun with it speaks to the caller, which `begin` does. */
export const withPassage = (draft: EditBuffer, passage: string, begin: string): EditBuffer | undefined =>
  withText(draft, draft.text.trim() === '' ? `${begin}${passage}` : passage);
