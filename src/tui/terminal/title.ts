import { plainText } from '../../domain/text/plain-text.ts';
import { isPractice } from '../state/practice-mark.ts';
import { waitingCalls } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';

/** Longest title; some terminals choke on more. */
const longest = 80;

/** OSC 2, with nothing in it that could end it early. */
export const titleSequence = (text: string): string =>
  `\x1b]2;${plainText(text, { multiline: false }).slice(0, longest)}\x07`;

/** Puts the present title on the terminal's stack, and takes it back. Terminals without a stack get an empty title, which is their own. */
export const saveTitle = '\x1b[22;2t';
export const restoreTitle = `${titleSequence('')}\x1b[23;2t`;

/** What the window is called; that of an exercise says so. */
export const seatTitle = ({ store, say }: Pick<SeatSession, 'store' | 'say'>): string => {
  const title = say('app.title');
  return isPractice(store.get()) ? say('practice.title', { title }) : title;
};

/** Keeps the number of waiting calls in the window's title. Gives back what stops it. */
export const showTitle = (session: SeatSession, write: (text: string) => void): (() => void) => {
  let last = '';
  const update = (): void => {
    const waiting = waitingCalls(session.store.get()).length;
    const name = seatTitle(session);
    const title = waiting > 0 ? `(${waiting}) ${name}` : name;
    if (title === last) return;
    last = title;
    write(titleSequence(title));
  };
  write(saveTitle);
  update();
  return session.store.subscribe(update);
};
