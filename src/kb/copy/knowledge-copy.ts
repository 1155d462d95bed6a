import type { DatabaseSync } from 'node:sqlite';
import type { LineEvent } from '../../contract/live-event.ts';
import type { Changes } from '../../contract/shapes/knowledge.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { confirmUntil, type Followed, followChange, replaceShipped, type Taken, takePage } from './change-copy.ts';
import type { CopyDocument, CopyState, CopyTrouble, DocumentOutline, Position } from './copy-state.ts';
import { type CopyFile, inodeOf, moveToMemory, openCopyFile } from './open-copy-file.ts';
import { readDocuments, readOutline, readPosition, readState, readText } from './read-copy.ts';
import { isUnwritable } from './sqlite-trouble.ts';
import { atOneMoment, exclusively } from './transaction.ts';

/**
 * The seat's copy of the knowledge base, in `knowledge.sqlite`. Several processes may have it open at once. Each change is all or
 * nothing, whenever the program is killed; a delta of several pages is staged beside the documents until it is complete. When the
 * file takes nothing (full disk, folder that cannot be written), the copy goes on in memory and `trouble` says why.
 */
export class KnowledgeCopy {
  private opened: CopyFile;
  private closed = false;

  constructor(opened: CopyFile) {
    this.opened = opened;
  }

  /** Why nothing is kept beyond the end of this program; undefined: all is well. */
  get trouble(): CopyTrouble | undefined {
    return this.opened.trouble;
  }

  /** Where a damaged file was put when this copy was opened. */
  get setAside(): string | undefined {
    return this.opened.setAside;
  }

  state(): CopyState {
    return this.guarded(readState);
  }

  /** All documents in order of their ids. */
  documents(): CopyDocument[] {
    return this.guarded(readDocuments);
  }

  /** The state and the documents that belong to it, also while another process changes them. */
  read(): { state: CopyState; documents: CopyDocument[] } {
    return this.guarded((db) => atOneMoment(db, () => ({ state: readState(db), documents: readDocuments(db) })));
  }

  /** The same without the texts. */
  outline(): { state: CopyState; documents: DocumentOutline[] } {
    return this.guarded((db) => atOneMoment(db, () => ({ state: readState(db), documents: readOutline(db) })));
  }

  /** A document's text; undefined when there is no such document. */
  text(id: string): string | undefined {
    return this.guarded((db) => readText(db, id));
  }

  /** What is to be asked of the hub next. */
  position(): Position {
    return this.guarded((db) => atOneMoment(db, () => readPosition(db)));
  }

  /** Gives a copy that has never met a hub the documents that ship. Returns whether anything changed. */
  seed(shipped: readonly KnowledgeDocument[]): boolean {
    return this.write((db) => replaceShipped(db, shipped));
  }

  /** Takes a page of changes that the hub gave for `position`. `now`: milliseconds since 1970. */
  take(position: Position, page: Changes, now: number): Taken {
    return this.write((db) => takePage(db, position, page, now));
  }

  /** Makes the change of a live event that the hub `origin` told. */
  follow(origin: string, knowledge: NonNullable<LineEvent['knowledge']>, now: number): Followed {
    return this.write((db) => followChange(db, origin, knowledge, now));
  }

  /** Notes that the copy was what the hub `origin` had until `now`. */
  confirm(origin: string, now: number): void {
    if (!this.closed) this.write((db) => confirmUntil(db, origin, now));
  }

  close(): void {
    if (!this.closed) this.opened.db.close();
    this.closed = true;
  }

  private write<T>(work: (db: DatabaseSync) => T): T {
    const { inode, file } = this.opened;
    if (inode !== undefined && inodeOf(file) !== inode) {
      this.opened = moveToMemory(this.opened, { code: 'moved', reason: file });
    }
    return this.guarded((db) => exclusively(db, () => work(db)));
  }

  /** Does it in memory when the file does not let it be done. */
  private guarded<T>(work: (db: DatabaseSync) => T): T {
    try {
      return work(this.opened.db);
    } catch (error) {
      if (this.opened.inode === undefined || !isUnwritable(error)) throw error;
      this.opened = moveToMemory(this.opened, { code: 'unwritable', reason: (error as Error).message });
      return work(this.opened.db);
    }
  }
}

/** Opens the copy in a folder of its own. Never fails: at worst the copy is empty and in memory (see `trouble`), to be seeded. */
export const openCopy = (dir: string): KnowledgeCopy => new KnowledgeCopy(openCopyFile(dir));
