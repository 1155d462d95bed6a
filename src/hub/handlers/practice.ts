import type { SubmittedResult } from '../../contract/shapes/practice.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import { type PracticeResult, requireSameResult, teachingRoles } from '../../domain/practice/result.ts';
import type { MutationHandlers, ReadHandlers } from '../services.ts';
import { practiceRow } from '../store/rows.ts';
import { savePracticeResult } from '../store/save.ts';
import type { Work } from '../store/work.ts';
import { practiceResultView } from '../views/practice-views.ts';

export const practiceReads: ReadHandlers<'practice.results'> = {
  'practice.results': async ({ db, user, query, services }) => {
    let rows = db.selectFrom('practice_results').selectAll();
    if (!teachingRoles.includes(user.role)) rows = rows.where('person', '=', user.id);
    const { person } = query;
    if (person !== undefined) {
      rows = rows.where('person', 'in', (inner) =>
        inner
          .selectFrom('users')
          .select('users.id')
          .where(({ or, eb }) => or([eb('users.id', '=', person), eb('users.name', '=', person)])),
      );
    }
    if (query.class !== undefined) rows = rows.where('class', '=', query.class);
    if (query.kind) rows = rows.where('kind', '=', query.kind);
    if (query.since) rows = rows.where('ended_at', '>=', Date.parse(query.since));
    if (query.until) rows = rows.where('ended_at', '<', Date.parse(query.until));
    const newest = query.order === 'newest';
    if (query.after !== undefined) rows = rows.where('revision', newest ? '<' : '>', query.after);
    const found = await rows
      .orderBy('revision', newest ? 'desc' : 'asc')
      .limit(query.limit + 1)
      .execute();
    const page = found.slice(0, query.limit).map((row) => ({ ...practiceRow.fromRow(row), revision: row.revision }));
    await services.names.load(
      db,
      page.map((result) => result.person),
    );
    const next = found.length > query.limit ? page.at(-1)?.revision : undefined;
    return {
      results: page.map((result) => practiceResultView(result, services.names)),
      ...(next && { next: String(next) }),
    };
  },
};

/** Those of these results that the hub has already, by id. */
const knownResults = async (work: Work, ids: string[]): Promise<Map<string, PracticeResult>> => {
  const rows = await work.db.selectFrom('practice_results').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, practiceRow.fromRow(row)]));
};

const resultOf = (submitted: SubmittedResult, person: string, className: string | null, now: number) => ({
  ...submitted,
  person,
  class: className,
  startedAt: Date.parse(submitted.startedAt),
  endedAt: Date.parse(submitted.endedAt),
  submittedAt: now,
});

export const practiceWork: MutationHandlers<'practice.submit'> = {
  'practice.submit': async ({ work, user, body }) => {
    const ids = body.results.map(({ id }) => id);
    const known = await knownResults(work, ids);
    const added = new Set<string>();
    for (const submitted of body.results) {
      const result = resultOf(submitted, user.id, body.class ?? null, work.now);
      const before = known.get(result.id);
      if (before) {
        requireSameResult(before, result);
        continue;
      }
      const { kind, subject, score, passed } = result;
      const data = { kind, subject, score, passed };
      await savePracticeResult(work, result, { type: 'practice.submitted', actor: user.id, data });
      known.set(result.id, result);
      added.add(result.id);
    }
    const stored = [...new Set(ids)].map((id) => known.get(id)!);
    return {
      results: stored.map((result) => ({
        id: result.id,
        added: added.has(result.id),
        class: result.class,
        submittedAt: toInstant(result.submittedAt),
      })),
    };
  },
};
