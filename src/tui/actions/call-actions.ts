import { beginForm } from '../forms/fill-in.ts';
import { accountView } from '../state/accounts/verified.ts';
import { holdOrResume, mask } from '../state/call-commands.ts';
import { isGone } from '../state/conversation/talk.ts';
import { draftOf, nextCallPane, scrollBy, withDraft, withOverlay } from '../state/desk.ts';
import type { FormKind } from '../state/overlay.ts';
import { shownCall } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import { toNextPlace } from '../state/snippets/snippet-commands.ts';
import { edit } from '../text/edit-buffer.ts';
import { revealOnAccounts } from './account-actions.ts';
import type { Action } from './action.ts';
import { unfilled } from './answer-actions.ts';
import { aCall, anAccount, callIn, noOtherActive, ofMine, openTicket, toHolder, unless } from './reasons.ts';

const form =
  (kind: FormKind) =>
  (session: SeatSession): void => {
    const call = shownCall(session.store.get());
    if (call) beginForm(session, kind, call.id);
  };

const scroll = (session: SeatSession, by: number): void =>
  session.store.update((model) => scrollBy(model, by, session.view.most));

/** A page up or down in the answer, while it has the keys and is longer than its field; else the question is what is paged through. */
const pageAnswer = ({ store, answer }: SeatSession, to: 'page-up' | 'page-down'): boolean => {
  const { pane, callAt } = store.get();
  if (pane !== 'main' || callAt === undefined || answer.lines <= answer.rows) return false;
  store.update((model) => {
    const { buffer } = edit(draftOf(model, callAt), { do: 'move', to }, answer.cells, answer.rows);
    return withDraft(model, callAt, buffer);
  });
  return true;
};

/** In force on the call screen, also while the answer is being written. */
export const callActions: readonly Action[] = [
  {
    id: 'close',
    name: 'action.close',
    help: 'help.close',
    keys: ['f9'],
    where: 'call',
    bar: 10,
    whyNot: unless(aCall, openTicket, (model, say) =>
      draftOf(model, model.callAt).text.trim() === '' ? say('why.no-answer') : unfilled(model, say),
    ),
    run: form('close'),
  },
  {
    id: 'dispatch',
    name: 'action.dispatch',
    help: 'help.dispatch',
    keys: ['f10', 'f12'],
    where: 'call',
    bar: 11,
    whyNot: unless(aCall, openTicket),
    run: form('dispatch'),
  },
  {
    id: 'hold',
    name: 'action.hold',
    help: 'help.hold',
    keys: ['ctrl+t'],
    where: 'call',
    bar: 12,
    nameNow: (model) => (shownCall(model)?.state === 'held' ? 'action.resume' : undefined),
    whyNot: unless(callIn('active', 'held'), noOtherActive),
    run: (session) => {
      const call = shownCall(session.store.get());
      return call && holdOrResume(session, call);
    },
  },
  {
    id: 'return',
    name: 'action.return',
    help: 'help.return',
    keys: ['ctrl+r'],
    where: 'call',
    bar: 13,
    whyNot: callIn('active', 'held'),
    run: form('return'),
  },
  {
    id: 'end',
    name: 'action.end',
    help: 'help.end',
    keys: ['ctrl+d'],
    where: 'call',
    bar: 14,
    // Nobody is on the line any more, so this is what comes next.
    barNow: (model) => (model.callAt !== undefined && isGone(model, model.callAt) ? 7 : 14),
    nameNow: (model) => (shownCall(model)?.state === 'wrap-up' ? 'action.end-wrap-up' : undefined),
    whyNot: callIn('active', 'held', 'wrap-up'),
    run: ({ store }) =>
      store.update((model) =>
        model.callAt === undefined ? model : withOverlay(model, { kind: 'confirm', what: 'end', call: model.callAt }),
      ),
  },
  {
    id: 'move',
    name: 'action.move',
    help: 'help.move',
    keys: ['ctrl+x ctrl+d'],
    where: 'call',
    bar: 16,
    whyNot: unless(callIn('active', 'held'), (model, say) =>
      model.settings.domains.length > 1 ? undefined : say('why.one-domain'),
    ),
    run: form('move'),
  },
  {
    id: 'reveal',
    name: 'action.reveal',
    help: 'help.reveal',
    keys: ['ctrl+p'],
    where: 'call',
    bar: 15,
    nameNow: (model) => {
      if (model.screen === 'accounts') return accountView(model)?.desk.reveal ? 'action.mask' : 'action.reveal-field';
      return model.reveal && model.reveal.call === model.callAt ? 'action.mask' : undefined;
    },
    whyNot: (model, say) =>
      model.screen === 'accounts'
        ? unless(anAccount, toHolder, callIn('active', 'held'))(model, say)
        : unless(aCall, ofMine)(model, say),
    run: (session) => {
      const { reveal, callAt, screen } = session.store.get();
      if (screen === 'accounts') revealOnAccounts(session);
      else if (reveal && reveal.call === callAt) mask(session);
      else form('reveal')(session);
    },
  },
  {
    id: 'call-pane',
    name: 'action.pane',
    help: 'help.call-pane',
    keys: ['tab'],
    where: 'conversation',
    hidden: true,
    // What a snippet left to be filled in comes first.
    run: (session) => {
      if (session.store.get().pane === 'main' && toNextPlace(session)) return;
      session.store.update((model) => nextCallPane(model, 1));
    },
  },
  {
    id: 'call-pane-back',
    name: 'action.pane',
    help: 'help.call-pane',
    keys: ['shift+tab'],
    where: 'conversation',
    hidden: true,
    run: ({ store }) => store.update((model) => nextCallPane(model, -1)),
  },
  ...(
    [
      ['up', 'action.up', ['up', 'k'], () => -1],
      ['down', 'action.down', ['down', 'j'], () => 1],
      ['first', 'action.first', ['home', 'g'], ({ view }) => -view.most],
      ['last', 'action.last', ['end', 'G'], ({ view }) => view.most],
    ] as const satisfies readonly (readonly [
      string,
      Action['name'],
      readonly string[],
      (session: SeatSession) => number,
    ])[]
  ).map(
    ([id, name, keys, by]): Action => ({
      id: `question-${id}`,
      name,
      help: 'help.scroll',
      keys,
      where: 'question',
      hidden: true,
      run: (session) => scroll(session, by(session)),
    }),
  ),
  {
    id: 'question-back',
    name: 'action.back-to-answer',
    help: 'help.back-to-answer',
    keys: ['escape', 'enter'],
    where: 'question',
    hidden: true,
    bar: 5.5,
    run: ({ store }) => store.update((model) => ({ ...model, pane: 'main' })),
  },
  {
    id: 'call-page-up',
    name: 'action.page-up',
    help: 'help.page-question',
    keys: ['pageup'],
    where: 'conversation',
    hidden: true,
    run: (session) => pageAnswer(session, 'page-up') || scroll(session, -session.view.page),
  },
  {
    id: 'call-page-down',
    name: 'action.page-down',
    help: 'help.page-question',
    keys: ['pagedown'],
    where: 'conversation',
    hidden: true,
    run: (session) => pageAnswer(session, 'page-down') || scroll(session, session.view.page),
  },
];
