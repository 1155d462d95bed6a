import { AuditQuery } from '../../contract/shapes/audit.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { localTime } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';
import { type FilterOptions, filterOf } from './filter.ts';

type ListOptions = FilterOptions & { oldest?: boolean; limit?: string; after?: string };

/** `audit list` */
export const listEvents: Work<[], ListOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const query = checked(context, AuditQuery, {
    ...filterOf(context, options),
    order: options.oldest ? 'oldest' : undefined,
    limit: options.limit,
    after: options.after,
  });
  const reply = await withHub(context, (client) => client.call('audit.list', { query }));
  await show(context, reply, () =>
    table(
      [
        say('event.seq'),
        say('event.at'),
        say('event.type'),
        say('event.actor'),
        say('event.ticket'),
        say('event.subject'),
      ],
      reply.events.map((event) => [
        event.seq,
        localTime(event.at),
        term(language, 'event', event.type),
        event.actor.name,
        event.ticket,
        event.subject,
      ]),
    ),
  );
  if (reply.events.length === 0) remark(context, say('list.none'));
  if (reply.next) remark(context, say('list.more', { next: reply.next }));
  return undefined;
};
