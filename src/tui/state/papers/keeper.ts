import type { DeskStore } from '../../../client/desk/desk-store.ts';
import type { KeptPaper } from '../../../client/desk/kept-papers.ts';
import type { Paper } from '../../../contract/shapes/draft.ts';
import { forgetDraft } from '../desk.ts';
import type { SeatModel } from '../model.ts';
import type { Store } from '../store.ts';
import { emptyPaper, markOf, paperOf, subjectsOf, withPaper } from './paper.ts';

/** How long what is typed may be in memory alone. Milliseconds. */
const saveWithinMs = 250;

/** A paper as it lies in the store. */
interface Known {
  readonly version: number;
  readonly mark: string;
}

const noPaper: Known = { version: 0, mark: markOf(undefined) };

export interface KeeperHooks {
  /** A paper was written to the disk. */
  saved(subject: string): void;
  /** What another window had written was put by. */
  replaced(subject: string): void;
  failed(reason: string): void;
}

/**
 * Keeps what one person writes: a moment after each key it is on the disk, and what another of their windows wrote is here as soon as
 * nothing is being written here.
 */
export class PaperKeeper {
  private readonly desk: DeskStore;
  private readonly store: Store<SeatModel>;
  private readonly now: () => number;
  private readonly hooks: KeeperHooks;
  private readonly known = new Map<string, Known>();
  private person: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private last: Pick<SeatModel, 'drafts' | 'citations' | 'forms'>;
  private readonly unsubscribe: () => void;

  constructor(desk: DeskStore, store: Store<SeatModel>, now: () => number, hooks: KeeperHooks) {
    this.desk = desk;
    this.store = store;
    this.now = now;
    this.hooks = hooks;
    this.last = store.get();
    this.unsubscribe = store.subscribe(() => this.look());
  }

  /** This person sits here now: what was written by another goes off the screen, and their own papers come. */
  begin(person: string): void {
    if (this.person === person) return;
    this.flush();
    if (this.person !== undefined) {
      this.store.update((model) => subjectsOf(model).reduce(forgetDraft, model));
    }
    this.person = person;
    this.known.clear();
    this.takeIn();
  }

  /** Nobody sits here: what was written is on the disk, and that it goes off the screen means nothing. */
  pause(): void {
    this.flush();
    this.person = undefined;
    this.known.clear();
  }

  /** Takes in what lies in the store and is newer than what is here. */
  takeIn(): void {
    if (this.person === undefined) return;
    const kept = this.desk.papers.of(this.person);
    let next = this.store.get();
    for (const paper of kept) next = this.adopt(next, paper);
    for (const subject of [...this.known.keys()].filter((one) => !kept.some((paper) => paper.subject === one))) {
      // Its matter was finished in another window; or it is damaged, and written anew from what is here.
      if (this.desk.isWhole && !this.isWritten(next, subject)) next = forgetDraft(next, subject);
      this.known.delete(subject);
    }
    this.apply(next);
  }

  /** Saves what is not saved yet; when it returns it is on the disk. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { person } = this;
    if (person === undefined) return;
    const model = this.store.get();
    const subjects = new Set([...subjectsOf(model), ...this.known.keys()]);
    for (const subject of subjects) {
      try {
        this.save(person, model, subject);
      } catch (error) {
        this.hooks.failed((error as Error).message);
      }
    }
  }

  /** A text from elsewhere, the hub or an older one, is what is being written now. */
  replace(subject: string, paper: Paper, version: number): void {
    const next = withPaper(this.store.get(), subject, paper);
    this.known.set(subject, { version, mark: markOf(paper) });
    this.apply(next);
  }

  /** Its matter is done: nothing of it stays, unless its other texts are still wanted. */
  forget(subject: string, others: 'kept' | 'gone' = 'gone'): void {
    if (this.person !== undefined) this.desk.papers.drop(this.person, subject, others);
    this.known.delete(subject);
    this.apply(forgetDraft(this.store.get(), subject));
  }

  /** The person does not want it any more, but it lies elsewhere too: what stays is an empty paper, which takes its place there. */
  wipe(subject: string, others: 'kept' | 'gone'): void {
    if (this.person !== undefined && others === 'gone') this.desk.others.dropAll(this.person, subject);
    this.apply(forgetDraft(this.store.get(), subject));
    this.flush();
  }

  close(): void {
    this.flush();
    this.unsubscribe();
  }

  /** Whether there is something here that the store does not have. */
  isWritten(model: SeatModel, subject: string): boolean {
    return markOf(paperOf(model, subject)) !== (this.known.get(subject) ?? noPaper).mark;
  }

  private look(): void {
    const { drafts, citations, forms } = this.store.get();
    const { last } = this;
    if (drafts === last.drafts && citations === last.citations && forms === last.forms) return;
    this.last = { drafts, citations, forms };
    if (this.person !== undefined) this.timer ??= setTimeout(() => this.flush(), saveWithinMs);
  }

  private save(person: string, model: SeatModel, subject: string): void {
    const paper = paperOf(model, subject);
    const mark = markOf(paper);
    const known = this.known.get(subject) ?? noPaper;
    if (mark === known.mark) return;
    // What was rubbed out is kept as an empty paper: elsewhere it would else come back.
    const { version, replaced } = this.desk.papers.put(person, subject, paper ?? emptyPaper, known.version, this.now());
    this.known.set(subject, { version, mark });
    if (replaced && markOf(replaced.paper) !== mark) this.hooks.replaced(subject);
    this.hooks.saved(subject);
  }

  private adopt(model: SeatModel, { subject, paper, version }: KeptPaper): SeatModel {
    const known = this.known.get(subject);
    if (known && known.version >= version) return model;
    // Being written here: it is saved in a moment, and the other text put by.
    if (this.isWritten(model, subject) && paperOf(model, subject) !== undefined) return model;
    const next = withPaper(model, subject, paper);
    this.known.set(subject, { version, mark: markOf(paperOf(next, subject)) });
    return next;
  }

  /** A change that came from the store, and is not to be saved there. */
  private apply(next: SeatModel): void {
    this.store.update(() => next);
  }
}
