import { haveChosen } from '../../client/article-use.ts';
import { keyLabel } from '../actions/keys.ts';
import { readArticle } from '../state/article-commands.ts';
import { loadHistory } from '../state/call-commands.ts';
import { besideCallOrScreen, showCall, showScreen, withOverlay } from '../state/desk.ts';
import type { SeatModel } from '../state/model.ts';
import { mayBeKept, type Offer, type OfferKind, offerName, type SettingKey } from '../state/palette/offer.ts';
import { applySetting, settingValues } from '../state/palette/settings.ts';
import { myCalls } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import { editBuffer } from '../text/edit-buffer.ts';
import { writingKeys } from '../text/writing-keys.ts';

/** Remembers a choice, so that it comes first the next time; on the disk nothing of citizens. */
const remember = (session: SeatSession, offer: Offer): void => {
  const name = offerName(offer);
  if (mayBeKept(offer)) session.habits.changeUse((use) => haveChosen(use, name));
  else session.store.update((model) => ({ ...model, use: haveChosen(model.use, name) }));
};

/** A call at this seat is shown; one that waits is chosen in the queue. */
const openCall = (model: SeatModel, id: string): SeatModel =>
  myCalls(model).some((call) => call.id === id)
    ? showCall(model, id)
    : { ...showScreen(model, 'queue'), queueAt: id, pane: 'main' };

const openTicket = (session: SeatSession, number: string): void => {
  session.store.update((model) => ({
    ...showScreen(model, 'tickets'),
    ticketAt: number,
    ticketOpen: true,
    scroll: 0,
  }));
  void loadHistory(session, number);
};

/** The values of a setting, with the cursor on the present one. */
const offerValues = (model: SeatModel, key: SettingKey): SeatModel => {
  const values: readonly unknown[] = settingValues[key];
  const at = Math.max(0, values.indexOf(model.preferences[key]));
  return withOverlay(model, { kind: 'palette', query: editBuffer(), at, setting: key });
};

const openArticle = (session: SeatSession, id: string): void => {
  session.store.update(besideCallOrScreen);
  readArticle(session, id);
};

/** Only the field itself can do it; whoever looked for the key is told it. */
const tellKeys = (session: SeatSession, id: string): void => {
  const { say } = session;
  const found = writingKeys.find((one) => one.id === id);
  if (!found) return;
  const keys = found.keys.map(keyLabel).join(say('list.comma'));
  session.notice('info', say('palette.writing.how', { name: say(found.name), keys }));
};

/** What is done with an offer of each kind; the palette is closed by then. */
const does: Record<Exclude<OfferKind, 'value'>, (session: SeatSession, id: string) => void> = {
  action: ({ hooks }, id) => hooks.perform(id),
  article: openArticle,
  ticket: openTicket,
  call: ({ store }, id) => store.update((model) => openCall(model, id)),
  setting: ({ store }, id) => store.update((model) => offerValues(model, id as SettingKey)),
  writing: tellKeys,
};

/** Does what was chosen in the palette. */
export const choose = (session: SeatSession, offer: Offer): void => {
  const { overlay } = session.store.get();
  const setting = overlay?.kind === 'palette' ? overlay.setting : undefined;
  session.store.update((model) => withOverlay(model, undefined));
  if (offer.kind === 'value') {
    if (setting) void applySetting(session, setting, offer.id);
    return;
  }
  // A call is there for as long as it lasts, and stands at the head meanwhile; a key is known now.
  if (offer.kind !== 'call' && offer.kind !== 'writing') remember(session, offer);
  does[offer.kind](session, offer.id);
};

/** Esc: from the values of a setting back to all that there is, else out. */
export const leavePalette = ({ store }: SeatSession): void =>
  store.update((model) =>
    withOverlay(
      model,
      model.overlay?.kind === 'palette' && model.overlay.setting
        ? { kind: 'palette', query: editBuffer(), at: 0 }
        : undefined,
    ),
  );
