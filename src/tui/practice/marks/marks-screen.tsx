import type { PracticeScreen } from '../screen/practice-screen.ts';
import { MarksBody } from './marks-body.tsx';
import type { MarksData } from './marks-data.ts';
import { marksKeys, viewKey } from './marks-keys.ts';
import { firstMarks, type MarksChoice, type MarksState, type MarksView, marksViews } from './marks-state.ts';

/** What a run was worth and why, how it went, and what an expert would have said. In an exam nothing of the solution. */
export const marksScreen = (data: MarksData, mark?: string): PracticeScreen<MarksState, MarksChoice> => {
  const views: readonly MarksView[] = data.hints ? marksViews : marksViews.filter((view) => view !== 'answer');
  return {
    name: 'school.marks',
    about: data.scenario.title,
    first: firstMarks(data, mark),
    keys: marksKeys(data, views),
    tabs: views.map((view) => ({ name: `school.tab.${view}` as const, key: viewKey(views, view) })),
    tabOf: ({ view }) => views.indexOf(view),
    writes: ({ note }) => note !== undefined,
    Body: (props) => <MarksBody data={data} {...props} />,
  };
};
