import type { Version } from '../../domain/knowledge/version.ts';
import { versionId } from '../../domain/knowledge/version.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Stored, versionRow } from '../store/rows.ts';
import type { Db, Schema } from '../store/schema.ts';

/** States of versions that seats know or have known: a document's last one of these is what they have of it. */
export const seatStates = ['published', 'retired'] as const;

export const fromVersionRow = (row: Schema['versions']): Stored<Version> => ({
  ...versionRow.fromRow(row),
  revision: row.revision,
});

/** All versions of a document, oldest first. */
export const versionsOf = async (db: Db, document: string): Promise<Stored<Version>[]> => {
  const rows = await db
    .selectFrom('versions')
    .selectAll()
    .where('document', '=', document)
    .orderBy('version')
    .execute();
  return rows.map(fromVersionRow);
};

/** The document's last version, of whatever state; null when there is no such document. */
export const latestVersion = async (db: Db, document: string): Promise<Stored<Version> | null> => {
  const row = await db
    .selectFrom('versions')
    .selectAll()
    .where('document', '=', document)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromVersionRow(row) : null;
};

/** The version that seats have; null when there is none. */
export const publishedVersion = async (db: Db, document: string): Promise<Stored<Version> | null> => {
  const row = await db
    .selectFrom('versions')
    .selectAll()
    .where('document', '=', document)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return row ? fromVersionRow(row) : null;
};

/** @throws {Refusal} not_found */
export const findVersion = async (db: Db, document: string, version: number): Promise<Stored<Version>> => {
  const what = versionId({ document, version });
  const row = await db.selectFrom('versions').selectAll().where('id', '=', what).executeTakeFirst();
  if (!row) throw new Refusal('not_found', { what });
  return fromVersionRow(row);
};

/**
 * The version that is meant when none is named: the published one, else the latest.
 * @throws {Refusal} not_found
 */
export const currentVersion = async (db: Db, document: string): Promise<Stored<Version>> => {
  const version = (await publishedVersion(db, document)) ?? (await latestVersion(db, document));
  if (!version) throw new Refusal('not_found', { what: document });
  return version;
};

/** Place of the event that last changed what seats have; 0 when nothing was ever published. */
export const knowledgeRevision = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('versions')
    .select(({ fn }) => fn.max('revision').as('revision'))
    .where('state', 'in', seatStates)
    .executeTakeFirst();
  return row?.revision ?? 0;
};
