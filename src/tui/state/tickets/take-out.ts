import { type FileHandle, open, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { byteOrderMark, csvRow, tabRow } from '../../../domain/text/csv.ts';
import type { Outcome } from '../asked.ts';
import type { SeatSession } from '../session.ts';
import { chosenTickets } from './chosen.ts';
import { tableHead, tableRow } from './ticket-cells.ts';

/** More than a terminal takes for its clipboard; an export has no such end. Tickets. */
export const mostCopied = 500;

/** Hands the numbers of the marked tickets to the clipboard, one a line. */
export const copyNumbers = (session: SeatSession): void => {
  const tickets = chosenTickets(session.store.get());
  session.copy(tickets.map(({ number }) => number).join('\n'));
  session.notice('done', session.say('tickets.copied', { count: tickets.length }));
};

/** Hands the marked tickets to the clipboard as spreadsheets take them, the cells parted by tabs. */
export const copyTable = (session: SeatSession): void => {
  const model = session.store.get();
  const tickets = chosenTickets(model);
  const table = [tableHead(model, session.say), ...tickets.map((ticket) => tableRow(ticket, model, session.say))];
  session.copy(table.map(tabRow).join('\n'));
  session.notice('done', session.say('tickets.copied.table', { count: tickets.length }));
};

/** `~` is the person's own folder, as shells have it; other names lie in the folder in which the program was started. */
const placeOf = (file: string): string => path.resolve(file.replace(/^~(?=$|[\\/])/, () => homedir()));

/** Tickets that are written in one turn, so that a key never waits for more. */
const perTurn = 500;

const writeTickets = async ({ store, say }: SeatSession, file: FileHandle): Promise<number> => {
  const model = store.get();
  const tickets = chosenTickets(model);
  await file.write(byteOrderMark + csvRow(tableHead(model, say)));
  for (let at = 0; at < tickets.length; at += perTurn) {
    const rows = tickets.slice(at, at + perTurn).map((ticket) => csvRow(tableRow(ticket, model, say)));
    await file.write(rows.join(''));
  }
  return tickets.length;
};

/** Writes the marked tickets to a file that only this person reads, and that was not there before. */
export const exportTickets = async (session: SeatSession, name: string): Promise<Outcome> => {
  const { store, say } = session;
  const place = placeOf(name);
  let file: FileHandle | undefined;
  try {
    file = await open(place, 'wx', 0o600);
    const count = await writeTickets(session, file);
    store.update((model) => ({ ...model, overlay: undefined }));
    session.notice('done', say('tickets.exported', { count, file: place }));
    return { state: 'done' };
  } catch (error) {
    // Half a table would be taken for a whole one.
    if (file) await rm(place, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    const text =
      code === 'EEXIST'
        ? say('tickets.export.exists', { file: place })
        : say('tickets.export.failed', { file: place, reason: message });
    return { state: 'refused', text, field: 'file' };
  } finally {
    await file?.close();
  }
};
