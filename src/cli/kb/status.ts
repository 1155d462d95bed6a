import { statSync } from 'node:fs';
import type { HubClient } from '../../client/hub-client.ts';
import { type CopyState, shippedOrigin } from '../../kb/copy/copy-state.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { localTime } from '../output/local-time.ts';
import { show } from '../output/show.ts';
import { facts } from '../output/table.ts';
import { failureOf } from '../report-failure.ts';
import type { Work } from '../run.ts';
import { hasCopy, indexFile, knowledgeDir, openKnowledge } from './seat-knowledge.ts';

/** The hub's knowledge base beside this machine's; or why nothing is known of it. */
type HubStatus =
  | { readonly url: string; readonly revision: number; readonly count: number; readonly current: boolean }
  | { readonly reason: string };

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const askHub = async (context: Context, state: CopyState): Promise<HubStatus> => {
  try {
    return await withHub(context, async (client: HubClient) => {
      const { revision, count, hash } = await client.call('kb.changes', { query: { after: state.revision, limit: 1 } });
      return { url: client.options.url, revision, count, current: hash === state.hash };
    });
  } catch (error) {
    return { reason: (await failureOf(error, context)).message };
  }
};

/** Days, hours or minutes that have gone by, in words. */
export const ageWords = ({ say }: Pick<Context, 'say'>, seconds: number): string => {
  if (seconds >= 2 * 86_400) return say('kb.age.days', { count: Math.floor(seconds / 86_400) });
  if (seconds >= 2 * 3600) return say('kb.age.hours', { count: Math.floor(seconds / 3600) });
  return say('kb.age.minutes', { count: Math.floor(Math.max(0, seconds) / 60) });
};

const hubWords = ({ say }: Context, hub: HubStatus): string => {
  if ('reason' in hub) return hub.reason;
  const { url, revision, count, current } = hub;
  return `${url}  ${say(current ? 'kb.status.current' : 'kb.status.behind', { revision, count })}`;
};

/** `kb status`: what lies on this machine, how old it is, and what the hub has. A hub that does not answer is no error. */
export const knowledgeStatus: Work<[], object> = async (context) => {
  const { say } = context;
  const { base, state } = await openKnowledge(context);
  const { origin, revision, count, hash, syncedAt, checkedAt } = state;
  const hub = await askHub(context, state);
  const ageSeconds = checkedAt === null ? null : Math.max(0, Math.floor((Date.now() - checkedAt) / 1000));
  const indexBytes = statSync(indexFile(context), { throwIfNoEntry: false })?.size ?? null;
  const shipped = origin === shippedOrigin;
  const status = {
    origin: shipped ? 'shipped' : 'hub',
    ...(!shipped && { store: origin }),
    dir: hasCopy(context) ? knowledgeDir(context) : null,
    ...{ revision, count, articles: base.size, topics: base.topics.size, hash },
    ...{ syncedAt: instant(syncedAt), checkedAt: instant(checkedAt), ageSeconds, indexBytes, hub },
  };
  await show(context, status, () =>
    facts([
      [say('kb.status.origin'), say(shipped ? 'kb.status.shipped' : 'kb.status.from-hub')],
      [say('kb.status.dir'), status.dir],
      [say('kb.status.count'), say('kb.status.counts', { count, articles: base.size, topics: base.topics.size })],
      [say('kb.status.revision'), shipped ? '' : revision],
      [say('kb.status.synced'), localTime(status.syncedAt)],
      [
        say('kb.status.checked'),
        ageSeconds === null
          ? say('kb.status.never')
          : `${localTime(status.checkedAt)}  ${ageWords(context, ageSeconds)}`,
      ],
      [say('kb.status.hash'), hash],
      [
        say('kb.status.index'),
        indexBytes === null ? '' : say('kb.status.kib', { count: Math.ceil(indexBytes / 1024) }),
      ],
      [say('kb.status.hub'), hubWords(context, hub)],
    ]),
  );
  return undefined;
};
