import { placesIn } from '../../kb/snippets/snippet-text.ts';
import { beginForm } from '../forms/fill-in.ts';
import { answerHints, saidPlainly, selectedHardWord } from '../state/answer-hints.ts';
import { draftOf, withDraft, withOverlay } from '../state/desk.ts';
import { editOutside } from '../state/edit-outside.ts';
import type { SeatModel } from '../state/model.ts';
import { shownCall } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import { insertSnippet, openSnippets, toNextPlace } from '../state/snippets/snippet-commands.ts';
import type { Say } from '../words/words.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';
import { anAnswer, unless } from './reasons.ts';

const textNow = (model: SeatModel): string => draftOf(model, model.callAt).text;

/** What a snippet asked for is still not filled in; nobody should be told "until {date}". */
export const unfilled = (model: SeatModel, say: Say, call = model.callAt): string | undefined => {
  const [first] = placesIn(draftOf(model, call).text);
  return first && say('why.unfilled', { asks: first.asks });
};

const hasNoPlace = (model: SeatModel): boolean => placesIn(textNow(model)).length === 0;
const hasNoHardWord = (model: SeatModel): boolean => answerHints(model, textNow(model)).hard.length === 0;

const sayPlainly = ({ store }: SeatSession): void => {
  const model = store.get();
  const call = shownCall(model);
  const draft = call && saidPlainly(model, draftOf(model, call.id));
  if (call && draft) store.update((now) => ({ ...withDraft(now, call.id, draft), pane: 'main' }));
};

const move = (session: SeatSession, by: number): void => {
  const most = Math.max(0, session.offered.snippets.length - 1);
  session.store.update((model) =>
    model.overlay?.kind === 'snippets'
      ? withOverlay(model, { ...model.overlay, at: Math.max(0, Math.min(model.overlay.at + by, most)) })
      : model,
  );
};

const insertChosen = (session: SeatSession): void => {
  const { overlay } = session.store.get();
  const chosen = overlay?.kind === 'snippets' ? session.offered.snippets[overlay.at] : undefined;
  if (chosen) insertSnippet(session, chosen);
};

/** What helps to write the answer, beside the keys of the field itself; and the window with the snippets. */
export const answerActions: readonly Action[] = [
  {
    id: 'snippets',
    name: 'action.snippets',
    help: 'help.snippets',
    keys: ['alt+s'],
    where: 'conversation',
    bar: 12.8,
    whyNot: anAnswer,
    run: openSnippets,
  },
  {
    id: 'next-place',
    name: 'action.next-place',
    help: 'help.next-place',
    keys: ['alt+n'],
    where: 'conversation',
    bar: 4,
    idle: hasNoPlace,
    whyNot: unless(anAnswer, (model, say) => (hasNoPlace(model) ? say('why.no-place') : undefined)),
    run: toNextPlace,
  },
  {
    id: 'say-plainly',
    name: 'action.say-plainly',
    help: 'help.say-plainly',
    keys: ['alt+h'],
    where: 'conversation',
    nameNow: (model) => (selectedHardWord(model, draftOf(model, model.callAt)) ? 'action.put-plainly' : undefined),
    whyNot: unless(anAnswer, (model, say) => (hasNoHardWord(model) ? say('why.all-plain') : undefined)),
    run: sayPlainly,
  },
  {
    id: 'keep-snippet',
    name: 'action.keep-snippet',
    help: 'help.keep-snippet',
    keys: ['ctrl+x ctrl+n'],
    where: 'conversation',
    whyNot: unless(anAnswer, (model, say) => (textNow(model).trim() === '' ? say('why.no-answer-yet') : undefined)),
    run: (session) => {
      const call = shownCall(session.store.get());
      if (call) beginForm(session, 'keep-snippet', call.id);
    },
  },
  {
    id: 'edit-outside',
    name: 'action.edit-outside',
    help: 'help.edit-outside',
    keys: ['ctrl+x ctrl+e'],
    where: 'conversation',
    whyNot: anAnswer,
    run: editOutside,
  },

  hidden('snippets', 'insert', 'action.snippet-insert', 'help.snippet-insert', ['enter', 'tab'], insertChosen, 1),
  hidden('snippets', 'up', 'action.up', 'help.snippets-move', ['up', 'ctrl+p'], (session) => move(session, -1)),
  hidden('snippets', 'down', 'action.down', 'help.snippets-move', ['down', 'ctrl+n', 'alt+s'], (session) =>
    move(session, 1),
  ),
  hidden('snippets', 'page-up', 'action.page-up', 'help.snippets-move', ['pageup'], (session) => move(session, -8)),
  hidden('snippets', 'page-down', 'action.page-down', 'help.snippets-move', ['pagedown'], (session) =>
    move(session, 8),
  ),
  hidden(
    'snippets',
    'cancel',
    'action.cancel',
    'help.back',
    ['escape'],
    ({ store }) => store.update((model) => withOverlay(model, undefined)),
    9,
  ),
];
