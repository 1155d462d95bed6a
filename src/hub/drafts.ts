import { HeldPaper } from '../contract/shapes/draft.ts';
import { toInstant } from '../contract/shapes/text.ts';
import type { Schema } from './store/schema.ts';
import type { Work } from './store/work.ts';

/** A draft as its seat's screens get it; nothing for one that an earlier program wrote in another form. */
export const heldPaper = (row: Schema['drafts']): HeldPaper | undefined => {
  const { call, version, at, screen, paper, passed_over: passedOver } = row;
  const held = HeldPaper.safeParse({
    call,
    version,
    passedOver,
    at: toInstant(at),
    screen,
    paper: JSON.parse(paper),
  });
  return held.success ? held.data : undefined;
};

/** The ticket is done: nobody writes for its call any more. */
export const forgetDrafts = async (work: Work, call: string): Promise<void> => {
  await work.db.deleteFrom('drafts').where('call', '=', call).execute();
};

/** A seat has given its call away, and what it was writing with it. */
export const forgetOwnDraft = async (work: Work, call: string, seat: string): Promise<void> => {
  await work.db.deleteFrom('drafts').where('call', '=', call).where('seat', '=', seat).execute();
};

/** Which screen wrote for which call of a seat. */
export interface DraftWritten {
  readonly seat: string;
  readonly call: string;
  readonly screen: string;
}

/**
 * Tells the other screens of a seat at this hub that there is something new to read. Not what it is, and not across hubs: there it is read
 * when a screen connects.
 */
export class DraftNews {
  private readonly listeners = new Set<(written: DraftWritten) => void>();
  private waiting: DraftWritten[] = [];

  /** Told with the next commit. */
  later(written: DraftWritten): void {
    this.waiting.push(written);
  }

  committed(): void {
    const told = this.waiting;
    this.waiting = [];
    for (const written of told) for (const listener of this.listeners) listener(written);
  }

  /** Returns what stops it. */
  onWritten(listener: (written: DraftWritten) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
