import type { Span } from '../../components/spans.tsx';
import { shown } from '../../text/styled-line.ts';
import { themes } from '../../themes/themes.ts';
import type { Say } from '../../words/words.ts';
import {
  enter,
  filterOf,
  type Menu,
  type MenuChoice,
  type MenuState,
  type MenuTab,
  onTab,
  rowCount,
  withFilter,
} from '../menu/menu-state.ts';
import { groupChart, levelChart, scoreChart } from '../menu/progress-charts.ts';
import { contentOf } from '../menu/tab-content.ts';
import type { ScreenOptions } from '../screen/screen-options.ts';
import { type LineCommand, type Reply, talkInLines, typedName } from './line-talk.ts';
import { noEdge, textOf } from './text-of.ts';

/** The cells of a row as a sentence with pauses. */
const rowText = (row: readonly Span[], say: Say): string =>
  row
    .flatMap((span) => ('text' in span && span.text.trim() !== '' ? [span.text.trim()] : []))
    .join(say('spoken.pause'));

const chartTexts = (menu: Menu, say: Say): string[] => {
  const charts = [
    ...(menu.results.length === 0 ? [] : [scoreChart(menu, say)]),
    ...(menu.scenarios.length === 0 ? [] : [levelChart(menu, say), groupChart(menu, say)]),
  ];
  return charts.flatMap(({ title, plain }) => [title, ...plain]);
};

/** A part of the menu in lines, its rows by number. */
const tabTexts = (menu: Menu, state: MenuState, say: Say, language: ScreenOptions['language']): string[] => {
  const { tab } = state;
  const { runs, passed, streak } = menu.progress;
  const title = say(`school.tab.${tab}`);
  if (tab === 'progress') return [title, say('school.summary', { runs, passed, streak }), ...chartTexts(menu, say)];
  const words = { say, language, theme: themes.none.dark };
  const content = contentOf(tab, menu, state, words);
  const more = (row: number): string[] =>
    tab === 'weak'
      ? contentOf(tab, menu, { ...state, at: { ...state.at, weak: row } }, words)
          .about(noEdge)
          .map(textOf)
      : [];
  const rows = content.rows.flatMap((row, at) => [
    `${at + 1}. ${rowText(row, say)}`,
    ...more(at).map((t) => `   ${t}`),
  ]);
  return [
    content.footer === '' ? title : `${title}${say('spoken.pause')}${content.footer}`,
    ...(rows.length === 0 ? [content.none] : [...rows, say('school.plain.numbers')]),
  ];
};

/** The menu in lines. */
export const openPlainMenu = (menu: Menu, first: MenuState, options: ScreenOptions): Promise<MenuChoice> =>
  talkInLines<MenuChoice>(options, (say) => {
    const { language } = options;
    let state = first;
    const show = (next: MenuState): readonly string[] => {
      state = next;
      return tabTexts(menu, state, say, language);
    };
    const choose = (number: number): Reply<MenuChoice> => {
      if (number < 1 || number > rowCount(menu, state)) return [say('school.plain.no-number', { number })];
      const outcome = enter(menu, { ...state, at: { ...state.at, [state.tab]: number - 1 } });
      if (!outcome) return [];
      return 'choose' in outcome ? outcome : show(outcome.to);
    };
    const tab = (name: MenuTab): LineCommand<MenuChoice> => ({
      name,
      help: `school.plain.help.${name}`,
      run: (rest) => show(withFilter(onTab(state, name), filterOf(rest))),
    });
    return {
      welcome: [
        ...(first.notice ? [first.notice.words(say)] : []),
        say('school.plain.menu', { name: shown(menu.trainee), help: typedName('help', language) }),
        ...tabTexts(menu, state, say, language),
      ],
      number: choose,
      leave: { do: 'quit' },
      commands: [
        ...(['today', 'all', 'weak', 'results', 'progress', 'exams'] as const).map(tab),
        { name: 'quit', help: 'school.plain.help.quit', run: () => ({ choose: { do: 'quit' } }) },
      ],
    };
  });
