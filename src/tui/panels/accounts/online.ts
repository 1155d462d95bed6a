import type { OnlineApplicationView } from '../../../contract/shapes/account.ts';
import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen } from '../../../domain/fund/money.ts';
import { type Step, stepChart } from '../../charts/steps.ts';
import { onlineStateName } from '../../state/accounts/online-state.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { factLines } from './facts.ts';
import type { Drawer, Drawing } from './tab-view.ts';

const over: readonly OnlineApplicationView['state'][] = [
  'completed',
  'approved',
  'in-cancelled',
  'out-failed',
  'completed-after-negotiation',
];
const stopped: readonly OnlineApplicationView['state'][] = ['rejected', 'withdrawn', 'returned', 'origin-rejected'];

/** The steps so far. What comes next depends on the business, so nothing is said of it. */
const stepsOf = (application: OnlineApplicationView, { language }: Drawing): Step[] =>
  application.steps.map(({ step, since }, at) => {
    const last = at === application.steps.length - 1;
    return {
      name: onlineStateName(application, step, language),
      since,
      state: !last || over.includes(step) ? 'done' : stopped.includes(step) ? 'stopped' : 'now',
    };
  });

const titleOf = (application: OnlineApplicationView, { say, language }: Drawing): string =>
  say('online.title', {
    kind: codeMeaning('onlineKind', application.kind, language),
    day: application.submittedOn,
  });

const applicationLines = (application: OnlineApplicationView, drawing: Drawing): StyledLine[] => {
  const { say, language, theme } = drawing;
  return [
    [{ text: titleOf(application, drawing), style: theme.title }],
    ...factLines(
      [
        [
          say('fact.state'),
          say('online.since', {
            state: onlineStateName(application, application.state, language),
            since: application.steps.at(-1)!.since,
          }),
          stopped.includes(application.state) ? theme.urgent : theme.strong,
        ],
        [say('progress.missing'), application.missing.map(shown).join(say('list.comma')), theme.urgent],
        [say('fact.reason'), application.reason, theme.warn],
        [say('fact.amount'), application.amount === null ? null : showFen(application.amount)],
        [say('fact.number'), application.number, theme.quiet],
      ],
      drawing,
    ),
  ];
};

/** Where what was handed in on the website stands. */
export const drawOnline: Drawer<ReplyFor<'online'>> = ({ applications }, drawing) => {
  const { say, theme } = drawing;
  if (applications.length === 0)
    return { head: [], lines: [[{ text: say('online.none'), style: theme.warn }]], charts: [], leads: 'lines' };
  const words = {
    done: say('step.done'),
    now: say('step.now'),
    stopped: say('step.stopped'),
    coming: say('step.coming'),
  };
  return {
    head: [],
    lines: applications.flatMap((application, at) => [
      ...(at > 0 ? [[]] : []),
      ...applicationLines(application, drawing),
    ]),
    leads: 'lines',
    charts: applications.map((application) =>
      stepChart(titleOf(application, drawing), stepsOf(application, drawing), words),
    ),
  };
};
