import { showFen } from '../../domain/fund/money.ts';
import { paidByMonth } from '../state/accounts/by-month.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { gapsSaid } from './gaps.ts';
import { type Sayer, sentences, whose } from './saying.ts';

/** For which months the employer paid, the last sum, and which are missing. */
export const remittancesSaid: Sayer<ReplyFor<'remittances'>> = ({ contributions, gaps }, saying) => {
  const { say } = saying;
  const months = paidByMonth(contributions);
  const last = months.at(-1);
  if (!last) return say('said.remittances.none', { whose: whose(saying) });
  const newest = contributions.findLast(({ month, reversed }) => month === last.month && !reversed);
  return sentences(
    [
      say('said.remittances', {
        whose: whose(saying),
        from: months[0]!.month,
        to: last.month,
        count: months.filter(({ paid }) => paid !== undefined).length,
        amount: showFen(last.paid ?? 0),
        people: newest?.employees ?? 0,
      }),
      gapsSaid(gaps, saying),
    ],
    saying,
  );
};
