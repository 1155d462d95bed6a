import path from 'node:path';
import type { HubClient } from '../../client/hub-client.ts';
import { type DocumentView, Draft, type VersionView } from '../../contract/shapes/knowledge.ts';
import type { KnowledgeDocument } from '../../domain/knowledge/document.ts';
import { textHash } from '../../domain/knowledge/whole-hash.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { localDay } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import { errorDocument } from '../report-failure.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';
import { readDocumentFile } from './document-file.ts';
import { eachDocument, firstExit } from './each-document.ts';
import { documentsAtHub, publishedAtHub } from './hub-documents.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import { tellLint } from './lint.ts';
import { lintPaths } from './lint-paths.ts';
import { noteOf } from './review.ts';
import { readKnowledge } from './seat-knowledge.ts';
import { unfit } from './unfit.ts';

interface ImportOptions {
  note?: string;
  submit?: boolean;
}

/** A file that says something else than the hub; `draft`: the version there that holds its text already, and waits to be submitted. */
interface Step {
  readonly document: KnowledgeDocument;
  readonly base: number | null;
  readonly draft: number | null;
}

const isOpen = ({ state }: DocumentView): boolean => state === 'draft' || state === 'review';

/** What there is to do about a file; undefined: nothing. */
const stepFor = async (
  client: HubClient,
  document: KnowledgeDocument,
  view: DocumentView | undefined,
  published: string | undefined,
  submit: boolean,
): Promise<Step | undefined> => {
  if (published === document.text) return undefined;
  const base = view?.latest ?? null;
  if (!view || !isOpen(view)) return { document, base, draft: null };
  const query = { version: view.latest };
  const { version } = await client.call('kb.document', { params: { document: document.id }, query });
  if (version.sha256 !== textHash(document.text)) return { document, base, draft: null };
  return submit && version.state === 'draft' ? { document, base, draft: version.version } : undefined;
};

const take = async (
  client: HubClient,
  { document, base, draft }: Step,
  note: string,
  submit: boolean,
): Promise<VersionView> => {
  const params = { document: document.id };
  const body = { text: document.text, note, base };
  const saved = draft === null ? (await client.call('kb.draft', { params, body })).version : undefined;
  if (saved && !submit) return saved;
  return (await client.call('kb.submit', { params, body: { version: saved?.version ?? draft! } })).version;
};

/** Data files first: articles are held against them. */
const documentsIn = async (context: Context, dir: string): Promise<KnowledgeDocument[]> => {
  const files = await knowledgeFiles(context, dir);
  const documents = await Promise.all(files.map(({ file }) => readDocumentFile(context, file)));
  return documents.sort(
    (a, b) => Number(a.kind === 'article') - Number(b.kind === 'article') || (a.id < b.id ? -1 : 1),
  );
};

/** `kb import`: a draft of every file that says something else than the hub. Done again, it does nothing. */
export const importKnowledge: Work<[string], ImportOptions> = async (context, [dir], options) => {
  const { say, language } = context;
  const { submit = false } = options;
  const given =
    (await noteOf(context, options.note)) ?? say('kb.draft.note', { file: path.basename(path.resolve(dir)) });
  const { note } = checked(context, Draft.pick({ note: true }), { note: given });
  const report = await lintPaths(context, [dir], async () => (await readKnowledge(context)).documents, localDay());
  if (report.problems.length > 0) return tellLint(context, report);
  const documents = await documentsIn(context, dir);
  const outcomes = await withHub(context, async (client) => {
    const published = await publishedAtHub(client);
    if (!published) throw unfit(context, client.options.url);
    const texts = new Map(published.map(({ id, text }) => [id, text]));
    const views = await documentsAtHub(client);
    const steps = new Map<string, Step>();
    for (const document of documents) {
      const { id } = document;
      const step = await stepFor(client, document, views.get(id), texts.get(id), submit);
      if (step) steps.set(id, step);
    }
    return eachDocument(context, [...steps.keys()], (id) => take(client, steps.get(id)!, note, submit));
  });
  const unchanged = documents.length - outcomes.length;
  const results = outcomes.map((outcome) =>
    'done' in outcome
      ? { document: outcome.document, version: outcome.done }
      : { document: outcome.document, ...errorDocument(outcome.failure) },
  );
  await show(context, { results, unchanged }, () =>
    results.length === 0
      ? ''
      : table(
          [say('kb.id'), say('kb.version'), say('kb.outcome')],
          outcomes.map((outcome) =>
            'done' in outcome
              ? [outcome.document, outcome.done.version, term(language, 'versionState', outcome.done.state)]
              : [outcome.document, '', outcome.failure.message],
          ),
        ),
  );
  const failed = outcomes.filter((outcome) => 'failure' in outcome).length;
  remark(context, say('kb.import.sum', { done: outcomes.length - failed, failed, unchanged }));
  return firstExit(outcomes);
};
