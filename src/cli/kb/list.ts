import * as z from 'zod';
import { DocumentQuery } from '../../contract/shapes/knowledge.ts';
import { DomainId, Page, TopicId } from '../../contract/shapes/text.ts';
import { type Article, stateOn } from '../../kb/article/article.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { localDay } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { term } from '../words/words.ts';
import { requireKnown } from './known-topic.ts';
import { openKnowledge } from './seat-knowledge.ts';

interface ListOptions {
  domain?: string;
  topic?: string;
  state?: string;
  hubState?: string;
  limit?: string;
  after?: string;
}

const Local = z.strictObject({
  domain: DomainId.optional(),
  topic: TopicId.optional(),
  state: z.enum(['in-force', 'coming', 'expired']).optional(),
});

const isIn = (topic: string, group: string): boolean => topic === group || topic.startsWith(`${group}.`);

const articleDocument = (article: Article, today: string) => {
  const { id, title, topic, domain, confidence, effective, checked: checkedOn } = article;
  return { id, title, topic, domain, state: stateOn(article, today), confidence, effective, checked: checkedOn };
};

/** `kb list`: what lies on this machine; with `--hub-state`, what the hub has, drafts and all. */
export const listArticles: Work<[], ListOptions> = async (context, _args, options) => {
  const { domain, topic, state } = options;
  if (options.hubState !== undefined) return listAtHub(context, options);
  if (options.limit !== undefined || options.after !== undefined) throw wrongUsage(context.say('kb.list.pages'));
  checked(context, Local, { domain, topic, state });
  const { base } = await openKnowledge(context);
  requireKnown(context, base, { domain, topic }, true);
  const today = localDay();
  const articles = base
    .list()
    .flatMap(({ id }) => base.article(id) ?? [])
    .map((article) => articleDocument(article, today))
    .filter((article) => domain === undefined || article.domain === domain)
    .filter((article) => topic === undefined || isIn(article.topic, topic))
    .filter((article) => state === undefined || article.state === state);
  const { say, language } = context;
  await show(context, { articles }, () =>
    table(
      [say('kb.id'), say('kb.topic'), say('kb.state'), say('kb.confidence'), say('kb.checked'), say('kb.title')],
      articles.map((article) => [
        article.id,
        article.topic,
        term(language, 'kbState', article.state),
        term(language, 'confidence', article.confidence),
        article.checked,
        article.title,
      ]),
    ),
  );
  remark(context, articles.length === 0 ? say('list.none') : say('kb.count', { count: articles.length }));
  return undefined;
};

const HubState = z.object({ 'hub-state': z.enum(['open', ...DocumentQuery.shape.state.unwrap().options]) });
const Paging = z.object(Page);

const listAtHub = async (context: Context, options: ListOptions): Promise<undefined> => {
  const { say, language } = context;
  const { domain, topic, state, hubState, limit, after } = options;
  if (state !== undefined) throw wrongUsage(say('usage.conflict', { first: '--state', second: '--hub-state' }));
  checked(context, HubState, { 'hub-state': hubState });
  checked(context, Paging, { limit, after });
  const which = hubState === 'open' ? { open: 'true' } : { state: hubState };
  const query = checked(context, DocumentQuery, { ...which, domain, topic, limit, after });
  const reply = await withHub(context, (client) => client.call('kb.documents', { query }));
  await show(context, reply, () =>
    table(
      [say('kb.id'), say('kb.published'), say('kb.latest'), say('kb.version-state'), say('kb.topic'), say('kb.title')],
      reply.documents.map((document) => [
        document.id,
        document.published ?? (document.retired ? say('kb.retired') : ''),
        document.latest,
        term(language, 'versionState', document.state),
        document.topic,
        document.title,
      ]),
    ),
  );
  if (reply.documents.length === 0) remark(context, say('list.none'));
  if (reply.next) remark(context, say('list.more', { next: reply.next }));
  return undefined;
};
