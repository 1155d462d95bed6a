import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The numbers of all citizens that tests make up: citizen numbers of a place that is none, mobile numbers of a range never given out, and
 * those of the sample calls. Not within hexadecimal text, where any digits turn up by chance.
 */
const personalNumber = /(?<![0-9A-Fa-f])(?:3799\d{2}(?:19|20)\d{9}[\dX]|154\d{8}|138000\d{5})(?![0-9A-Fa-f])/;

/** Fails when a text that outlives a request holds a citizen's number. */
export const expectNoNumberIn = (text: string, where: string): void => {
  const found = personalNumber.exec(text);
  if (!found) return;
  const around = text.slice(Math.max(0, found.index - 40), found.index + 60).replace(/[^\x20-\x7e\u4e00-\u9fff]/g, '.');
  throw new Error(`${where} holds a citizen's number: …${around}…`);
};

/** Nothing for what is no file, or was taken away by the next hub on the same folder. */
const contentOf = (file: string): string => {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'latin1') : '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/** The same for every file below a folder; one that is gone holds none. */
export const expectNoNumberBelow = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    expectNoNumberIn(contentOf(file), file);
  }
};
