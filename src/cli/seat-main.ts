// Compiled beside everything else from here on.
import '../tui/layout-ready.ts';
import * as z from 'zod';
import type { Language } from '../contract/language.ts';
import { type Context, contextOf } from './context.ts';
import { speakingLanguage } from './language.ts';
import { hubToSitAt, isTerminal, openSeatAt } from './seat/open.ts';
import type { Place } from './seat/place.ts';
import { start } from './start.ts';
import { type Say, sayIn } from './words/words.ts';

/** Given by bin/expert-seat.js, which keeps what is compiled by then. */
declare const whenShown: () => void;

/** The hub to sit at, if there is one. What goes wrong is tried once more, and told of, by the program that knows every command. */
const findPlace = async (say: Say, language: Language): Promise<{ context: Context; place: Place } | undefined> => {
  try {
    const context = await contextOf({}, say, language);
    const place = await hubToSitAt(context);
    return place && { context, place };
  } catch {
    return undefined;
  }
};

/** `expert-seat` alone at a hub: the seat, without waiting for what reads a command line or runs a hub. */
const main = async (): Promise<void> => {
  const language = speakingLanguage([]);
  const found = isTerminal() ? await findPlace(sayIn(language), language) : undefined;
  if (found) await start([], async () => openSeatAt(found.context, found.place, whenShown));
  else await import('./main.ts');
};

// Most shapes are asked once at a start: to write a program for each takes longer than to walk through it.
z.config({ jitless: true });
void main();
