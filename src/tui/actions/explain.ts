import { formInUse, formSpecs } from '../forms/fill-in.ts';
import { keymapOf } from '../keymap/keymap.ts';
import { withNotice, withOverlay } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import { withoutNotice } from '../state/old-notice.ts';
import type { SeatSession } from '../state/session.ts';
import { readsResult } from '../state/sums/result-window.ts';
import { shown } from '../text/styled-line.ts';
import { truncate } from '../text/width.ts';
import type { Say } from '../words/words.ts';
import type { Action } from './action.ts';
import { canWrite, contextsNow, isWriting } from './contexts.ts';
import { keyLabel } from './keys.ts';
import { actionFor, nameOf } from './meant.ts';
import { actions } from './table.ts';

const isScreenKey = (key: string): boolean => /^(?:f\d+|(?:ctrl|alt)\+.)$/.test(key);

const isOfCalls = ({ where }: Action): boolean => where === 'call' || where === 'kb';

/** Which window is open, and what answers it: nothing while none is. */
const windowText = (model: SeatModel, say: Say): string | undefined => {
  const { overlay } = model;
  if (!overlay) return undefined;
  const form = overlay.kind === 'form' && !readsResult(model) ? formInUse(model) : undefined;
  const answers = new Map<Action, string>();
  // The same for both keys is told of Esc.
  for (const key of ['escape', 'enter']) {
    const action = actionFor(model, key);
    if (action && !answers.has(action)) answers.set(action, `${keyLabel(key)} ${say(nameOf(action, model))}`);
  }
  return say('why.window', {
    window: say(form ? formSpecs[form.kind].title : `where.${contextsNow(model)[0]!}`),
    keys: [...answers.values()].reverse().join(' · '),
  });
};

/** Says it; a question that somebody did not see is asked anew before Enter answers it. */
const tellUnmeant = ({ store, clock }: SeatSession, text: string): void =>
  store.update((model) => {
    const { overlay } = model;
    const told = withNotice(model, 'info', text, clock.now());
    return overlay?.kind === 'confirm' ? withOverlay(told, { ...overlay, doubted: true }) : told;
  });

/** A key that means nothing here gets an answer, or a person waits for what will not come. */
export const explain = (session: SeatSession, key: string): void => {
  const { say, store } = session;
  const model = store.get();
  if (!model.windowFits) return;
  if (key === 'escape') {
    store.update(withoutNotice);
    return;
  }
  // What a field does not take of single characters and of moving about needs no word.
  if (isWriting(model) && !isScreenKey(key)) return;
  const open = windowText(model, say);
  const elsewhere =
    isScreenKey(key) && !model.overlay && model.screen !== 'sign-in'
      ? actions.find((action) => isOfCalls(action) && keymapOf(model).keysOf(action).includes(key))
      : undefined;
  tellUnmeant(
    session,
    elsewhere
      ? say(elsewhere.where === 'kb' ? 'why.elsewhere.kb' : 'why.elsewhere', { name: say(elsewhere.name) })
      : open === undefined
        ? say('why.no-such-key', { key: keyLabel(key) })
        : say('why.no-such-key.window', { key: keyLabel(key), open }),
  );
};

/** How to get from here to where text can be written. */
const wayToWrite = (model: SeatModel, say: Say): string => {
  const [here] = contextsNow(model);
  if (here === 'reader') return say('why.text.reader');
  if (here === 'question' && canWrite(model)) return say('why.text.question');
  return windowText(model, say) ?? say('why.text.elsewhere');
};

/** Cells of a typed text in the notice. */
const toldCells = 20;

/** Text that no field takes is told once, as a whole. */
export const explainText = (session: SeatSession, text: string): void => {
  const { say, store } = session;
  const model = store.get();
  if (!model.windowFits || text.trim() === '') return;
  tellUnmeant(session, say('why.text', { text: truncate(shown(text), toldCells), how: wayToWrite(model, say) }));
};
