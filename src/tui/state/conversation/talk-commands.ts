import { edit } from '../../text/edit-buffer.ts';
import { draftOf, showCall } from '../desk.ts';
import type { SeatSession } from '../session.ts';
import { sayingOf, talkedCall, withSaying, withTop } from './talk.ts';

/** The keys go to what is said, from wherever they were. */
export const goToTalk = ({ store }: SeatSession): void =>
  store.update((model) => {
    const call = talkedCall(model);
    return call ? { ...showCall(model, call.id), pane: 'talk', overlay: undefined } : model;
  });

/** Says what was typed; undo brings it back into the field. */
export const sayTyped = (session: SeatSession, call: string): void => {
  const { store } = session;
  const saying = sayingOf(store.get(), call);
  const text = saying.text.trim();
  if (text === '') {
    session.notice('info', session.say('why.nothing-to-say'));
    return;
  }
  session.speak(call, text);
  store.update((model) => {
    const { buffer } = edit(edit(saying, { do: 'select-all' }).buffer, { do: 'erase', to: 'left' });
    return withTop(withSaying(model, call, buffer), undefined);
  });
};

/** Reads the answer that is being written out to the citizen. */
export const readAnswerOut = (session: SeatSession, call: string): void => {
  const text = draftOf(session.store.get(), call).text.trim();
  session.speak(call, text);
  // The citizen answers, and is answered.
  session.store.update((model) => ({
    ...withTop(model, undefined),
    ...(model.overlay ? {} : { pane: 'talk' as const }),
  }));
  session.notice('done', session.say('talk.read-out', { count: [...text].length }));
};

/** Turns the conversation by so many lines; at its end new ones move it on again. */
export const turnTalk = ({ store, talkView }: SeatSession, by: number): void =>
  store.update((model) => {
    const at = (model.talk?.top ?? talkView.most) + by;
    return withTop(model, at >= talkView.most ? undefined : Math.max(0, at));
  });
