import { v7 as uuid } from 'uuid';
import { answerCorrection, type Correction } from '../../domain/knowledge/correction.ts';
import { editorRoles } from '../../domain/knowledge/knowledge-roles.ts';
import { Refusal } from '../../domain/refusal.ts';
import { currentVersion, findVersion } from '../knowledge/versions.ts';
import type { MutationHandlers, ReadHandlers } from '../services.ts';
import { findCall, findTicket } from '../store/records.ts';
import { correctionRow, type Stored } from '../store/rows.ts';
import { saveCorrection } from '../store/save.ts';
import type { Work } from '../store/work.ts';
import { correctionView, namesInCorrection } from '../views/knowledge-views.ts';
import type { Names } from '../views/names.ts';
import { seesCall } from '../visibility.ts';

export const correctionReads: ReadHandlers<'kb.corrections'> = {
  'kb.corrections': async ({ db, user, query, services }) => {
    let rows = db.selectFrom('corrections').selectAll();
    if (query.mine || !editorRoles.includes(user.role)) rows = rows.where('filed_by', '=', user.id);
    if (query.state) rows = rows.where('state', '=', query.state);
    if (query.document) rows = rows.where('document', '=', query.document);
    if (query.after) rows = rows.where('id', '<', query.after);
    // Ids are in order of time.
    const found = await rows
      .orderBy('id', 'desc')
      .limit(query.limit + 1)
      .execute();
    const page = found.slice(0, query.limit).map((row) => ({ ...correctionRow.fromRow(row), revision: row.revision }));
    await services.names.load(db, page.flatMap(namesInCorrection));
    const next = found.length > query.limit ? page.at(-1)?.id : undefined;
    return {
      corrections: page.map((correction) => correctionView(correction, services.names)),
      ...(next && { next }),
    };
  },
};

const reply = async (work: Work, correction: Stored<Correction>, names: Names) => {
  await names.load(work.db, namesInCorrection(correction));
  return { correction: correctionView(correction, names) };
};

export const correctionWork: MutationHandlers<'kb.correct' | 'kb.answer'> = {
  'kb.correct': async ({ work, user, params, body, services }) => {
    const { document } = params;
    const { version } = await (body.version === undefined
      ? currentVersion(work.db, document)
      : findVersion(work.db, document, body.version));
    if (body.ticket !== undefined) {
      const { call } = await findTicket(work.db, body.ticket);
      // A ticket that this person may not see is none to them.
      if (!seesCall(user, await findCall(work.db, call))) throw new Refusal('not_found', { what: body.ticket });
    }
    const correction: Correction = {
      id: uuid(),
      document,
      version,
      part: body.part ?? null,
      note: body.note,
      ticket: body.ticket ?? null,
      filedBy: user.id,
      filedAt: work.now,
      state: 'open',
      answer: null,
      answeredBy: null,
      answeredAt: null,
    };
    const data = { document, version };
    const saved = await saveCorrection(work, correction, { type: 'correction.filed', actor: user.id, data });
    return reply(work, saved, services.names);
  },

  'kb.answer': async ({ work, user, params, body, services }) => {
    const what = params.correction;
    const row = await work.db.selectFrom('corrections').selectAll().where('id', '=', what).executeTakeFirst();
    if (!row) throw new Refusal('not_found', { what });
    const answered = answerCorrection(correctionRow.fromRow(row), body.state, body.answer, user.id, work.now);
    const { document, version, state } = answered;
    const data = { document, version, state };
    const saved = await saveCorrection(work, answered, { type: 'correction.answered', actor: user.id, data });
    return reply(work, saved, services.names);
  },
};
