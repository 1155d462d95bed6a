import type { OnlineApplicationView } from '../../contract/shapes/account.ts';
import { codeMeaning } from '../../domain/fund/codes.ts';
import { onlineStateName } from '../state/accounts/online-state.ts';
import type { ReplyFor } from '../state/accounts/tabs.ts';
import { shown } from '../text/styled-line.ts';
import { listed, mostSaid, type Sayer, type Saying, sentences, whose } from './saying.ts';

const applicationSaid = (application: OnlineApplicationView, saying: Saying): string => {
  const { say, language } = saying;
  const { missing, reason } = application;
  return sentences(
    [
      say('said.online', {
        whose: whose(saying),
        kind: codeMeaning('onlineKind', application.kind, language),
        submitted: application.submittedOn,
        since: application.steps.at(-1)!.since,
        state: onlineStateName(application, application.state, language),
      }),
      missing.length > 0 ? say('said.missing', { papers: listed(missing, saying) }) : undefined,
      reason === null ? undefined : say('said.reason', { reason: shown(reason) }),
    ],
    saying,
  );
};

/** Where what was handed in on the website stands. */
export const onlineSaid: Sayer<ReplyFor<'online'>> = ({ applications }, saying) =>
  applications.length === 0
    ? saying.say('said.online.none', { whose: whose(saying) })
    : sentences(
        applications.slice(0, mostSaid).map((application) => applicationSaid(application, saying)),
        saying,
      );
