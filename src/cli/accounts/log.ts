import { LogQuery } from '../../contract/shapes/account.ts';
import type { EventView } from '../../contract/shapes/audit.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { instantOf } from '../input/instant.ts';
import { localTime } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';

interface LogOptions {
  expert?: string;
  call?: string;
  operation?: string;
  alerts?: boolean;
  since?: string;
  until?: string;
  limit?: string;
  after?: string;
}

/** What is worth telling of an event besides what its columns hold. */
const noteOf = ({ say, language }: Context, { data }: EventView): string => {
  const told = [
    data.code,
    data.fault,
    data.field,
    data.reason,
    data.authorisation && `${term(language, 'authorisation', String(data.authorisation))} ${data.reference ?? ''}`,
    data.failures && say('log.failures', { failures: String(data.failures) }),
    data.name,
    data.what && say('log.unusual', { what: term(language, 'unusual', String(data.what)), count: String(data.count) }),
  ];
  return told.filter(Boolean).join(' ');
};

/** `accounts log`: who looked into whose account, when, in which call and why; for inspectors. */
export const accountLog: Work<[], LogOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const { expert, call, operation, alerts, limit, after } = options;
  const query = checked(context, LogQuery, {
    expert,
    call,
    operation,
    alerts,
    since: instantOf(context, 'since', options.since),
    until: instantOf(context, 'until', options.until),
    limit,
    after,
  });
  const reply = await withHub(context, (client) => client.call('accounts.log', { query }));
  await show(context, reply, () =>
    table(
      [
        say('event.seq'),
        say('event.at'),
        say('event.type'),
        say('event.actor'),
        say('event.ticket'),
        say('log.operation'),
        say('log.purpose'),
        say('log.person'),
        say('entry.note'),
      ],
      reply.events.map((event) => [
        event.seq,
        localTime(event.at),
        term(language, 'event', event.type),
        event.actor.name,
        event.ticket,
        event.data.operation === undefined ? '' : term(language, 'operation', String(event.data.operation)),
        event.data.purpose === undefined ? '' : term(language, 'purpose', String(event.data.purpose)),
        String(event.data.person ?? ''),
        noteOf(context, event),
      ]),
    ),
  );
  if (reply.events.length === 0) remark(context, say('list.none'));
  if (reply.next) remark(context, say('list.more', { next: reply.next }));
  return undefined;
};
