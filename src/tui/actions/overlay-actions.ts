import { formInUse, formSpecs, moveChoice, moveField, onLastField, sendsNow, submitForm } from '../forms/fill-in.ts';
import type { FormSpec } from '../forms/form-spec.ts';
import { choose, leavePalette } from '../palette/choose.ts';
import { endCall } from '../state/call-commands.ts';
import { withNotice, withOverlay } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import type { Overlay } from '../state/overlay.ts';
import type { SeatSession } from '../state/session.ts';
import type { Action } from './action.ts';
import { hidden } from './hidden.ts';

const dismiss = ({ store }: SeatSession): void => store.update((model) => withOverlay(model, undefined));

const scrollHelp = (session: SeatSession, by: number): void =>
  session.store.update((model) => {
    if (model.overlay?.kind !== 'help') return model;
    const scroll = Math.max(0, Math.min(model.overlay.scroll + by, session.view.most));
    return withOverlay(model, { kind: 'help', scroll });
  });

const movePalette = (session: SeatSession, by: number): void =>
  session.store.update((model) =>
    model.overlay?.kind === 'palette'
      ? withOverlay(model, { ...model.overlay, at: Math.max(0, Math.min(model.overlay.at + by, session.view.most)) })
      : model,
  );

const runChosen = (session: SeatSession): void => {
  const { overlay } = session.store.get();
  const chosen = overlay?.kind === 'palette' ? session.view.found[overlay.at] : undefined;
  if (chosen) choose(session, chosen);
};

/** Enter goes on to the next field, and sends from the last one, or as soon as nothing is missing. */
const enter = (session: SeatSession): unknown =>
  sendsNow(session.store.get()) ? submitForm(session) : moveField(session, 1);

/** The key bar says what Enter does on this very field. */
const enterName: Action['nameNow'] = (model) => {
  const form = formInUse(model);
  return form && (sendsNow(model) ? formSpecs[form.kind].go : 'action.field-next');
};

/** Who typed something else did not see the question: Enter is no answer yet, the next one is. */
const askAnew = ({ store, say, clock }: SeatSession, overlay: Extract<Overlay, { kind: 'confirm' }>): void =>
  store.update((model) =>
    withNotice(withOverlay(model, { ...overlay, doubted: false }), 'info', say('confirm.anew'), clock.now()),
  );

const specNow = (model: SeatModel): FormSpec => formSpecs[formInUse(model)?.kind ?? 'sign-in'];

/** What the windows over the screen understand. */
export const overlayActions: readonly Action[] = [
  { ...hidden('form', 'enter', 'action.field-enter', 'help.field-enter', ['enter'], enter, 1), nameNow: enterName },
  hidden('form', 'next', 'action.field-other', 'help.field-next', ['tab'], (session) => moveField(session, 1, true), 2),
  hidden('form', 'previous', 'action.field-previous', 'help.field-previous', ['shift+tab'], (session) =>
    moveField(session, -1, true),
  ),
  {
    ...hidden('form', 'send', 'action.field-send', 'help.field-send', ['ctrl+g'], submitForm, 3),
    // Where Enter does the same.
    idle: (model) => {
      const { eager, stays } = specNow(model);
      return eager === true || (stays === true && onLastField(model));
    },
    // What stays when it is accepted is not sent anywhere.
    nameNow: (model) => (specNow(model).stays ? specNow(model).go : undefined),
  },
  hidden('form', 'cancel', 'action.cancel', 'help.form-cancel', ['escape'], dismiss, 9),
  // Letters look for an option here, as what an input method commits does.
  hidden('choice', 'right', 'action.choice-next', 'help.choice', ['right', ' '], (s) => moveChoice(s, 1), 4),
  hidden('choice', 'left', 'action.choice-previous', 'help.choice', ['left'], (s) => moveChoice(s, -1)),
  hidden('choice', 'down', 'action.down', 'help.field-next', ['down'], (session) => moveField(session, 1)),
  hidden('choice', 'up', 'action.up', 'help.field-previous', ['up'], (session) => moveField(session, -1)),
  hidden('line', 'down', 'action.down', 'help.field-next', ['down'], (session) => moveField(session, 1)),
  hidden('line', 'up', 'action.up', 'help.field-previous', ['up'], (session) => moveField(session, -1)),

  { ...hidden('sign-in', 'enter', 'action.field-enter', 'help.field-enter', ['enter'], enter, 1), nameNow: enterName },
  hidden(
    'sign-in',
    'next',
    'action.field-other',
    'help.field-next',
    ['tab', 'down'],
    (session) => moveField(session, 1, true),
    2,
  ),
  hidden('sign-in', 'previous', 'action.field-previous', 'help.field-previous', ['shift+tab', 'up'], (session) =>
    moveField(session, -1, true),
  ),

  hidden('palette', 'run', 'action.choose', 'help.palette-run', ['enter'], runChosen, 1),
  hidden('palette', 'up', 'action.up', 'help.palette-move', ['up', 'ctrl+p'], (session) => movePalette(session, -1)),
  hidden('palette', 'down', 'action.down', 'help.palette-move', ['down', 'ctrl+n', 'ctrl+k'], (session) =>
    movePalette(session, 1),
  ),
  hidden('palette', 'cancel', 'action.cancel', 'help.back', ['escape'], leavePalette, 9),

  hidden('help', 'up', 'action.up', 'help.scroll', ['up', 'k'], (session) => scrollHelp(session, -1)),
  hidden('help', 'down', 'action.down', 'help.scroll', ['down', 'j'], (session) => scrollHelp(session, 1)),
  hidden('help', 'page-up', 'action.page-up', 'help.scroll', ['pageup'], (s) => scrollHelp(s, -s.view.page)),
  hidden(
    'help',
    'page-down',
    'action.page-down',
    'help.scroll',
    ['pagedown', ' '],
    (s) => scrollHelp(s, s.view.page),
    2,
  ),
  hidden('help', 'first', 'action.first', 'help.scroll-first', ['home', 'g'], (s) => scrollHelp(s, -s.view.most)),
  hidden('help', 'last', 'action.last', 'help.scroll-last', ['end', 'G'], (s) => scrollHelp(s, s.view.most)),
  hidden('help', 'close', 'action.cancel', 'help.back', ['escape', 'enter', 'f1', '?', 'q'], dismiss, 9),

  hidden(
    'confirm',
    'yes',
    'action.yes',
    'help.confirm',
    ['enter'],
    (session) => {
      const { overlay, calls } = session.store.get();
      if (overlay?.kind !== 'confirm') return;
      if (overlay.doubted) return askAnew(session, overlay);
      dismiss(session);
      if (overlay.what === 'quit') return session.hooks.quit();
      const call = calls.get(overlay.call);
      return call && endCall(session, call);
    },
    1,
  ),
  hidden('confirm', 'no', 'action.no', 'help.back', ['escape'], dismiss, 2),
];
