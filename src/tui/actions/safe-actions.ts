import type { OlderPaper } from '../../client/desk/other-texts.ts';
import { submitForm } from '../forms/fill-in.ts';
import { verifies } from '../state/accounts/verified.ts';
import { withOverlay } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import { openRefusal, refusalShown, remediesOf, remedy } from '../state/outbox/conflict.ts';
import { canTakeBack, lastToTakeBack, refusals } from '../state/outbox/entries.ts';
import { takeBack } from '../state/outbox/take-back.ts';
import type { Overlay } from '../state/overlay.ts';
import { shownCall } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { canWrite } from './contexts.ts';
import { hidden } from './hidden.ts';
import { aCall, signedIn, unless } from './reasons.ts';

const dismiss = ({ store }: SeatSession): void => store.update((model) => withOverlay(model, undefined));

const somethingThere = ({ outbox }: SeatModel): boolean => outbox.length > 0;

const openOutbox = ({ store }: SeatSession): void =>
  store.update((model) => withOverlay(model, { kind: 'outbox', at: 0 }));

/** What was refused is to be looked after; else what waits goes out now. */
const sendNow = (session: SeatSession): unknown => {
  const model = session.store.get();
  if (verifies(model)) return submitForm(session);
  const [refused] = refusals(model);
  return refused ? openRefusal(session, refused) : session.kept.outbox.sendAll();
};

const walk =
  <K extends 'outbox' | 'conflict' | 'older'>(kind: K, count: (session: SeatSession) => number) =>
  (session: SeatSession, by: number): void =>
    session.store.update((model) => {
      const { overlay } = model;
      if (overlay?.kind !== kind) return model;
      const size = Math.max(1, count(session));
      const moved: Overlay = { ...(overlay as Extract<Overlay, { kind: K }>), at: (overlay.at + by + size) % size };
      return withOverlay(model, moved);
    });

const walkOutbox = walk('outbox', ({ store }) => store.get().outbox.length);
const walkRemedies = walk('conflict', ({ store }) => {
  const entry = refusalShown(store.get());
  return entry ? remediesOf(store.get(), entry).length : 1;
});
const walkOlder = walk('older', (session) => olderShown(session).length);

/** Deals with the chosen entry: what was refused is opened, what nobody sent yet is taken back. */
const lookAfter = (session: SeatSession): void => {
  const { overlay, outbox } = session.store.get();
  const entry = overlay?.kind === 'outbox' ? outbox[overlay.at] : undefined;
  if (!entry) return;
  if (entry.refused) openRefusal(session, entry);
  else if (canTakeBack(entry)) takeBack(session, entry);
  else session.notice('info', session.say('outbox.row.tried'));
};

const doRemedy = (session: SeatSession): void => {
  const model = session.store.get();
  const entry = refusalShown(model);
  const chosen = entry && model.overlay?.kind === 'conflict' ? remediesOf(model, entry)[model.overlay.at] : undefined;
  if (entry && chosen) remedy(session, entry, chosen);
};

const scrollConflict = (session: SeatSession, by: number): void =>
  session.store.update((model) => {
    if (model.overlay?.kind !== 'conflict') return model;
    const scroll = Math.max(0, Math.min(model.overlay.scroll + by, session.view.most));
    return withOverlay(model, { ...model.overlay, scroll });
  });

const olderShown = (session: SeatSession): readonly OlderPaper[] => {
  const call = shownCall(session.store.get());
  return call ? session.kept.otherTexts(call.id) : [];
};

const chosenOlder = (session: SeatSession): OlderPaper | undefined => {
  const { overlay } = session.store.get();
  return overlay?.kind === 'older' ? olderShown(session)[overlay.at] : undefined;
};

const openOlder = (session: SeatSession): void => {
  if (olderShown(session).length === 0) session.notice('info', session.say('older.none'));
  else session.store.update((model) => withOverlay(model, { kind: 'older', at: 0 }));
};

const bringBack = (session: SeatSession): void => {
  const older = chosenOlder(session);
  if (!older) return;
  if (!canWrite(session.store.get())) {
    session.notice('info', session.say('older.read-only'));
    return;
  }
  session.kept.bringBack(older);
  dismiss(session);
  session.notice('done', session.say('older.brought'));
};

const copyOlder = (session: SeatSession): void => {
  const older = chosenOlder(session);
  if (!older) return;
  session.copy(older.paper.text);
  session.notice('done', session.say('conflict.copied'));
};

/** What must not be lost: taking back, what is to be sent, what was refused, other texts. */
export const safeActions: readonly Action[] = [
  {
    id: 'take-back',
    name: 'action.take-back',
    help: 'help.take-back',
    keys: ['alt+z'],
    where: 'anywhere',
    // The line above says it as well, so the keys of the call keep their places.
    bar: 33,
    idle: (model) => lastToTakeBack(model) === undefined,
    whyNot: (model, say) => {
      if (lastToTakeBack(model)) return undefined;
      const { sentLast } = model;
      return sentLast === undefined ? say('why.nothing-to-take-back') : say('why.sent-already', { what: sentLast });
    },
    run: (session) => {
      const entry = lastToTakeBack(session.store.get());
      if (entry) takeBack(session, entry);
    },
  },
  {
    id: 'resend',
    name: 'action.send-now',
    help: 'help.send-now',
    keys: ['ctrl+g'],
    where: 'anywhere',
    bar: 34,
    barNow: (model) => (refusals(model).length > 0 ? 5 : undefined),
    // On the check of identity it sends that, as in any form.
    idle: (model) => verifies(model) || !somethingThere(model),
    nameNow: (model) => {
      if (verifies(model)) return 'action.verify';
      return refusals(model).length > 0 ? 'action.look-after' : undefined;
    },
    whyNot: (model, say) => (verifies(model) || somethingThere(model) ? undefined : say('why.nothing-unsent')),
    run: sendNow,
  },
  {
    id: 'outbox',
    name: 'action.outbox',
    help: 'help.outbox',
    keys: ['alt+g'],
    where: 'anywhere',
    whyNot: signedIn,
    run: openOutbox,
  },
  {
    id: 'older-texts',
    name: 'action.older',
    help: 'help.older',
    keys: ['alt+o'],
    where: 'call',
    whyNot: unless(aCall),
    run: openOlder,
  },

  { ...hidden('outbox', 'look-after', 'action.look-after', 'help.look-after', ['enter'], lookAfter, 1) },
  hidden(
    'outbox',
    'send',
    'action.send-now',
    'help.send-now',
    ['ctrl+g'],
    (session) => session.kept.outbox.sendAll(),
    2,
  ),
  hidden('outbox', 'up', 'action.up', 'help.choose', ['up', 'k'], (session) => walkOutbox(session, -1)),
  hidden('outbox', 'down', 'action.down', 'help.choose', ['down', 'j', 'alt+g'], (session) => walkOutbox(session, 1)),
  hidden('outbox', 'close', 'action.cancel', 'help.back', ['escape'], dismiss, 9),

  hidden('conflict', 'choose', 'action.choose', 'help.choose', ['enter'], doRemedy, 1),
  hidden('conflict', 'up', 'action.up', 'help.choose', ['up', 'k'], (session) => walkRemedies(session, -1)),
  hidden('conflict', 'down', 'action.down', 'help.choose', ['down', 'j', 'tab', 'ctrl+g'], (session) =>
    walkRemedies(session, 1),
  ),
  hidden('conflict', 'page-up', 'action.page-up', 'help.scroll', ['pageup'], (s) => scrollConflict(s, -s.view.page)),
  hidden('conflict', 'page-down', 'action.page-down', 'help.scroll', ['pagedown'], (s) =>
    scrollConflict(s, s.view.page),
  ),
  hidden('conflict', 'close', 'action.cancel', 'help.back', ['escape'], dismiss, 9),

  hidden('older', 'bring-back', 'action.bring-back', 'help.bring-back', ['enter'], bringBack, 1),
  hidden('older', 'copy', 'action.copy-text', 'help.copy-text', ['ctrl+y', 'y'], copyOlder, 2),
  hidden('older', 'up', 'action.up', 'help.choose', ['up', 'k'], (session) => walkOlder(session, -1)),
  hidden('older', 'down', 'action.down', 'help.choose', ['down', 'j', 'alt+o'], (session) => walkOlder(session, 1)),
  hidden('older', 'close', 'action.cancel', 'help.back', ['escape'], dismiss, 9),
];
