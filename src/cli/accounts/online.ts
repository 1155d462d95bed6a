import { type CodeTableName, codeMeaning, codeTables } from '../../domain/fund/codes.ts';
import { showFen } from '../../domain/fund/money.ts';
import { withHub } from '../hub/with-hub.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { type AccountOptions, aboutOf } from './account-options.ts';

/** Transfers between cities have states of their own. */
const tableOf = (state: string): CodeTableName => (state in codeTables.transferState ? 'transferState' : 'onlineState');

/** `accounts online`: website business that needs review. */
export const listOnline: Work<[], AccountOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const about = aboutOf(context, options);
  const reply = await withHub(context, (client) => client.call('accounts.online', about));
  await show(context, reply, () =>
    table(
      [
        say('application.number'),
        say('application.kind'),
        say('application.applied'),
        say('application.amount'),
        say('application.step'),
        say('application.since'),
        say('application.missing'),
      ],
      reply.applications.map((one) => [
        one.number,
        codeMeaning('onlineKind', one.kind, language),
        one.submittedOn,
        one.amount === null ? '' : showFen(one.amount),
        codeMeaning(tableOf(one.state), one.state, language),
        one.steps.at(-1)?.since,
        one.missing.join('、') || one.reason,
      ]),
    ),
  );
  if (reply.applications.length === 0) remark(context, say('list.none'));
  return undefined;
};
