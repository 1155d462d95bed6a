import { decline, take } from '../state/call-commands.ts';
import { moveInQueue, otherPane, scrollBy } from '../state/desk.ts';
import { ringingCall, selectedCall, waitingCalls } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { free, loaded, somethingSelected, unless } from './reasons.ts';

/** Up and down walk the list, or scroll the preview when it has the focus. */
const step = (session: SeatSession, by: number): void =>
  session.store.update((model) =>
    model.pane === 'detail' ? scrollBy(model, by, session.view.most) : moveInQueue(model, by),
  );

const ringing = (session: SeatSession) => ringingCall(session.store.get());

export const queueActions: readonly Action[] = [
  {
    id: 'take',
    name: 'action.take',
    help: 'help.take',
    keys: ['enter'],
    where: 'queue',
    bar: 20,
    whyNot: unless(loaded, free, somethingSelected),
    run: (session) => {
      const call = selectedCall(session.store.get());
      return call && take(session, call);
    },
  },
  {
    id: 'queue-up',
    name: 'action.up',
    help: 'help.queue-move',
    keys: ['up', 'k'],
    where: 'queue',
    hidden: true,
    run: (session) => step(session, -1),
  },
  {
    id: 'queue-down',
    name: 'action.down',
    help: 'help.queue-move',
    keys: ['down', 'j'],
    where: 'queue',
    hidden: true,
    run: (session) => step(session, 1),
  },
  {
    id: 'queue-page-up',
    name: 'action.page-up',
    help: 'help.page',
    keys: ['pageup'],
    where: 'queue',
    hidden: true,
    run: (session) => step(session, -session.view.page),
  },
  {
    id: 'queue-page-down',
    name: 'action.page-down',
    help: 'help.page',
    keys: ['pagedown'],
    where: 'queue',
    hidden: true,
    run: (session) => step(session, session.view.page),
  },
  {
    id: 'queue-first',
    name: 'action.first',
    help: 'help.first',
    keys: ['home', 'g'],
    where: 'queue',
    hidden: true,
    run: (session) => step(session, -waitingCalls(session.store.get()).length - session.view.most),
  },
  {
    id: 'queue-last',
    name: 'action.last',
    help: 'help.last',
    keys: ['end', 'G'],
    where: 'queue',
    hidden: true,
    run: (session) => step(session, waitingCalls(session.store.get()).length + session.view.most),
  },
  {
    id: 'queue-pane',
    name: 'action.pane',
    help: 'help.pane',
    keys: ['tab', 'shift+tab'],
    where: 'queue',
    hidden: true,
    bar: 50,
    run: ({ store }) => store.update(otherPane),
  },
  {
    id: 'take-ringing',
    name: 'action.take-ringing',
    help: 'help.take-ringing',
    keys: ['enter'],
    where: 'ringing',
    hidden: true,
    bar: 20,
    run: (session) => {
      const call = ringing(session);
      return call && take(session, call);
    },
  },
  {
    id: 'decline',
    name: 'action.decline',
    help: 'help.decline',
    keys: ['escape'],
    where: 'ringing',
    bar: 22,
    whyNot: (model, say) => (ringingCall(model) ? undefined : say('why.not-ringing')),
    run: (session) => {
      const call = ringing(session);
      return call && decline(session, call);
    },
  },
];
