import type { Attention } from '../bell.ts';
import type { Clock } from '../clock.ts';
import type { SeatModel } from '../model.ts';
import { unsent } from '../outbox/entries.ts';
import { myCalls } from '../selectors.ts';
import type { Store } from '../store.ts';
import type { Conversation } from './conversation.ts';
import { canTalk, lastUnseen, talkHasKeys, withClosing, withHeard } from './talk.ts';

/** A citizen who goes on talking to nobody rings once in a while. */
const quietMs = 20_000;
/** From when an exercise is over, and nothing is left to be done in it, to when the seat closes by itself. */
const closesAfterMs = 20_000;

interface Follower {
  readonly store: Store<SeatModel>;
  readonly clock: Clock;
  readonly attention: Attention | undefined;
  readonly tellOver: (why: string) => void;
  readonly close: () => void;
}

/** What keeps the seat open after an exercise: a call or a ticket in hand, an open window, what is yet to be sent. */
const isAtWork = (model: SeatModel): boolean =>
  myCalls(model).length > 0 || model.overlay !== undefined || unsent(model).length > 0;

/** Tells the seat what is said, rings for who looks elsewhere, and closes the seat when the exercise is over. Gives back what ends it. */
export const followConversation = (
  { spoken, gone, over }: Conversation,
  { store, clock, attention, tellOver, close }: Follower,
): (() => void) => {
  let rangAt = Number.NEGATIVE_INFINITY;
  const hear = (): void => {
    const before = lastUnseen(store.get())?.count ?? 0;
    store.update((model) => withHeard(model, { spoken: spoken.get(), gone: gone.get() }), 'calmly');
    const isNew = (lastUnseen(store.get())?.count ?? 0) > before;
    if (!isNew || clock.now() - rangAt < quietMs) return;
    rangAt = clock.now();
    attention?.reminder();
  };
  let closed = false;
  const closeInTime = (): void => {
    const { talk } = store.get();
    if (talk?.over === undefined || closed) return;
    if (isAtWork(store.get())) store.update((model) => withClosing(model, undefined));
    else if (talk.closesAt === undefined) store.update((model) => withClosing(model, clock.now() + closesAfterMs));
    else if (clock.now() >= talk.closesAt) {
      closed = true;
      close();
    }
  };
  const end = (): void => {
    const why = over.get();
    if (why === undefined || store.get().talk?.over === why) return;
    store.update((model) => withHeard(model, { over: why }));
    tellOver(why);
    closeInTime();
  };
  // Who has ended the conversation goes on with the answer.
  let talked = canTalk(store.get());
  const leaveTalk = (): void => {
    const talks = canTalk(store.get());
    const ended = talked && !talks;
    talked = talks;
    if (ended && talkHasKeys(store.get())) store.update((model) => ({ ...model, pane: 'main' }));
  };
  const stops = [
    spoken.subscribe(hear),
    gone.subscribe(hear),
    over.subscribe(end),
    clock.second.subscribe(closeInTime),
    store.subscribe(leaveTalk),
  ];
  hear();
  end();
  return () => {
    for (const stop of stops) stop();
  };
};
