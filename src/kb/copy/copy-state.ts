import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';

/** The origin of a copy that has never heard of a hub: it holds what ships with the program. */
export const shippedOrigin = 'shipped';

/** A document as it lies in the copy. What ships with the program has version 0 and revision 0. */
export interface CopyDocument extends KnowledgeDocument {
  readonly version: number;
  readonly revision: number;
  /** Of the text as UTF-8, in hex. */
  readonly sha256: string;
}

/** Which text of a document the copy has. */
export type DocumentOutline = Pick<CopyDocument, 'id' | 'version' | 'sha256'>;

/** What the copy is a copy of, and how old it is. Times are milliseconds since 1970, by this machine's clock. */
export interface CopyState {
  /** `shipped`, or the hub's store (`origin` of kb.changes). */
  readonly origin: string;
  /** The knowledge base's revision at the hub; 0 for what ships. */
  readonly revision: number;
  /** How many documents there are. */
  readonly count: number;
  /** Hash of the whole (domain/knowledge/whole-hash). */
  readonly hash: string;
  /** When something last came from the hub; null: never. */
  readonly syncedAt: number | null;
  /** When the copy was last known to be what the hub had; null: never. */
  readonly checkedAt: number | null;
}

/** What is to be asked of the hub next: `after` and `from` of kb.changes. */
export interface Position {
  /** Whose changes these are; null: any hub's, since everything is to be loaded. */
  readonly origin: string | null;
  /** 0: everything. */
  readonly after: number;
  /** Set while a delta of several pages is under way. */
  readonly from: string | undefined;
}

/** Why the copy is kept in memory only and gone when the program ends. */
export interface CopyTrouble {
  /** `unwritable`: the folder or the disk takes nothing. `moved`: someone has replaced or removed the file meanwhile. */
  readonly code: 'unwritable' | 'moved';
  /** What the system said, for those who mend it. */
  readonly reason: string;
}
