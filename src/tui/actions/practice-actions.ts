import { canTalk, isGone, talkedCall } from '../state/conversation/talk.ts';
import { goToTalk, readAnswerOut, sayTyped, turnTalk } from '../state/conversation/talk-commands.ts';
import { draftOf, nextCallPane } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import { shownCall } from '../state/selectors.ts';
import type { Say } from '../words/words.ts';
import type { Action } from './action.ts';
import { unfilled } from './answer-actions.ts';
import { hidden } from './hidden.ts';
import { type Reason, unless } from './reasons.ts';

/** The citizen of the call that is talked in hears what is said. */
export const isHeard: Reason = (model, say) => {
  const call = talkedCall(model);
  if (!call || call.seat?.id !== model.me?.id) return say('why.no-call');
  if (isGone(model, call.id)) return say('why.hung-up');
  if (call.state === 'held') return say('why.not-heard');
  return call.state === 'active' ? undefined : say('why.not-talking', { about: call.name });
};

const hasAnswer: Reason = (model, say) => {
  const call = talkedCall(model)?.id;
  return draftOf(model, call).text.trim() === '' ? say('why.no-answer-to-read') : unfilled(model, say, call);
};

const aConversation = (model: SeatModel, say: Say): string | undefined =>
  talkedCall(model) ? undefined : say('why.nobody-to-talk-with');

/** Talking with the citizen of a call, and the end of the exercise. Only where there is a conversation. */
export const practiceActions: readonly Action[] = [
  {
    id: 'talk',
    name: 'action.talk',
    help: 'help.talk',
    keys: ['alt+t'],
    where: 'practice',
    bar: 12.2,
    idle: (model) => model.screen === 'call' && model.pane === 'talk',
    whyNot: aConversation,
    run: goToTalk,
  },
  {
    id: 'read-out',
    name: 'action.read-out',
    help: 'help.read-out',
    keys: ['alt+l'],
    where: 'practice',
    bar: 9,
    whyNot: unless(isHeard, hasAnswer),
    run: (session) => {
      const call = talkedCall(session.store.get());
      if (call) readAnswerOut(session, call.id);
    },
  },
  {
    id: 'finish-practice',
    name: 'action.finish-practice',
    help: 'help.finish-practice',
    keys: ['alt+j'],
    where: 'practice',
    bar: 8,
    whyNot: ({ talk }, say) => (talk?.over === undefined ? say('why.practice-goes-on') : undefined),
    run: ({ hooks }) => hooks.quit(),
  },

  {
    ...hidden('talk', 'say', 'action.say-aloud', 'help.say-aloud', ['enter'], (session) => {
      // What came in one read with this Enter is in the field when all who listen have had it.
      queueMicrotask(() => {
        const call = shownCall(session.store.get());
        if (call) sayTyped(session, call.id);
      });
    }),
    bar: 1,
    whyNot: isHeard,
  },
  hidden('talk', 'up', 'action.up', 'help.turn-talk', ['up'], (session) => turnTalk(session, -1)),
  hidden('talk', 'down', 'action.down', 'help.turn-talk', ['down'], (session) => turnTalk(session, 1)),
  hidden('talk', 'page-up', 'action.page-up', 'help.turn-talk', ['pageup'], (session) =>
    turnTalk(session, -session.talkView.page),
  ),
  hidden('talk', 'page-down', 'action.page-down', 'help.turn-talk', ['pagedown'], (session) =>
    turnTalk(session, session.talkView.page),
  ),
  hidden('talk', 'next-pane', 'action.pane', 'help.talk-pane', ['tab'], ({ store }) =>
    store.update((model) => nextCallPane(model, 1)),
  ),
  hidden('talk', 'previous-pane', 'action.pane', 'help.talk-pane', ['shift+tab'], ({ store }) =>
    store.update((model) => nextCallPane(model, -1)),
  ),
  {
    ...hidden('talk', 'leave', 'action.back-to-answer', 'help.leave-talk', ['escape'], ({ store }) =>
      store.update((model) => ({ ...model, pane: 'main' })),
    ),
    idle: canTalk,
    bar: 5.5,
  },
];
