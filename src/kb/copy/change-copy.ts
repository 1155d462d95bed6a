import type { DatabaseSync } from 'node:sqlite';
import type { LineEvent } from '../../contract/live-event.ts';
import type { Changes } from '../../contract/shapes/knowledge.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { textHash, wholeHash, wholeOfHashes } from '../../domain/knowledge/whole-hash.ts';
import { type CopyState, type Position, shippedOrigin } from './copy-state.ts';
import { readOutline, readPosition, readStaged, readState, type StagedDocument } from './read-copy.ts';

/**
 * What became of a page. `more`: staged, ask for the next. `done`: the copy is what the hub has. `overtaken`: another process has
 * moved on meanwhile, ask anew. `again`: these changes do not lead from this copy to the hub's (another hub, a restored store), ask
 * anew for everything. `unfit`: everything was loaded and does not come to the hub's own hash. The documents change with `done` only.
 */
export type Taken = 'more' | 'done' | 'overtaken' | 'again' | 'unfit';

/** `made`: the copy has the change now; `known`: it had it; `gap`: something is missing before it. */
export type Followed = 'made' | 'known' | 'gap';

const writeState = (db: DatabaseSync, { origin, revision, count, hash, syncedAt, checkedAt }: CopyState): void => {
  db.prepare('update state set origin = ?, revision = ?, count = ?, hash = ?, synced_at = ?, checked_at = ?').run(
    origin,
    revision,
    count,
    hash,
    syncedAt,
    checkedAt,
  );
};

const putDocument = (db: DatabaseSync, document: StagedDocument & { readonly text: string }): void => {
  const { id, kind, version, revision, text } = document;
  db.prepare(
    'insert or replace into documents (id, kind, version, revision, text, sha256) values (?, ?, ?, ?, ?, ?)',
  ).run(id, kind, version, revision, text, textHash(text));
};

/** Hashes of the documents' texts by id. */
const readHashes = (db: DatabaseSync): Map<string, string> =>
  new Map(readOutline(db).map(({ id, sha256 }) => [id, sha256]));

/** Makes one change; a retired document goes. */
const makeChange = (db: DatabaseSync, change: StagedDocument): void => {
  if (change.text === null) db.prepare('delete from documents where id = ?').run(change.id);
  else putDocument(db, { ...change, text: change.text });
};

/** The documents of a copy that has never met a hub become those that ship. Returns whether anything changed. */
export const replaceShipped = (db: DatabaseSync, shipped: readonly KnowledgeDocument[]): boolean => {
  const state = readState(db);
  // An article that lies in two folders is one document all the same.
  const documents = [...new Map(shipped.map((document) => [document.id, document])).values()];
  const hash = wholeHash(documents);
  if (state.origin !== shippedOrigin || state.hash === hash) return false;
  db.exec('delete from documents');
  for (const document of documents) putDocument(db, { ...document, version: 0, revision: 0 });
  writeState(db, { ...state, count: documents.length, hash });
  return true;
};

const endStaging = (db: DatabaseSync): void => db.exec('delete from staged; delete from staging');

/** Where the delta goes on; `next` undefined: it begins. */
const stageFrom = (db: DatabaseSync, origin: string, after: number, next?: string): void => {
  db.prepare('insert or replace into staging (row, origin, after, next) values (1, ?, ?, ?)').run(
    origin,
    after,
    next ?? null,
  );
};

/** Gives up what is staged; what is asked for next is the whole. */
const loadEverything = (db: DatabaseSync, origin: string): void => {
  endStaging(db);
  stageFrom(db, origin, 0);
};

const stage = (db: DatabaseSync, changes: readonly StagedDocument[]): void => {
  // A document that changes while its delta is read comes once more, later.
  const put = db.prepare(
    `insert into staged (id, kind, version, revision, text) values (?, ?, ?, ?, ?) on conflict (id) do update set
      kind = excluded.kind, version = excluded.version, revision = excluded.revision, text = excluded.text
      where excluded.revision >= staged.revision`,
  );
  for (const { id, kind, version, revision, text } of changes) put.run(id, kind, version, revision, text);
};

/** The staged changes become part of the copy, if that makes it what the hub says it has. */
const merge = (db: DatabaseSync, position: Position, page: Changes, now: number): boolean => {
  const staged = readStaged(db);
  const everything = position.after === 0;
  const hashes = everything ? new Map<string, string>() : readHashes(db);
  for (const { id, text } of staged) {
    if (text === null) hashes.delete(id);
    else hashes.set(id, textHash(text));
  }
  if (hashes.size !== page.count || wholeOfHashes(hashes) !== page.hash) return false;
  if (everything) db.exec('delete from documents');
  for (const change of staged) makeChange(db, change);
  endStaging(db);
  const { origin, revision, count, hash } = page;
  const before = readState(db);
  const nothingNew = before.origin === origin && before.revision === revision;
  writeState(db, { origin, revision, count, hash, syncedAt: nothingNew ? before.syncedAt : now, checkedAt: now });
  return true;
};

/** Whether the hub's pages lead on, so that reading them comes to an end. */
const leadsOn = ({ after, from }: Position, next: string): boolean => Number(next) > Number(from ?? after);

/** Takes a page of changes that was asked for at `position`. */
export const takePage = (db: DatabaseSync, position: Position, page: Changes, now: number): Taken => {
  const present = readPosition(db);
  if (present.origin !== position.origin || present.after !== position.after || present.from !== position.from) {
    return 'overtaken';
  }
  if (position.origin !== null && position.origin !== page.origin) {
    // Half a delta of another hub may lie over a copy of this one.
    if (readState(db).origin === page.origin) endStaging(db);
    else loadEverything(db, page.origin);
    return 'again';
  }
  if (position.after > page.revision) {
    loadEverything(db, page.origin);
    return 'again';
  }
  stage(db, page.changes);
  if (page.next !== undefined && leadsOn(position, page.next)) {
    stageFrom(db, page.origin, position.after, page.next);
    return 'more';
  }
  if (page.next === undefined && merge(db, position, page, now)) return 'done';
  loadEverything(db, page.origin);
  return position.after === 0 ? 'unfit' : 'again';
};

/** Makes the change of one live event of the hub `origin`, when nothing is missing before it. */
export const followChange = (
  db: DatabaseSync,
  origin: string,
  { previous, revision, change }: NonNullable<LineEvent['knowledge']>,
  now: number,
): Followed => {
  const state = readState(db);
  const underWay = db.prepare('select 1 from staging').get() !== undefined;
  if (state.origin !== origin || underWay) return 'gap';
  if (state.revision >= revision) return 'known';
  if (state.revision !== previous) return 'gap';
  makeChange(db, change);
  const hashes = readHashes(db);
  const { size: count } = hashes;
  writeState(db, { origin, revision, count, hash: wholeOfHashes(hashes), syncedAt: now, checkedAt: now });
  return 'made';
};

/** The copy is known to have been what the hub `origin` had until `now`. */
export const confirmUntil = (db: DatabaseSync, origin: string, now: number): void => {
  db.prepare('update state set checked_at = ? where origin = ? and checked_at < ?').run(now, origin, now);
};
