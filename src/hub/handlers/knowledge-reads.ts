import { openStates } from '../../domain/knowledge/version.ts';
import { Refusal } from '../../domain/refusal.ts';
import { currentVersion, findVersion, seatStates, versionsOf } from '../knowledge/versions.ts';
import type { ReadHandlers } from '../services.ts';
import { effectiveOf } from '../store/rows.ts';
import type { Db } from '../store/schema.ts';
import { documentView, type ListedVersion, namesInVersion, versionView } from '../views/knowledge-views.ts';

/** Every version of every document without its text, oldest first. */
const listedVersions = async (db: Db): Promise<ListedVersion[]> => {
  const rows = await db
    .selectFrom('versions')
    .select(['document', 'version', 'kind', 'title', 'topic', 'domain', 'effective_from', 'effective_to'])
    .select(['state', 'revision'])
    .orderBy('version')
    .execute();
  return rows.map(({ effective_from, effective_to, kind, state, ...row }) => ({
    ...row,
    kind: kind as ListedVersion['kind'],
    state: state as ListedVersion['state'],
    effective: effectiveOf({ effective_from, effective_to }),
  }));
};

export const knowledgeReads: ReadHandlers<'kb.documents' | 'kb.document' | 'kb.history' | 'kb.changes'> = {
  'kb.documents': async ({ db, query }) => {
    const byDocument = Map.groupBy(await listedVersions(db), ({ document }) => document);
    const found = [...byDocument.values()]
      .map(documentView)
      .filter(({ id }) => query.after === undefined || id > query.after)
      .filter(({ state }) => query.state === undefined || state === query.state)
      .filter(({ domain }) => query.domain === undefined || domain === query.domain)
      .filter(({ topic }) => query.topic === undefined || topic === query.topic)
      .filter(({ state }) => !query.open || openStates.includes(state))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const documents = found.slice(0, query.limit);
    const next = found.length > query.limit ? documents.at(-1)?.id : undefined;
    return { documents, ...(next && { next }) };
  },

  'kb.document': async ({ db, params, query, services }) => {
    const { document } = params;
    const version = await (query.version === undefined
      ? currentVersion(db, document)
      : findVersion(db, document, query.version));
    await services.names.load(db, namesInVersion(version));
    return { version: versionView(version, services.names), text: version.text };
  },

  'kb.history': async ({ db, params, services }) => {
    const versions = await versionsOf(db, params.document);
    if (versions.length === 0) throw new Refusal('not_found', { what: params.document });
    await services.names.load(db, versions.flatMap(namesInVersion));
    return { versions: versions.toReversed().map((version) => versionView(version, services.names)) };
  },

  'kb.changes': async ({ query, services }) =>
    services.engine.snapshot(async (db) => {
      const whole = await services.whole.at(db);
      const first = await db.selectFrom('events').select('hash').where('seq', '=', 1).executeTakeFirstOrThrow();
      const rows = await db
        .selectFrom('versions as v')
        .select(['document', 'kind', 'version', 'revision', 'state', 'text'])
        .where('state', 'in', seatStates)
        .where('revision', '>', Math.max(query.after, Number(query.from ?? 0)))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('versions as later')
                .select('later.id')
                .whereRef('later.document', '=', 'v.document')
                .whereRef('later.revision', '>', 'v.revision')
                .where('later.state', 'in', seatStates),
            ),
          ),
        )
        .orderBy('revision')
        .limit(query.limit + 1)
        .execute();
      const page = rows.slice(0, query.limit);
      const next = rows.length > query.limit ? String(page.at(-1)?.revision) : undefined;
      const changes = page.map(({ document: id, kind, version, revision, state, text }) => ({
        id,
        kind: kind as ListedVersion['kind'],
        version,
        revision,
        text: state === 'published' ? text : null,
      }));
      return { origin: first.hash, ...whole, changes, ...(next && { next }) };
    }),
};
