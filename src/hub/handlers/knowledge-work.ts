import { kindOfDocument } from '../../domain/knowledge/document.ts';
import type { Version } from '../../domain/knowledge/version.ts';
import { draft, publish, retire, sendBack, submit } from '../../domain/knowledge/version-rules.ts';
import { headingOf, requirePublishable, requireRetirable } from '../knowledge/check-text.ts';
import { savePublished, saveRetired, saveStep } from '../knowledge/save-step.ts';
import { currentVersion, findVersion, latestVersion, publishedVersion } from '../knowledge/versions.ts';
import type { MutationHandlers } from '../services.ts';
import type { Stored } from '../store/rows.ts';
import type { Work } from '../store/work.ts';
import { namesInVersion, versionView } from '../views/knowledge-views.ts';
import type { Names } from '../views/names.ts';

const reply = async (work: Work, version: Stored<Version>, names: Names) => {
  await names.load(work.db, namesInVersion(version));
  return { version: versionView(version, names) };
};

export const knowledgeWork: MutationHandlers<'kb.draft' | 'kb.submit' | 'kb.return' | 'kb.publish' | 'kb.retire'> = {
  'kb.draft': async ({ work, user, params, body, language, services }) => {
    const { document } = params;
    const text = { document, kind: kindOfDocument(document), text: body.text };
    const heading = headingOf(text, language);
    const latest = await latestVersion(work.db, document);
    const act = { by: user.id, note: body.note, now: work.now };
    const { saved, abandoned } = draft(latest, { ...text, ...heading }, body.base, act);
    if (abandoned) await saveStep(work, abandoned, 'version.abandoned', user.id);
    return reply(work, await saveStep(work, saved, 'version.drafted', user.id), services.names);
  },

  'kb.submit': async ({ work, user, params, body, language, services }) => {
    const version = await findVersion(work.db, params.document, body.version);
    const submitted = submit(version, { by: user.id, note: body.note ?? null, now: work.now });
    await requirePublishable(work.db, version, work.now, language);
    return reply(work, await saveStep(work, submitted, 'version.submitted', user.id), services.names);
  },

  'kb.return': async ({ work, user, params, body, services }) => {
    const version = await findVersion(work.db, params.document, body.version);
    const returned = sendBack(version, { by: user.id, note: body.note, now: work.now });
    return reply(work, await saveStep(work, returned, 'version.returned', user.id), services.names);
  },

  'kb.publish': async ({ work, user, params, body, language, services }) => {
    const version = await findVersion(work.db, params.document, body.version);
    const current = await publishedVersion(work.db, params.document);
    const act = { by: user.id, note: body.note ?? null, now: work.now };
    const published = publish(version, current, act);
    // Once more: figures, topics and what it links to may have changed since it was put to review.
    await requirePublishable(work.db, version, work.now, language);
    return reply(work, await savePublished(work, published, user.id), services.names);
  },

  'kb.retire': async ({ work, user, params, body, language, services }) => {
    requireRetirable(kindOfDocument(params.document), language);
    const version = await currentVersion(work.db, params.document);
    const retired = retire(version, { by: user.id, note: body.note, now: work.now });
    return reply(work, await saveRetired(work, retired, user.id), services.names);
  },
};
