import { take, takeNext } from '../state/call-commands.ts';
import { showNextCall, showScreen, withOverlay } from '../state/desk.ts';
import { activeCall, myCalls, ringingCall } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import { editBuffer } from '../text/edit-buffer.ts';
import type { Action } from './action.ts';
import { free, loaded, signedIn, somethingWaits, unless } from './reasons.ts';
import { seatMenuStart } from './seat-actions.ts';

const ready = unless(signedIn, loaded);

const next = (session: SeatSession): Promise<void> => {
  const ringing = ringingCall(session.store.get());
  return ringing ? take(session, ringing) : takeNext(session);
};

/** In force on every screen, also while writing. */
export const screenActions: readonly Action[] = [
  {
    id: 'help',
    name: 'action.help',
    help: 'help.help',
    keys: ['f1', '?'],
    where: 'anywhere',
    bar: 99,
    run: ({ store }) => store.update((model) => withOverlay(model, { kind: 'help', scroll: 0 })),
  },
  {
    id: 'show-queue',
    name: 'action.queue',
    help: 'help.queue',
    keys: ['f2'],
    where: 'anywhere',
    bar: 40,
    idle: ({ screen }) => screen === 'queue',
    whyNot: signedIn,
    run: ({ store }) => store.update((model) => showScreen(model, 'queue')),
  },
  {
    id: 'show-call',
    name: 'action.call',
    help: 'help.call',
    keys: ['f3'],
    where: 'anywhere',
    bar: 31,
    idle: (model) => !myCalls(model).some(({ id }) => model.screen !== 'call' || id !== model.callAt),
    nameNow: ({ screen }) => (screen === 'call' ? 'action.next-call' : undefined),
    whyNot: signedIn,
    run: ({ store }) =>
      store.update((model) => (model.screen === 'call' ? showNextCall(model) : showScreen(model, 'call'))),
  },
  {
    id: 'show-tickets',
    name: 'action.tickets',
    help: 'help.tickets',
    keys: ['f6'],
    where: 'anywhere',
    bar: 42,
    idle: ({ screen }) => screen === 'tickets',
    whyNot: signedIn,
    run: ({ store }) => store.update((model) => showScreen(model, 'tickets')),
  },
  {
    id: 'take-next',
    name: 'action.take-next',
    help: 'help.take-next',
    keys: ['ctrl+n'],
    where: 'anywhere',
    bar: 30,
    // Nobody is being talked to, so this is what comes next.
    barNow: (model) => (model.screen === 'call' && !activeCall(model) ? 11.2 : undefined),
    whyNot: unless(ready, free, somethingWaits),
    run: next,
  },
  {
    id: 'seat',
    name: 'action.seat',
    help: 'help.seat',
    keys: ['ctrl+b'],
    where: 'anywhere',
    bar: 35,
    whyNot: ready,
    run: ({ store }) => store.update((model) => withOverlay(model, { kind: 'seat', at: seatMenuStart(model) })),
  },
  {
    id: 'palette',
    name: 'action.palette',
    help: 'help.palette',
    keys: ['ctrl+k', '/', ':'],
    where: 'anywhere',
    bar: 98,
    hidden: true,
    run: ({ store }) => store.update((model) => withOverlay(model, { kind: 'palette', query: editBuffer(), at: 0 })),
  },
  {
    id: 'redraw',
    name: 'action.redraw',
    help: 'help.redraw',
    keys: ['ctrl+l'],
    where: 'always',
    run: (session) => session.hooks.redraw(),
  },
  {
    id: 'quit',
    name: 'action.quit',
    help: 'help.quit',
    keys: ['ctrl+c'],
    where: 'always',
    run: ({ store, hooks }) => {
      const { overlay } = store.get();
      if (overlay?.kind === 'confirm' && overlay.what === 'quit') return hooks.quit();
      store.update((model) => withOverlay(model, { kind: 'confirm', what: 'quit' }));
    },
  },
];
