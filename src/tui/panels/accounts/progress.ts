import type { LoanApplicationView } from '../../../contract/shapes/account.ts';
import { codeMeaning } from '../../../domain/fund/codes.ts';
import { showFen } from '../../../domain/fund/money.ts';
import { type Step, stepChart } from '../../charts/steps.ts';
import { loanWay, standsSince } from '../../state/accounts/loan-way.ts';
import type { ReplyFor } from '../../state/accounts/tabs.ts';
import { usualTime } from '../../state/accounts/usual-time.ts';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { daysFrom } from '../../text/time.ts';
import { spanWords } from '../../words/span-words.ts';
import { sourceText } from '../article-basis.ts';
import { factLines } from './facts.ts';
import type { Drawer, Drawing } from './tab-view.ts';

const stepsOf = (application: LoanApplicationView, { language }: Drawing): Step[] =>
  loanWay(application).map(({ step, state, since }) => ({
    name: codeMeaning('loanStep', step, language),
    state,
    since: since ?? '',
  }));

/** How long the present step may take: by a rule with its source, or not at all. */
const limitText = (application: LoanApplicationView, { policy, today, say, language }: Drawing): string | undefined => {
  const limit = usualTime(application.step, policy, today);
  return limit && say('progress.limit', { days: spanWords(limit, language), source: sourceText(limit.source) });
};

const applicationLines = (application: LoanApplicationView, drawing: Drawing): StyledLine[] => {
  const { say, language, theme, today } = drawing;
  const since = standsSince(application);
  const ended = ['rejected', 'void', 'completed'].includes(application.step);
  const stands = say(ended ? 'progress.ended' : 'progress.stands', {
    step: codeMeaning('loanStep', application.step, language),
    since,
    days: daysFrom(since, today),
  });
  return factLines(
    [
      [say('progress.now'), stands, theme.strong],
      [
        say('progress.missing'),
        application.missing.length > 0
          ? application.missing.map(shown).join(say('list.comma'))
          : say('progress.complete'),
        application.missing.length > 0 ? theme.urgent : theme.good,
      ],
      [say('fact.reason'), application.reason, theme.warn],
      [say('progress.time'), limitText(application, drawing)],
      [
        say('progress.application'),
        [
          say('progress.applied', { day: application.appliedOn }),
          showFen(application.amount),
          say('progress.terms', { count: application.terms }),
          application.bank,
        ]
          .filter((part) => part !== null)
          .join(' · '),
      ],
      [say('fact.number'), application.number, theme.quiet],
    ],
    drawing,
  );
};

/** Which step, since when, what is missing, and how long it may take. */
export const drawProgress: Drawer<ReplyFor<'progress'>> = ({ applications }, drawing) => {
  const { say, theme, width } = drawing;
  const [newest, ...older] = applications;
  if (!newest)
    return { head: [], lines: [[{ text: say('progress.none'), style: theme.warn }]], charts: [], leads: 'charts' };
  const words = {
    done: say('step.done'),
    now: say('step.now'),
    stopped: say('step.stopped'),
    coming: say('step.coming'),
  };
  const chartOf = (application: LoanApplicationView) =>
    stepChart(say('chart.steps', { day: application.appliedOn }), stepsOf(application, drawing), words);
  return {
    head: [],
    lines: [
      ...applicationLines(newest, drawing),
      ...older.flatMap((application) => {
        const chart = chartOf(application);
        return [
          [],
          [{ text: chart.title, style: theme.title }],
          ...(theme.charts === 'told'
            ? chart.plain.map((text) => [{ text }])
            : chart.draw({ width, height: chart.rows(width) }, theme)),
          ...applicationLines(application, drawing),
        ];
      }),
    ],
    leads: 'charts',
    charts: [chartOf(newest)],
  };
};
