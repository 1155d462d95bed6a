import * as z from 'zod';
import { DomainId } from '../../contract/shapes/text.ts';
import { checked } from '../input/checked.ts';
import { show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { requireKnown } from './known-topic.ts';
import { openKnowledge } from './seat-knowledge.ts';

const Asked = z.strictObject({ domain: DomainId.optional() });

/** `kb topics`: what citizens ask about, and how many articles there are to each. */
export const listTopics: Work<[], { domain?: string }> = async (context, _args, { domain }) => {
  const { say } = context;
  checked(context, Asked, { domain });
  const { base } = await openKnowledge(context);
  requireKnown(context, base, { domain }, false);
  const counts = new Map<string, number>();
  for (const { topic } of base.list()) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const topics = [...base.topics.values()]
    .filter((topic) => domain === undefined || topic.domain === domain)
    .map((topic) => ({ ...topic, articles: counts.get(topic.id) ?? 0 }));
  await show(context, { topics }, () =>
    table(
      [say('kb.topic'), say('kb.domain'), say('kb.group'), say('kb.articles'), say('kb.name')],
      topics.map(({ id, domain, group, articles, name }) => [id, domain, group, articles, name]),
    ),
  );
  return undefined;
};
