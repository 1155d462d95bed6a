import type { Language } from '../../../contract/language.ts';
import type { RunResult } from '../../../practice/records/run-result.ts';
import type { Scenario } from '../../../practice/scenario/scenario.ts';
import { cell, type Span } from '../../components/spans.tsx';
import { type StyledLine, shown } from '../../text/styled-line.ts';
import { dateTime, duration } from '../../text/time.ts';
import { cellWidth } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import { type Say, term } from '../../words/words.ts';
import { knownOf, topicName } from './menu-data.ts';
import { found, type Menu, type MenuState, resultsShown } from './menu-state.ts';
import { dueWords, factLines, levelWords, scenarioFacts } from './scenario-lines.ts';

/** A part of the menu that is a list: its columns, its rows, and what there is to say of the chosen one. */
export interface TabContent {
  readonly head: readonly Span[];
  readonly rows: readonly (readonly Span[])[];
  readonly none: string;
  readonly footer: string;
  readonly aboutTitle: string;
  readonly about: (width: number) => readonly StyledLine[];
}

export interface Words {
  readonly say: Say;
  readonly language: Language;
  readonly theme: Theme;
}

interface Column {
  readonly title: string;
  readonly texts: readonly string[];
  readonly end?: boolean;
}

/** No column but the last is wider: a long title leaves room for what stands behind it. */
const mostCells = 40;

/** Columns as wide as what stands in them; the last one takes what is left, and gives way first. */
const table = (columns: readonly Column[]): Pick<TabContent, 'head' | 'rows'> => {
  const widths = columns.map(({ title, texts }) =>
    Math.min(mostCells, Math.max(cellWidth(title), ...texts.map(cellWidth))),
  );
  const line = (texts: readonly string[]): Span[] =>
    texts.flatMap((text, at): Span[] => {
      if (at === texts.length - 1) return [{ text }];
      const gap = columns[at]!.end ? ' '.repeat(Math.max(0, widths[at]! - cellWidth(text))) : '';
      return [cell(gap + text, widths[at]!), { text: '  ' }];
    });
  return {
    head: line(columns.map(({ title }) => title)),
    rows: (columns[0]?.texts ?? []).map((_, row) => line(columns.map(({ texts }) => texts[row]!))),
  };
};

const aboutScenario = (menu: Menu, scenario: Scenario | undefined, { say, theme }: Words) => ({
  aboutTitle: shown(scenario?.title ?? ''),
  about: (width: number) => (scenario ? factLines('', scenarioFacts(menu, scenario, say), width, theme) : []),
});

const lastScores = (menu: Menu, scenarios: readonly Scenario[]): string[] =>
  scenarios.map(({ id }) => {
    const known = knownOf(menu, id);
    return known ? `${known.lastPassed ? '✓' : '✗'} ${known.lastScore}` : '';
  });

const today = (menu: Menu, state: MenuState, words: Words): TabContent => {
  const { say } = words;
  const { today: proposals, streak, runs, passed } = menu.progress;
  const scenarios = proposals.map(({ scenario }) => scenario);
  return {
    ...table([
      { title: say('school.col.reason'), texts: proposals.map(({ reason }) => say(`school.reason.${reason}`)) },
      { title: say('school.col.level'), texts: scenarios.map(({ level }) => levelWords(level, say)) },
      { title: say('school.col.last'), texts: lastScores(menu, scenarios) },
      { title: say('school.col.title'), texts: scenarios.map(({ title }) => shown(title)) },
    ]),
    none: say(menu.scenarios.length === 0 ? 'school.no-scenarios' : 'school.today.done'),
    footer: say('school.summary', { runs, passed, streak }),
    ...aboutScenario(menu, scenarios[state.at.today], words),
  };
};

const all = (menu: Menu, state: MenuState, words: Words): TabContent => {
  const { say } = words;
  const scenarios = found(menu, state);
  const count = scenarios.length;
  return {
    ...table([
      { title: say('school.col.level'), texts: scenarios.map(({ level }) => levelWords(level, say)) },
      { title: say('school.col.last'), texts: lastScores(menu, scenarios) },
      { title: say('school.col.due'), texts: scenarios.map(({ id }) => dueWords(menu, id, say)) },
      { title: say('school.col.title'), texts: scenarios.map(({ title }) => shown(title)) },
      { title: say('school.col.topic'), texts: scenarios.map(({ topic }) => shown(topicName(menu, topic))) },
    ]),
    none: say(menu.scenarios.length === 0 ? 'school.no-scenarios' : 'school.nothing-found'),
    footer:
      count === menu.scenarios.length
        ? say('school.count', { count })
        : say('school.count.of', { count, all: menu.scenarios.length }),
    ...aboutScenario(menu, scenarios[state.at.all], words),
  };
};

const percent = (share: number): number => Math.round(share * 100);

/** It went wrong the last time, or it is too long ago. */
const whyWeak = ({ progress }: Menu, { topic, recall }: Menu['progress']['weak'][number], say: Say): string =>
  progress.known.find(({ subject }) => subject === `topic ${topic}`)?.lastPassed === false
    ? say('school.weak.failed')
    : say('school.weak.forgotten', { percent: percent(recall) });

const weak = (menu: Menu, state: MenuState, { say, theme }: Words): TabContent => {
  const topics = menu.progress.weak;
  const chosen = topics[state.at.weak];
  const articles = (chosen && menu.topicOf(chosen.topic)?.articles) ?? [];
  const on = menu.scenarios.filter(({ topic }) => topic === chosen?.topic).length;
  return {
    ...table([
      { title: say('school.col.reason'), texts: topics.map((topic) => whyWeak(menu, topic, say)) },
      { title: say('school.col.last'), texts: topics.map(({ lastScore }) => String(lastScore)), end: true },
      { title: say('school.col.times'), texts: topics.map(({ times }) => String(times)), end: true },
      { title: say('school.col.topic'), texts: topics.map(({ topic }) => shown(topicName(menu, topic))) },
    ]),
    none: say('school.weak.none'),
    footer: '',
    aboutTitle: chosen ? shown(topicName(menu, chosen.topic)) : '',
    about: (width) =>
      chosen
        ? [
            ...factLines(
              say('school.about.articles'),
              articles.length === 0
                ? [['', say('school.about.no-articles')]]
                : articles.map(({ id, title }) => [shown(id), title]),
              width,
              theme,
            ),
            [{ text: `${say('school.tab.all')}  ${say('school.count', { count: on })}`, style: theme.quiet }],
          ]
        : [],
  };
};

const groupsIn = (ids: readonly string[], language: Language): string =>
  [...new Set(ids.map((id) => id.slice(0, id.indexOf('.'))))]
    .map((group) => term(language, 'markGroup', group))
    .join(' · ');

/** A group by a mark's id; that of time has no point in it. */
const lostWords = ({ lost }: RunResult, { say, language }: Words): string =>
  lost.length === 0
    ? say('school.about.nothing-lost')
    : groupsIn(
        lost.map((id) => `${id}.`),
        language,
      );

const results = (menu: Menu, state: MenuState, words: Words): TabContent => {
  const { say, theme, language } = words;
  const runs = resultsShown(menu);
  const chosen = runs[state.at.results];
  const { streak, passed } = menu.progress;
  return {
    ...table([
      { title: say('school.col.when'), texts: runs.map(({ startedAt }) => dateTime(startedAt)) },
      { title: say('school.col.score'), texts: runs.map(({ score }) => String(score)), end: true },
      { title: '', texts: runs.map((run) => (run.passed ? `✓ ${say('school.passed')}` : `✗ ${say('school.failed')}`)) },
      { title: say('school.col.level'), texts: runs.map(({ level }) => levelWords(level, say)) },
      {
        title: say('school.col.title'),
        texts: runs.map(({ title, exam }) =>
          exam === null ? shown(title) : say('school.in-exam', { title: shown(title) }),
        ),
      },
    ]),
    none: say('school.results.none'),
    footer: say('school.summary', { runs: runs.length, passed, streak }),
    aboutTitle: shown(chosen?.title ?? ''),
    about: (width) =>
      chosen
        ? factLines(
            '',
            [
              [say('school.about.topic'), chosen.topics.map((id) => topicName(menu, id)).join(' · ')],
              [say('school.about.lost'), lostWords(chosen, words)],
              ...(chosen.vetoed.length > 0
                ? [
                    [
                      say('school.about.vetoed'),
                      groupsIn(
                        chosen.vetoed.map((id) => `${id}.`),
                        language,
                      ),
                    ] as const,
                  ]
                : []),
              [say('school.col.when'), `${dateTime(chosen.startedAt)} – ${dateTime(chosen.endedAt).slice(-5)}`],
            ],
            width,
            theme,
          )
        : [],
  };
};

const exams = (menu: Menu, state: MenuState, { say, theme }: Words): TabContent => {
  const { open, blueprints } = menu.exams;
  const left = (endsAt: number): string => {
    const ms = endsAt - menu.now();
    return ms <= 0 ? say('school.exam.over') : say('school.exam.left', { left: duration(ms) });
  };
  const rows = [
    ...open.map(({ id, title, endsAt }) => ({ id, title, kind: say('school.exam.open'), time: left(endsAt) })),
    ...blueprints.map(({ id, title, minutes }) => ({
      id,
      title,
      kind: say('school.exam.new'),
      time: say('school.about.minutes', { minutes }),
    })),
  ];
  const chosen = rows[state.at.exams];
  const begun = open[state.at.exams];
  const offered = blueprints[state.at.exams - open.length];
  return {
    ...table([
      { title: say('school.col.exam'), texts: rows.map(({ kind }) => kind) },
      { title: say('school.col.minutes'), texts: rows.map(({ time }) => time) },
      { title: say('school.col.title'), texts: rows.map(({ title }) => shown(title)) },
    ]),
    none: say('school.exams.none'),
    footer: '',
    aboutTitle: shown(chosen?.title ?? ''),
    about: (width) =>
      chosen
        ? factLines(
            '',
            [
              // The number of one that was begun is what the commands ask for.
              [say('school.col.exam'), begun ? `${chosen.kind} · ${chosen.id}` : chosen.kind],
              ...(offered
                ? [
                    [say('school.about.exam'), offered.about] as [string, string],
                    [say('school.about.paper'), say('school.about.paper.is', offered)] as [string, string],
                  ]
                : []),
              begun ? [say('school.about.ends'), dateTime(begun.endsAt)] : [say('school.col.minutes'), chosen.time],
            ],
            width,
            theme,
          )
        : [],
  };
};

type ListTab = Exclude<MenuState['tab'], 'progress'>;
const contents: Readonly<Record<ListTab, (menu: Menu, state: MenuState, words: Words) => TabContent>> = {
  today,
  all,
  weak,
  results,
  exams,
};

export const contentOf = (tab: ListTab, menu: Menu, state: MenuState, words: Words): TabContent =>
  contents[tab](menu, state, words);
