import type { HubClient } from '../../client/hub-client.ts';
import { DocumentKey, OnVersion, OnVersionWhy, Why } from '../../contract/shapes/knowledge.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { typedId } from './not-found.ts';
import { latestVersion, versionCard } from './version-card.ts';

interface ReviewOptions extends KeyOption {
  version?: string;
  return?: boolean;
  note?: string;
}

/** A version's number as it was typed; a word that is none is left to the contract's shape to refuse. */
export const versionNumber = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : text;

/** The version that is meant: the one that was named, else the latest. */
export const meantVersion = async (client: HubClient, document: string, named: number | undefined): Promise<number> =>
  named ?? (await latestVersion(client, document)).version;

/** The person's reason, `-` from stdin. */
export const noteOf = (context: Context, note: string | undefined): Promise<string | undefined> =>
  note === undefined ? Promise.resolve(undefined) : textOrStdin(context, 'note', note);

/** `kb review`: puts a draft to review, or gives it back with what is to be mended. */
export const reviewDocument: Work<[string], ReviewOptions> = async (context, [id], options) => {
  const { say } = context;
  const key = keyOf(context, options);
  if (options.return && options.note === undefined) throw wrongUsage(say('usage.missing-option', { option: '--note' }));
  const params = checked(context, DocumentKey, { document: typedId(id) });
  const note = await noteOf(context, options.note);
  const version = versionNumber(options.version);
  const given = options.return
    ? checked(context, OnVersionWhy.partial({ version: true }), { version, note })
    : checked(context, OnVersion.partial({ version: true }), { version, note });
  const reply = await withHub(context, async (client) => {
    const body = { version: await meantVersion(client, params.document, given.version), note: note ?? '' };
    return client.call(options.return ? 'kb.return' : 'kb.submit', { params, body, ...key });
  });
  await show(context, reply, () => versionCard(context, reply.version));
  return undefined;
};

/** `kb retire`: takes a document away from the seats. */
export const retireDocument: Work<[string], KeyOption & { note: string }> = async (context, [id], options) => {
  const key = keyOf(context, options);
  const params = checked(context, DocumentKey, { document: typedId(id) });
  const body = checked(context, Why, { note: await noteOf(context, options.note) });
  const reply = await withHub(context, (client) => client.call('kb.retire', { params, body, ...key }));
  await show(context, reply, () => versionCard(context, reply.version));
  return undefined;
};
