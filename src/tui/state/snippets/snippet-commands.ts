import { maskNumbers } from '../../../domain/text/mask.ts';
import { problemWords } from '../../../kb/problem.ts';
import { longestSnippet, Snippet } from '../../../kb/snippets/snippet.ts';
import { asSnippet, unknownFields } from '../../../kb/snippets/snippet-text.ts';
import { editBuffer, selectedText } from '../../text/edit-buffer.ts';
import { shown, shownParagraph } from '../../text/styled-line.ts';
import type { Outcome } from '../asked.ts';
import { answerLimit, draftOf, withDraft, withOverlay } from '../desk.ts';
import type { SeatModel } from '../model.ts';
import { shownCall } from '../selectors.ts';
import type { SeatSession } from '../session.ts';
import { fillerFor, type OfferedSnippet } from './offered-snippets.ts';
import { atNextPlace, withSnippet } from './places.ts';

/** Opens the list. What a person changed in their file by hand is in it. */
export const openSnippets = async (session: SeatSession): Promise<void> => {
  const { say } = session;
  const own = await session.personalSnippets?.();
  const read = (): readonly Snippet[] => {
    if (!own) return [];
    const { snippets, faults } = own.read();
    const [first] = faults;
    if (first) {
      const { line } = first;
      const reason = problemWords(first, session.store.get().language);
      session.notice('warning', say('snippets.unreadable', { file: own.file, line, reason }));
    }
    return snippets;
  };
  let mine: readonly Snippet[] = [];
  try {
    mine = read();
  } catch (error) {
    session.notice('warning', say('snippets.no-file', { file: own?.file ?? '', reason: (error as Error).message }));
  }
  session.store.update((model) =>
    withOverlay(model, { kind: 'snippets', query: editBuffer('', { max: 50 }), at: 0, mine }),
  );
};

/** Puts a snippet into the shown call's answer where the caret stands; the first thing that it asks for is selected. */
export const insertSnippet = (session: SeatSession, { snippet }: OfferedSnippet): void => {
  const model = session.store.get();
  const call = shownCall(model);
  if (!call) return;
  const draft = withSnippet(draftOf(model, call.id), shownParagraph(fillerFor(model)(snippet)));
  if (!draft) {
    session.notice('refused', session.say('snippets.no-room', { max: answerLimit }));
    return;
  }
  session.store.update((now) => ({ ...withOverlay(withDraft(now, call.id, draft), undefined), pane: 'main' }));
};

/** Selects the next place to be filled in. False when none is left. */
export const toNextPlace = ({ store }: SeatSession): boolean => {
  const model = store.get();
  const call = shownCall(model);
  const draft = call && atNextPlace(draftOf(model, call.id));
  if (!call || !draft) return false;
  store.update((now) => ({ ...withDraft(now, call.id, draft), pane: 'main' }));
  return true;
};

/** What of the answer would be kept as a snippet: the selection, else all of it, with the caller as a field. */
export const snippetOf = (model: SeatModel, call: string): string => {
  const draft = draftOf(model, call);
  const text = (selectedText(draft) || draft.text).trim();
  return asSnippet(text, shown(model.calls.get(call)?.name ?? ''));
};

/** How a field that is asked for is written. */
const asked = '{?…}';

/** Keeps a person's own snippet. Numbers of citizens have no place in it. */
export const keepSnippet = async (session: SeatSession, name: string, text: string): Promise<Outcome> => {
  const { say } = session;
  const own = await session.personalSnippets?.();
  const no = (reason: string, field: string): Outcome => ({ state: 'refused', text: reason, field });
  if (!own) return no(say('snippets.no-place'), 'text');
  if (maskNumbers(text) !== text) return no(say('snippets.number', { asked }), 'text');
  const [unknown] = unknownFields(text);
  if (unknown !== undefined) return no(say('snippets.field', { field: unknown, asked }), 'text');
  try {
    const made = Snippet.safeParse({ id: own.freshId(), name, text });
    if (!made.success) return no(say('snippets.too-long', { max: longestSnippet }), 'text');
    own.put(made.data);
  } catch (error) {
    return no(say('snippets.no-file', { file: own.file, reason: (error as Error).message }), 'name');
  }
  session.notice('done', say('snippets.kept', { name }));
  return { state: 'done' };
};
