import { placesIn } from '../../../kb/snippets/snippet-text.ts';
import { type EditBuffer, edit, selection } from '../../text/edit-buffer.ts';

/** The answer with its next place to be filled in selected, the first one behind the last; nothing when none is left. */
export const atNextPlace = (draft: EditBuffer): EditBuffer | undefined => {
  const places = placesIn(draft.text);
  const [from, to] = selection(draft);
  const next = places.find((place) => place.from >= (from === to ? from : to)) ?? places[0];
  return next && edit(draft, { do: 'select', from: next.from, to: next.to }).buffer;
};

/** The answer with a text at its caret, and the first place of that text selected; nothing when there is no room for all of it. */
export const withSnippet = (draft: EditBuffer, text: string): EditBuffer | undefined => {
  const [at] = selection(draft);
  const { buffer, refused } = edit(draft, { do: 'insert', text, pasted: true });
  if (refused !== '') return undefined;
  const first = placesIn(buffer.text).find((place) => place.from >= at && place.to <= buffer.caret);
  return first ? edit(buffer, { do: 'select', from: first.from, to: first.to }).buffer : buffer;
};
