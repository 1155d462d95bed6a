import { DeskAccess } from './desk-access.ts';
import { DeskOutbox } from './desk-outbox.ts';
import { HeardSeats } from './heard-seats.ts';
import { KeptPapers } from './kept-papers.ts';
import type { SetAside } from './open-desk-file.ts';
import { OtherTexts } from './other-texts.ts';

/** What nobody touched for so long is thrown away. Milliseconds. */
const dayMs = 86_400_000;
const keptMs = 30 * dayMs;

/**
 * What lies on a person's desk, by person (a user's id), in one file that all their windows on this machine share: what they write, and
 * what is to be sent. A call is on the disk when it returns, or `onTrouble` has said why it is not. What a person typed is sealed.
 */
export class DeskStore {
  readonly papers: KeptPapers;
  readonly others: OtherTexts;
  readonly outbox: DeskOutbox;
  readonly seats: HeardSeats;
  private readonly dir: string | undefined;
  private readonly access: DeskAccess;
  private seen: { readonly db: unknown; readonly version: number } | undefined;

  /** Nothing is opened before something is asked: the screen comes first. */
  constructor(dir: string | undefined) {
    this.dir = dir;
    this.access = new DeskAccess(dir);
    this.others = new OtherTexts(this.access);
    this.papers = new KeptPapers(this.access, this.others);
    this.outbox = new DeskOutbox(this.access);
    this.seats = new HeardSeats(this.access);
  }

  /** Called with the reason when the file takes nothing more, and with none when it takes all again. */
  set onTrouble(told: (reason: string | undefined) => void) {
    this.access.onTrouble = told;
  }

  get trouble(): string | undefined {
    return this.access.trouble;
  }

  get setAside(): SetAside | undefined {
    return this.access.setAside;
  }

  /** Whether what lies on it is there at the next start. */
  get lasts(): boolean {
    return this.dir !== undefined && this.trouble === undefined;
  }

  /** Whether everything that lay on it can be read. */
  get isWhole(): boolean {
    return this.access.isWhole;
  }

  /** What the desk is called, at the hub too; the same for all windows that share it. */
  get name(): string {
    return this.access.all<{ name: string }>('select name from desk')[0]!.name;
  }

  /** Gives the file what it did not take a moment ago. */
  tryAgain(): void {
    this.access.tryAgain();
  }

  close(): void {
    this.access.close();
  }

  /** Whether another window wrote something since this was asked last. */
  changedElsewhere(): boolean {
    const version = Number(this.access.all<{ data_version: number }>('pragma data_version')[0]?.data_version);
    const { db } = this.access;
    const { seen } = this;
    this.seen = { db, version };
    // Back on the file, after a while in which nothing was seen of the others.
    if (seen && seen.db !== db) return this.lasts;
    return seen !== undefined && seen.version !== version;
  }

  /**
   * Throws away what nobody touched for long; `now` by the hub's clock. Only what was old on an earlier day too, so that a clock that is a
   * year ahead for a day costs nothing, and nothing that the hub has not.
   */
  forgetOld(now: number): void {
    const { access } = this;
    const today = Math.floor(now / dayMs);
    access.change(undefined, () => {
      const [desk] = access.all<{ aged_on: number; aged_before: number }>('select aged_on, aged_before from desk');
      if (!desk || desk.aged_on === today) return;
      const before = now - keptMs;
      const old = Math.min(before, desk.aged_before);
      access.run('delete from papers where at < ? and version <= hub_has', old);
      for (const table of ['older', 'seats']) access.run(`delete from ${table} where at < ?`, old);
      access.run('update desk set aged_on = ?, aged_before = ?', today, before);
    });
  }
}
