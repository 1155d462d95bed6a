import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { byteOrderMark, csvRow } from '../../../domain/text/csv.ts';
import type { Outcome } from '../asked.ts';
import type { SeatSession } from '../session.ts';
import { chosenTickets } from './chosen.ts';
import { ticketTable } from './ticket-cells.ts';

/** More than a terminal takes for its clipboard; an export has no such end. Tickets. */
export const mostCopied = 500;

const copy = (
  session: SeatSession,
  lines: (session: SeatSession) => readonly string[],
  told: 'tickets.copied' | 'tickets.copied.table',
): void => {
  const { length: count } = chosenTickets(session.store.get());
  session.copy(lines(session).join('\n'));
  session.notice('done', session.say(told, { count }));
};

/** Hands the numbers of the marked tickets to the clipboard, one a line. */
export const copyNumbers = (session: SeatSession): void =>
  copy(session, ({ store }) => chosenTickets(store.get()).map(({ number }) => number), 'tickets.copied');

/** Hands the marked tickets to the clipboard as spreadsheets take them, the cells parted by tabs. */
export const copyTable = (session: SeatSession): void =>
  copy(
    session,
    ({ store, say }) => ticketTable(chosenTickets(store.get()), store.get(), say).map((cells) => cells.join('\t')),
    'tickets.copied.table',
  );

/** `~` is the person's own folder, as shells have it; other names lie in the folder in which the program was started. */
const placeOf = (file: string): string => path.resolve(file.replace(/^~(?=$|[\\/])/, () => homedir()));

/** Writes the marked tickets to a file that only this person reads, and that was not there before. */
export const exportTickets = async (session: SeatSession, file: string): Promise<Outcome> => {
  const { store, say } = session;
  const tickets = chosenTickets(store.get());
  const place = placeOf(file);
  const text = byteOrderMark + ticketTable(tickets, store.get(), say).map(csvRow).join('');
  try {
    await writeFile(place, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const key = code === 'EEXIST' ? 'tickets.export.exists' : undefined;
    const refusal = key ? say(key, { file: place }) : say('tickets.export.failed', { file: place, reason: message });
    return { state: 'refused', text: refusal, field: 'file' };
  }
  store.update((model) => ({ ...model, overlay: undefined }));
  session.notice('done', say('tickets.exported', { count: tickets.length, file: place }));
  return { state: 'done' };
};
