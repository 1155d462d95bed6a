import { catchUp, KnowledgeUnfit } from '../../client/knowledge-sync-catch-up.ts';
import { exitCode } from '../../contract/exit-code.ts';
import { parseArticle } from '../../kb/article/parse-article.ts';
import type { CopyDocument } from '../../kb/copy/copy-state.ts';
import { Failure } from '../failure.ts';
import { withHub } from '../hub/with-hub.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { openSeatCopy } from './seat-knowledge.ts';
import { unfit } from './unfit.ts';

interface Changed {
  readonly id: string;
  readonly what: 'added' | 'changed' | 'removed';
  readonly title: string | null;
}

const titleOf = (document: CopyDocument | undefined): string | null =>
  (document?.kind === 'article' && parseArticle(document.text).article?.title) || null;

/** What makes one set of documents the other, by their texts, in order of ids. */
const changesBetween = (before: readonly CopyDocument[], after: readonly CopyDocument[]): Changed[] => {
  const [old, fresh] = [before, after].map((all) => new Map(all.map((document) => [document.id, document])));
  const ids = [...new Set([...old!.keys(), ...fresh!.keys()])].sort();
  return ids.flatMap((id): Changed[] => {
    const [was, is] = [old!.get(id), fresh!.get(id)];
    if (was?.sha256 === is?.sha256) return [];
    return [{ id, what: !was ? 'added' : is ? 'changed' : 'removed', title: titleOf(is ?? was) }];
  });
};

/** `kb sync`: brings the copy on this machine to what the hub has, once, and says what has changed. */
export const syncKnowledge: Work<[], object> = async (context) => {
  const { say } = context;
  await withHub(context, async (client) => {
    const copy = await openSeatCopy(context);
    try {
      const before = copy.read().documents;
      const { revision, count, hash } = await catchUp(client, copy).catch((error: unknown) => {
        if (!(error instanceof KnowledgeUnfit)) throw error;
        throw unfit(context, error.url);
      });
      if (copy.trouble) {
        const { code, reason } = copy.trouble;
        throw new Failure(code, exitCode.unexpected, say('kb.sync.not-kept', { reason }), {
          hint: say('kb.sync.not-kept.hint'),
        });
      }
      const changed = changesBetween(before, copy.read().documents);
      await show(context, { revision, count, hash, changed }, () =>
        changed.length === 0
          ? ''
          : table(
              [say('kb.change'), say('kb.id'), say('kb.title')],
              changed.map(({ id, what, title }) => [say(`kb.change.${what}`), id, title]),
            ),
      );
      remark(context, say('kb.sync.done', { revision, count, changed: changed.length }));
    } finally {
      copy.close();
    }
  });
  return undefined;
};
