import { AuditQuery } from '../../contract/shapes/audit.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { jsonLine } from '../output/json.ts';
import { remark } from '../output/show.ts';
import { intoSink } from '../output/sink.ts';
import type { Work } from '../run.ts';
import { type FilterOptions, filterOf } from './filter.ts';

const pageSize = 500;

/** `audit export`: the chain's events, oldest first, one JSON a line, with what it takes to check the chain elsewhere. */
export const exportEvents: Work<[], FilterOptions & { out?: string }> = async (context, _args, options) => {
  const query = checked(context, AuditQuery, filterOf(context, options));
  let count = 0;
  await withHub(context, (client) =>
    intoSink(options.out, async (sink) => {
      let after: string | undefined;
      do {
        const page = { ...query, order: 'oldest' as const, limit: pageSize, after };
        const reply = await client.call('audit.list', { query: page });
        count += reply.events.length;
        await sink.write(reply.events.map(jsonLine).join(''));
        after = reply.next;
      } while (after !== undefined);
    }),
  );
  if (options.out !== undefined) remark(context, context.say('export.done', { count, file: options.out }));
  return undefined;
};
