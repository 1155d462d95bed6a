import type { LoanApplicationView } from '../../contract/shapes/account.ts';
import { codeMeaning } from '../../domain/fund/codes.ts';
import { showFen } from '../../domain/fund/money.ts';
import { standsSince } from '../state/accounts/loan-way.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { usualTime } from '../state/accounts/usual-time.ts';
import { shown } from '../text/styled-line.ts';
import { spanWords } from '../words/span-words.ts';
import { listed, mostSaid, type Sayer, type Saying, sentences, whose } from './saying.ts';

const applicationSaid = (application: LoanApplicationView, saying: Saying): string => {
  const { say, language, policy, today } = saying;
  const { step, missing, reason } = application;
  const limit = usualTime(step, policy, today);
  return sentences(
    [
      say('said.progress', {
        whose: whose(saying),
        applied: application.appliedOn,
        amount: showFen(application.amount),
        since: standsSince(application),
        step: codeMeaning('loanStep', step, language),
      }),
      missing.length > 0 ? say('said.missing', { papers: listed(missing, saying) }) : undefined,
      reason === null ? undefined : say('said.reason', { reason: shown(reason) }),
      limit && say('said.limit', { days: spanWords(limit, language), source: shown(limit.source.name) }),
    ],
    saying,
  );
};

/** On which step it stands, since when, what is missing, and how long it may take where a rule says so. */
export const progressSaid: Sayer<ReplyFor<'progress'>> = ({ applications }, saying) =>
  applications.length === 0
    ? saying.say('said.progress.none', { whose: whose(saying) })
    : sentences(
        applications.slice(0, mostSaid).map((application) => applicationSaid(application, saying)),
        saying,
      );
