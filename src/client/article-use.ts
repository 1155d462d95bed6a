import * as z from 'zod';
import { PersonFile } from './person-file.ts';

/** Articles opened last that are remembered. */
const longestRecent = 12;

const Use = z.object({
  /** Ids of articles that the person keeps at the head of the list, in the order in which they were pinned. */
  pinned: z.array(z.string()),
  /** Ids of articles read or used, the last one first. */
  recent: z.array(z.string()),
  /** How often an article went into an answer, by its id. */
  uses: z.record(z.string(), z.number().int().min(1)),
  /** What was chosen in the palette, by kind and id (`action:close`), the last one first. Actions, articles and settings only. */
  chosen: z.array(z.string()).optional(),
  /** Until when answers to the person's corrections have been told. ISO 8601. */
  answersToldUntil: z.string().optional(),
  /** Ids of the articles whose corrections were answered and that were not opened since. */
  unreadAnswers: z.array(z.string()).optional(),
});

/** What one person does with articles at this seat. Nothing of citizens is in it, so no words that were searched for. */
export type ArticleUse = z.infer<typeof Use>;

export const noUse: ArticleUse = { pinned: [], recent: [], uses: {} };

export const pinOrUnpin = (use: ArticleUse, id: string): ArticleUse => ({
  ...use,
  pinned: use.pinned.includes(id) ? use.pinned.filter((other) => other !== id) : [...use.pinned, id],
});

export const haveRead = (use: ArticleUse, id: string): ArticleUse =>
  use.recent[0] === id
    ? use
    : { ...use, recent: [id, ...use.recent.filter((other) => other !== id)].slice(0, longestRecent) };

/** Choices that are remembered. */
const longestChosen = 30;

export const haveChosen = (use: ArticleUse, name: string): ArticleUse => ({
  ...use,
  chosen: [name, ...(use.chosen ?? []).filter((other) => other !== name)].slice(0, longestChosen),
});

/** An article was opened, and with it what the centre answered about it. */
export const haveOpened = (use: ArticleUse, id: string): ArticleUse => {
  const read = haveRead(use, id);
  return read.unreadAnswers?.includes(id)
    ? { ...read, unreadAnswers: read.unreadAnswers.filter((other) => other !== id) }
    : read;
};

/** What the centre answered about these articles has been told, and waits to be read. */
export const haveBeenTold = (use: ArticleUse, articles: readonly string[], until: string): ArticleUse => ({
  ...use,
  answersToldUntil: until,
  unreadAnswers: [...new Set([...(use.unreadAnswers ?? []), ...articles])],
});

export const haveUsed = (use: ArticleUse, id: string): ArticleUse => ({
  ...haveRead(use, id),
  uses: { ...use.uses, [id]: (use.uses[id] ?? 0) + 1 },
});

/** The use of articles at this seat, by person. */
export class ArticleUseFile extends PersonFile<ArticleUse> {
  constructor(dir: string) {
    super(dir, 'use', Use, noUse);
  }
}
