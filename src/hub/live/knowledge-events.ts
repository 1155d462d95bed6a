import type { LineEvent } from '../../contract/live-event.ts';
import type { Correction } from '../../domain/knowledge/correction.ts';
import { kindOfDocument } from '../../domain/knowledge/document.ts';
import { correctionRow, type Stored } from '../store/rows.ts';
import type { Db, Schema } from '../store/schema.ts';

type EventRow = Schema['events'];

/** Corrections by id, as they stand now. */
export const correctionsOf = async (db: Db, ids: readonly string[]): Promise<Map<string, Stored<Correction>>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('corrections').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, { ...correctionRow.fromRow(row), revision: row.revision }]));
};

/** The texts that these events published, by version. A version's text never changes, so it is the one of that moment. */
export const publishedTexts = async (db: Db, events: readonly EventRow[]): Promise<Map<string, string>> => {
  const ids = events.filter(({ type }) => type === 'version.published').map(({ subject }) => subject);
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('versions').select(['id', 'text']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
};

/** What an event did to what seats have; undefined for one that did nothing. */
export const knowledgeChange = (event: EventRow, texts: ReadonlyMap<string, string>): LineEvent['knowledge'] => {
  const text = event.type === 'version.retired' ? null : texts.get(event.subject);
  if (text === undefined) return undefined;
  const { document, version, previous } = JSON.parse(event.data) as {
    document: string;
    version: number;
    previous: number;
  };
  const change = { id: document, kind: kindOfDocument(document), version, revision: event.seq, text };
  return { previous, revision: event.seq, change };
};
