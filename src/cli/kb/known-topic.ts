import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { Context } from '../context.ts';
import { refused } from '../input/checked.ts';
import { nearest } from '../nearest.ts';

/** A topic and all groups that it is in: `gjj.wd.rent`, `gjj.wd`, `gjj`. */
const withGroups = (topic: string): string[] =>
  topic.split('.').map((_, at, names) => names.slice(0, names.length - at).join('.'));

/**
 * Refuses a domain or topic that the knowledge base does not have, for nothing would ever be found in it. `groups`: a group of topics,
 * such as `gjj.wd`, will do.
 * @throws {Failure} exit 7 with the one that was probably meant
 */
export const requireKnown = (
  context: Context,
  { topics }: KnowledgeBase,
  asked: { domain?: string | undefined; topic?: string | undefined },
  groups: boolean,
): void => {
  const all = [...topics.values()];
  const known = {
    domain: new Set(all.map(({ domain }) => domain)),
    topic: new Set(all.flatMap(({ id }) => (groups ? withGroups(id) : [id]))),
  };
  for (const field of ['domain', 'topic'] as const) {
    const value = asked[field];
    if (value === undefined || known[field].has(value)) continue;
    const meant = nearest(value, [...known[field]]);
    const problem =
      context.say(`kb.unknown-${field}`, { value }) + (meant ? context.say('usage.meant', { word: meant }) : '');
    throw refused(context, [{ field, problem }]);
  }
};
