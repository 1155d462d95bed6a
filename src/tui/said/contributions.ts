import { showFen } from '../../domain/fund/money.ts';
import { paidByMonth } from '../state/accounts/by-month.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { gapsSaid } from './gaps.ts';
import { type Sayer, sentences, whose } from './saying.ts';

/** From when to when, how many months, and which are missing. */
export const contributionsSaid: Sayer<ReplyFor<'contributions'>> = ({ contributions, gaps }, saying) => {
  const { say } = saying;
  const months = paidByMonth(contributions);
  const last = months.at(-1);
  if (!last) return say('said.contributions.none', { whose: whose(saying) });
  return sentences(
    [
      say('said.contributions', {
        whose: whose(saying),
        from: months[0]!.month,
        to: last.month,
        count: months.filter(({ paid }) => paid !== undefined).length,
        amount: showFen(last.paid ?? 0),
      }),
      gapsSaid(gaps, saying),
    ],
    saying,
  );
};
