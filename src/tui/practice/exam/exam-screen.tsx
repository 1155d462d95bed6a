import { duration } from '../../text/time.ts';
import type { PracticeScreen } from '../screen/practice-screen.ts';
import { ExamBody } from './exam-body.tsx';
import type { ExamData } from './exam-data.ts';
import { examKeys, examViewKey, examWrites } from './exam-keys.ts';
import { type ExamChoice, type ExamState, examViews, firstExam, secondsLeft, settled } from './exam-state.ts';

/** Seconds: from here on the time that is left is drawn so that nobody overlooks it. */
const soonOver = 300;
/** What stands typed is recorded so many seconds before the end. */
const lastCall = 2;

/** An exam: one question at a time, the list of all of them, and the time that is left, always. */
export const examScreen = (data: ExamData, number?: number): PracticeScreen<ExamState, ExamChoice> => ({
  name: 'sit.exam',
  about: `${data.title} · ${data.trainee}`,
  first: firstExam(data, number),
  keys: examKeys(data),
  tabs: examViews.map((view) => ({ name: `sit.tab.${view}` as const, key: examViewKey(view) })),
  tabOf: ({ view }) => examViews.indexOf(view),
  aside: ({ left }, say, theme) => ({
    text: ` ${say('sit.left', { left: duration(left * 1000) })} `,
    style: left < soonOver ? theme.alarm : theme.strong,
  }),
  writes: (state) => examWrites(data, state),
  tick: (state) => {
    const left = secondsLeft(data);
    if (left === 0) return { choose: 'time-over' };
    if (left === state.left) return undefined;
    const kept = left <= lastCall ? settled(data, state) : { to: state };
    return 'choose' in kept ? kept : { to: { ...kept.to, left } };
  },
  Body: (props) => <ExamBody data={data} {...props} />,
});
