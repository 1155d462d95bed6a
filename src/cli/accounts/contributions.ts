import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen } from '../../domain/fund/money.ts';
import { paidChart } from '../../tui/panels/accounts/month-charts.ts';
import { sayIn } from '../../tui/words/words.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { chartText } from '../output/chart.ts';
import { remark, show } from '../output/show.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { type MonthOptions, monthsOf } from './month-options.ts';

/** What stands below a list of months: those that nobody paid for, and that there is more. */
const remarks = (
  context: Context,
  { gaps, total, page, pages }: { gaps: string[]; total: number; page: number; pages: number },
): void => {
  const { say } = context;
  if (page > pages && pages > 0) remark(context, say('accounts.no-page', { page, pages }));
  if (total === 0) remark(context, say('list.none'));
  if (gaps.length > 0) remark(context, say('account.gaps', { months: gaps.join(' ') }));
  if (page < pages) remark(context, say('account.more-pages', { page, pages, next: page + 1 }));
};

/** The table, and with --chart what was paid month by month below it. */
const withChart = (
  context: Context,
  chart: boolean | undefined,
  entries: Parameters<typeof paidChart>[0],
  text: string,
): string => (chart ? text + chartText(context, paidChart(entries, sayIn(context.language))) : text);

/** `accounts contributions`: the entries of a person's account. */
export const listContributions: Work<[], MonthOptions & { chart?: boolean }> = async (context, _args, options) => {
  const { say, language } = context;
  const about = monthsOf(context, options);
  const reply = await withHub(context, (client) => client.call('accounts.contributions', about));
  await show(context, reply, () =>
    withChart(
      context,
      options.chart,
      reply.contributions,
      table(
        [
          say('entry.booked'),
          say('entry.kind'),
          say('entry.month'),
          say('entry.amount'),
          say('entry.balance'),
          say('entry.note'),
        ],
        reply.contributions.map((entry) => [
          entry.bookedOn,
          codeMeaning('entryKind', entry.kind, language),
          entry.month,
          showFen(entry.amount),
          showFen(entry.balance),
          [
            entry.reason && codeMeaning('withdrawalReason', entry.reason, language),
            entry.reversed ? say('entry.reversed') : undefined,
          ]
            .filter(Boolean)
            .join(' '),
        ]),
      ),
    ),
  );
  remarks(context, reply);
  return undefined;
};

/** `accounts employer-contributions`: what an employer paid in. */
export const listEmployerContributions: Work<[], MonthOptions & { chart?: boolean }> = async (
  context,
  _args,
  options,
) => {
  const { say, language } = context;
  const about = monthsOf(context, options);
  const reply = await withHub(context, (client) => client.call('accounts.employer-contributions', about));
  await show(context, reply, () =>
    withChart(
      context,
      options.chart,
      reply.contributions,
      table(
        [
          say('entry.booked'),
          say('entry.kind'),
          say('entry.month'),
          say('entry.employees'),
          say('entry.amount'),
          say('entry.note'),
        ],
        reply.contributions.map((entry) => [
          entry.bookedOn,
          codeMeaning('entryKind', entry.kind, language),
          entry.month,
          entry.employees,
          showFen(entry.amount),
          entry.reversed ? say('entry.reversed') : '',
        ]),
      ),
    ),
  );
  remarks(context, reply);
  return undefined;
};
