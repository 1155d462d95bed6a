import path from 'node:path';
import type { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import { Draft, type VersionView } from '../../contract/shapes/knowledge.ts';
import { textHash } from '../../domain/knowledge/whole-hash.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { readDocumentFile } from './document-file.ts';
import { latestVersion, versionCard } from './version-card.ts';

interface DraftOptions extends KeyOption {
  note?: string;
  base?: string;
}

/** The version before the next one; none of a new document. */
const latestIfAny = async (client: HubClient, document: string): Promise<VersionView | null> => {
  try {
    return await latestVersion(client, document);
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_found') return null;
    throw error;
  }
};

/** States in which the same text again would say nothing new. */
const standing: readonly VersionView['state'][] = ['draft', 'review', 'published'];

const numberOf = (text: string | undefined): unknown =>
  text !== undefined && /^\d{1,7}$/.test(text) ? (text === '0' ? null : Number(text)) : text;

/**
 * `kb draft`: a file's text as the document's next version. Written from the latest one, unless `--base` says from which; then
 * it is refused when somebody else has saved another meanwhile.
 */
export const draftDocument: Work<[string], DraftOptions> = async (context, [file], options) => {
  const { say } = context;
  const key = keyOf(context, options);
  const { id: document, text } = await readDocumentFile(context, file);
  const note =
    options.note === undefined
      ? say('kb.draft.note', { file: path.basename(file) })
      : await textOrStdin(context, 'note', options.note);
  const given = checked(context, Draft.partial({ base: true }), { text, note, base: numberOf(options.base) });
  await withHub(context, async (client) => {
    let base = given.base;
    if (base === undefined) {
      const latest = await latestIfAny(client, document);
      if (latest && standing.includes(latest.state) && latest.sha256 === textHash(text)) {
        await show(context, { version: latest }, () => versionCard(context, latest));
        remark(context, say('kb.draft.same', { version: latest.version }));
        return;
      }
      base = latest?.version ?? null;
    }
    const body = { text, note, base };
    const reply = await client.call('kb.draft', { params: { document }, body, ...key });
    await show(context, reply, () => versionCard(context, reply.version));
    remark(context, say('kb.draft.next', { document }));
  });
  return undefined;
};
