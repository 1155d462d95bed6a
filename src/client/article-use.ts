import { mkdirSync } from 'node:fs';
import Conf from 'conf';
import { z } from 'zod';

/** Articles opened last that are remembered. */
const longestRecent = 12;

const Use = z.object({
  /** Ids of articles that the person keeps at the head of the list, in the order in which they were pinned. */
  pinned: z.array(z.string()),
  /** Ids of articles read or used, the last one first. */
  recent: z.array(z.string()),
  /** How often an article went into an answer, by its id. */
  uses: z.record(z.string(), z.number().int().min(1)),
  /** Until when answers to the person's corrections have been told. ISO 8601. */
  answersToldUntil: z.string().optional(),
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

export const haveUsed = (use: ArticleUse, id: string): ArticleUse => ({
  ...haveRead(use, id),
  uses: { ...use.uses, [id]: (use.uses[id] ?? 0) + 1 },
});

/** Who sat here last; what is kept before the hub has said who sits here now is theirs. */
const lastKey = 'last';

/**
 * The use of articles at this seat, by person (a user's id), in one file of mode 0600. It is a convenience: a file that cannot be
 * read is as good as none, and one that cannot be written keeps nothing and is no error.
 */
export class ArticleUseFile {
  private readonly conf: Conf<Record<string, unknown>> | undefined;

  constructor(dir: string) {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      this.conf = new Conf({
        cwd: dir,
        configName: 'use',
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
        clearInvalidConfig: true,
      });
    } catch {
      // A read-only folder: what is pinned lasts as long as the seat is open.
    }
  }

  /** `person` absent: not known yet, so the one who sat here last. */
  read(person: string | undefined): ArticleUse {
    try {
      const who = person ?? this.last();
      const kept = who === undefined ? undefined : Use.safeParse(this.conf?.get(who));
      return kept?.success ? kept.data : noUse;
    } catch {
      return noUse;
    }
  }

  /** Changes what is kept, from what stands in the file: another seat of the same person may have written meanwhile. */
  change(person: string | undefined, change: (use: ArticleUse) => ArticleUse): void {
    try {
      const who = person ?? this.last();
      if (who !== undefined) this.conf?.set({ [lastKey]: who, [who]: change(this.read(who)) });
    } catch {
      // A full or read-only disk.
    }
  }

  private last(): string | undefined {
    const last = this.conf?.get(lastKey);
    return typeof last === 'string' ? last : undefined;
  }
}
