import { DocumentKey, OnVersion } from '../../contract/shapes/knowledge.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { show } from '../output/show.ts';
import { table } from '../output/table.ts';
import { errorDocument } from '../report-failure.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { term } from '../words/words.ts';
import { eachDocument, firstExit } from './each-document.ts';
import { typedId } from './not-found.ts';
import { meantVersion, noteOf, versionNumber } from './review.ts';

interface PublishOptions extends KeyOption {
  version?: string;
  note?: string;
}

/** Keys of documents are the person's key and the document's id. */
const longestKey = 110;

/** `kb publish`: what is in review goes to the seats. Of several, each by itself; the first failure gives the exit code. */
export const publishDocuments: Work<[string[]], PublishOptions> = async (context, [ids], options) => {
  const { say, language } = context;
  const { idempotencyKey } = keyOf(context, options, longestKey);
  const documents = [...new Set(ids.map((id) => checked(context, DocumentKey, { document: typedId(id) }).document))];
  if (options.version !== undefined && documents.length > 1) throw wrongUsage(say('kb.publish.one-version'));
  const note = await noteOf(context, options.note);
  const given = checked(context, OnVersion.partial({ version: true }), {
    version: versionNumber(options.version),
    note,
  });
  const outcomes = await withHub(context, (client) =>
    eachDocument(context, documents, async (document) => {
      const body = { ...given, version: await meantVersion(client, document, given.version) };
      const key = idempotencyKey === undefined ? {} : { idempotencyKey: `${idempotencyKey}-${document}` };
      return (await client.call('kb.publish', { params: { document }, body, ...key })).version;
    }),
  );
  const [only] = outcomes;
  // One refusal is told as by any other command.
  if (only && outcomes.length === 1 && 'failure' in only) throw only.failure;
  const results = outcomes.map((outcome) =>
    'done' in outcome
      ? { document: outcome.document, version: outcome.done }
      : { document: outcome.document, ...errorDocument(outcome.failure) },
  );
  await show(context, { results }, () =>
    table(
      [say('kb.id'), say('kb.version'), say('kb.outcome')],
      outcomes.map((outcome) =>
        'done' in outcome
          ? [outcome.document, outcome.done.version, term(language, 'versionState', outcome.done.state)]
          : [outcome.document, '', outcome.failure.message],
      ),
    ),
  );
  return firstExit(outcomes);
};
