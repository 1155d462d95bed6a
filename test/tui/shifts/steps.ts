import type { BodyOf } from '../../../src/contract/routes.ts';
import type { KnowledgeDocument } from '../../../src/domain/knowledge/document.ts';
import type { Settings } from '../../../src/domain/settings.ts';
import { Hotline, type Seat, until } from '../driver.tsx';

type SeatOptions = NonNullable<Parameters<Hotline['seat']>[1]>;

interface Beginning extends SeatOptions {
  readonly name?: string;
  readonly settings?: Partial<Settings>;
  readonly knowledge?: readonly KnowledgeDocument[];
  readonly more?: Partial<BodyOf<'calls.transfer'>>;
}

/** An expert sits down and takes the one call that waits. */
export const inCall = async (question: string, beginning: Beginning = {}) => {
  const { name = '刘女士', settings, knowledge, more, ...options } = beginning;
  const line = await Hotline.open(settings, knowledge);
  const { call, ticket } = await line.calls(name, question, more);
  const seat = await line.seat('李敏', options);
  await seat.sees(name);
  seat.press('Ctrl-N');
  await seat.sees('◆');
  return { line, seat, call: call.id, ticket: ticket.number };
};

/** Types, and waits until it stands on the screen. */
export const writes = async (seat: Seat, text: string): Promise<void> => {
  seat.types(text);
  await seat.sees(text);
};

/** The row of a list that is selected becomes one with this text. */
export const selects = (seat: Seat, text: string): Promise<void> =>
  until(
    () => seat.screen.lines().some((line) => line.includes('▸') && line.includes(text)),
    () => `does not select ${text}:\n${seat.text()}`,
  );

/** What the program handed to the terminal's clipboard last. */
export const copied = (seat: Seat): string => {
  const sent = [...seat.screen.raw.matchAll(/\x1b\]52;c;([^\x07]*)\x07/g)].at(-1)?.[1] ?? '';
  return Buffer.from(sent, 'base64').toString();
};

/** A window is closed with Esc. Nothing may follow Esc at once, so it waits until what stood in it is gone. */
export const escapes = async (seat: Seat, gone: string): Promise<void> => {
  seat.press('Esc');
  await seat.seesNo(gone);
};

/** The terminal's cursor, by which an input method opens, comes to stand behind this text. */
export const cursorAt = (seat: Seat, before: string): Promise<void> =>
  until(
    () => {
      const { x, y } = seat.screen.cursor();
      return seat.screen.before(x, y).endsWith(before);
    },
    () => `cursor ${JSON.stringify(seat.screen.cursor())}, not behind ${before}\n${seat.text()}`,
  );
