import type { DatabaseSync } from 'node:sqlite';
import type { DocumentKind } from '../../domain/knowledge/document.ts';
import { textHash, wholeOfHashes } from '../../domain/knowledge/whole-hash.ts';
import { type CopyDocument, type CopyState, type DocumentOutline, type Position, shippedOrigin } from './copy-state.ts';

export const readDocuments = (db: DatabaseSync): CopyDocument[] =>
  db
    .prepare('select id, kind, version, revision, text, sha256 from documents order by id')
    .all()
    .map((row) => ({ ...row })) as unknown as CopyDocument[];

export const readText = (db: DatabaseSync, id: string): string | undefined =>
  db.prepare('select text from documents where id = ?').get(id)?.text as string | undefined;

export const readState = (db: DatabaseSync): CopyState => {
  const row = db.prepare('select * from state').get() as unknown as {
    origin: string;
    revision: number;
    count: number;
    hash: string;
    synced_at: number | null;
    checked_at: number | null;
  };
  const { origin, revision, count, hash, synced_at: syncedAt, checked_at: checkedAt } = row;
  return { origin, revision, count, hash, syncedAt, checkedAt };
};

export const readOutline = (db: DatabaseSync): DocumentOutline[] =>
  db.prepare('select id, version, sha256 from documents').all() as unknown as DocumentOutline[];

/** Where a delta that is under way goes on, or where the next one begins. */
export const readPosition = (db: DatabaseSync): Position => {
  const staging = db.prepare('select origin, after, next from staging').get() as
    | { origin: string; after: number; next: string | null }
    | undefined;
  if (staging) return { origin: staging.origin, after: staging.after, from: staging.next ?? undefined };
  const { origin, revision } = readState(db);
  return origin === shippedOrigin
    ? { origin: null, after: 0, from: undefined }
    : { origin, after: revision, from: undefined };
};

/** A change as a page of a delta brought it; `text` null: retired. */
export interface StagedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly version: number;
  readonly revision: number;
  readonly text: string | null;
}

export const readStaged = (db: DatabaseSync): StagedDocument[] =>
  db.prepare('select id, kind, version, revision, text from staged').all() as unknown as StagedDocument[];

/** Whether everything can be read, every text is the one that was written, and all of them are there. */
export const isSound = (db: DatabaseSync): boolean => {
  readPosition(db);
  readStaged(db);
  const documents = readDocuments(db);
  const { count, hash } = readState(db);
  const hashes = documents.map(({ id, text }) => [id, textHash(text)] as const);
  return (
    documents.length === count &&
    documents.every(({ sha256 }, place) => sha256 === hashes[place]![1]) &&
    wholeOfHashes(hashes) === hash
  );
};
