import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Recording } from '../../../practice/recording/recording.ts';
import { FrameOf, frameColumns } from '../../components/frame.tsx';
import { useTheme } from '../../components/session-context.tsx';
import { Lines } from '../../components/spans.tsx';
import { TextField } from '../../components/text-field.tsx';
import { shown } from '../../text/styled-line.ts';
import { ListPane } from '../parts/list-pane.tsx';
import { TextPane } from '../parts/text-pane.tsx';
import { twoColumns } from '../parts/two-columns.ts';
import type { BodyProps } from '../screen/practice-screen.ts';
import { useScreen } from '../screen/screen-context.tsx';
import { answerLines } from './answer-lines.ts';
import { markLines, markRows } from './mark-lines.ts';
import { type MarksData, nameOf } from './marks-data.ts';
import { longestNote, type MarksState, markNow } from './marks-state.ts';
import type { Whose } from './step-words.ts';
import { signsOf, storyOf } from './story-lines.ts';
import { lostWords, verdictLines } from './verdict-lines.ts';

type Props = BodyProps<MarksState> & { readonly data: MarksData };
type Size = { readonly width: number; readonly height: number };

/** The score and a free row below it. */
const verdictRows = 4;
const noteRows = 3;
/** Lines of the call that are seen before the evidence. */
const before = 2;

/** In place of what there is to say of the mark: the note that disputes it. */
function Note({ state, change, name, width, height }: Props & { readonly name: string }): ReactNode {
  const { say } = useScreen();
  const { note } = state;
  if (!note) return null;
  return (
    <FrameOf width={width} height={height} title={say('school.dispute.title')} aside={name} focused practice>
      <TextField
        buffer={note}
        onChange={(next) => change((now) => ({ ...now, note: next, notice: undefined }))}
        onRefused={() =>
          change((now) => ({
            ...now,
            notice: { kind: 'refused', words: (words) => words('school.dispute.full', { max: longestNote }) },
          }))
        }
        width={width - frameColumns}
        rows={Math.max(1, Math.min(noteRows, height - 2))}
        placeholder={say('school.dispute.hint')}
        focused
      />
    </FrameOf>
  );
}

function MarksTab(props: Props): ReactNode {
  const { data, state, width, height } = props;
  const { say, language } = useScreen();
  const theme = useTheme();
  const words = { say, language, theme };
  const { head, rows } = markRows(data, words);
  const mark = markNow(data, state);
  const name = mark ? shown(nameOf(mark, language, data)) : '';
  const beside = width >= twoColumns;
  const room = height - verdictRows;
  const list = beside ? { width: Math.floor(width * 0.58), height: room } : { width, height: Math.ceil(room / 2) };
  const about = beside ? { width: width - list.width, height: room } : { width, height: room - list.height };
  const inner = about.width - frameColumns;
  return (
    <Box width={width} height={height} flexDirection="column">
      <Box width={width} height={verdictRows} flexShrink={0} flexDirection="column">
        <Lines lines={[...verdictLines(data, width, words), []]} width={width} />
      </Box>
      <Box width={width} height={room} flexDirection={beside ? 'row' : 'column'}>
        <ListPane
          {...list}
          title={say('school.tab.marks')}
          footer={lostWords(data, say)}
          focused={state.note === undefined}
          head={head}
          rows={rows}
          at={state.at}
          none={say('school.marks.none')}
        />
        {state.note ? (
          <Note {...props} {...about} name={name} />
        ) : (
          <TextPane
            {...about}
            title={name}
            lines={mark ? markLines(data, mark, { ...words, width: inner }) : []}
            top={state.textScroll}
            scrolls
          />
        )}
      </Box>
    </Box>
  );
}

/** One of the two calls. That of the trainee has what the marks are shown by; the evidence of the chosen mark is in sight until one scrolls. */
function Call({
  data,
  state,
  whose,
  recording,
  size,
}: Props & { whose: Whose; recording: Recording; size: Size }): ReactNode {
  const { say, language } = useScreen();
  const theme = useTheme();
  const mark = markNow(data, state);
  const mine = whose === 'mine';
  const marked = {
    evidence: mine ? (mark?.steps ?? []) : [],
    signs: mine ? signsOf(data.marks) : new Map<number, string>(),
  };
  const width = size.width - frameColumns;
  const { lines, lineOf } = storyOf(recording, whose, marked, { width, theme, say, language });
  const [first] = marked.evidence;
  const following = first === undefined ? 0 : Math.max(0, (lineOf[first] ?? 0) - before);
  const evidence = mark ? say('school.replay.evidence', { about: shown(nameOf(mark, language, data)) }) : '';
  return (
    <TextPane
      {...size}
      title={say(`school.replay.${whose}`)}
      footer={mine ? evidence : ''}
      lines={lines}
      top={state.scroll[whose] ?? following}
      focused={state.side === whose}
    />
  );
}

function ReplayTab(props: Props): ReactNode {
  const { data, state, width, height } = props;
  const good = data.hints ? data.good : undefined;
  const beside = width >= twoColumns && good !== undefined;
  const half = Math.floor(width / 2);
  const sizes = beside ? { mine: half, good: width - half } : { mine: width, good: width };
  return (
    <Box width={width} height={height}>
      {(beside || !good || state.side === 'mine') && (
        <Call {...props} whose="mine" recording={data.recording} size={{ width: sizes.mine, height }} />
      )}
      {good && (beside || state.side === 'good') && (
        <Call {...props} whose="good" recording={good} size={{ width: sizes.good, height }} />
      )}
    </Box>
  );
}

function AnswerTab({ data, state, width, height }: Props): ReactNode {
  const { say, language } = useScreen();
  const theme = useTheme();
  return (
    <TextPane
      width={width}
      height={height}
      title={shown(data.scenario.title)}
      lines={answerLines(data, { width: width - frameColumns, theme, say, language })}
      top={state.textScroll}
      focused
    />
  );
}

export function MarksBody(props: Props): ReactNode {
  switch (props.state.view) {
    case 'marks':
      return <MarksTab {...props} />;
    case 'replay':
      return <ReplayTab {...props} />;
    case 'answer':
      return <AnswerTab {...props} />;
  }
}
