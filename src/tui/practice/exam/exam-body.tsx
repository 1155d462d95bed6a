import { Box } from 'ink';
import type { ReactNode } from 'react';
import { letterOf, type PaperItem } from '../../../practice/exam/paper/paper.ts';
import { FrameOf, frameColumns, frameRows } from '../../components/frame.tsx';
import { useTheme } from '../../components/session-context.tsx';
import { cell, type Span, Spans } from '../../components/spans.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type StyledLine, shown, shownParagraph } from '../../text/styled-line.ts';
import { cellWidth, wrap } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import type { Say } from '../../words/words.ts';
import { ListPane } from '../parts/list-pane.tsx';
import { TextPane } from '../parts/text-pane.tsx';
import type { BodyProps } from '../screen/practice-screen.ts';
import { useScreen } from '../screen/screen-context.tsx';
import { answerWords, type ExamData, howTo } from './exam-data.ts';
import {
  draftOf,
  type ExamState,
  found,
  isUnrecorded,
  itemNow,
  openNumbers,
  takesText,
  unrecordedNumbers,
  withDraft,
} from './exam-state.ts';

type Props = BodyProps<ExamState> & { readonly data: ExamData };

const paragraph = (text: string, width: number): StyledLine[] =>
  wrap(shownParagraph(text), width).map((line): StyledLine => [{ text: line.text }]);

/** A choice with its sign: round where one is chosen, square where several may be. */
const choiceLines = (
  item: PaperItem,
  state: ExamState,
  width: number,
  theme: Theme,
): { lines: StyledLine[]; cursor: number } => {
  if (!('choices' in item)) return { lines: [], cursor: 0 };
  const answer = state.answers.get(item.number);
  const keys = answer && 'choose' in answer ? answer.choose : [];
  const [on, off] = item.kind === 'single' ? ['●', '○'] : ['■', '□'];
  const lines: StyledLine[] = [];
  let cursor = 0;
  item.choices.forEach(({ key, text }, place) => {
    const here = place === state.row;
    if (here) cursor = lines.length;
    const lead = `${here ? '▸' : ' '} ${keys.includes(key) ? on : off} ${letterOf(place)}  `;
    const cells = cellWidth(lead);
    const style = here ? theme.strong : keys.includes(key) ? theme.good : theme.text;
    wrap(shown(text), Math.max(4, width - cells)).forEach((line, at) => {
      lines.push([
        { text: at === 0 ? lead : ' '.repeat(cells), style },
        { text: line.text, style },
      ]);
    });
  });
  return { lines, cursor };
};

/** The question in words, with how it is to be answered. */
const questionLines = (
  item: PaperItem,
  data: ExamData,
  state: ExamState,
  width: number,
  theme: Theme,
  say: Say,
): StyledLine[] => {
  const isTaken = item.kind === 'scenario' && state.answers.has(item.number);
  const how = isTaken ? say('sit.scenario.done') : howTo(item, data, say);
  return [
    ...paragraph(item.text, width),
    ...(how === '' ? [] : wrap(how, width).map((line): StyledLine => [{ text: line.text, style: theme.quiet }])),
    [],
  ];
};

const stateWords = (item: PaperItem, state: ExamState, say: Say): string => {
  const answer = state.answers.get(item.number);
  return answer ? say('sit.this.answered', { answer: answerWords(item, answer, say) }) : say('sit.this.open');
};

/** Rows of the field, and of the articles that were found, when the question takes text. */
const fieldRows = frameRows + 1;

function Field({ data, state, change, item, width, height }: Props & { readonly item: PaperItem }): ReactNode {
  const { say } = useScreen();
  const theme = useTheme();
  const searches = item.kind === 'find' && data.find !== undefined;
  const title = say(item.kind === 'sum' ? 'sit.field.sum' : searches ? 'sit.field.find' : 'sit.field.article');
  const draft = draftOf(state, item);
  const field = (
    <TextField
      buffer={draft}
      onChange={(next) => change((now) => withDraft(now, item, next))}
      width={width - frameColumns}
      placeholder={searches ? say('sit.find.hint') : ''}
      focused
    />
  );
  if (!searches)
    return (
      <FrameOf width={width} height={height} title={title} focused practice>
        {field}
      </FrameOf>
    );
  const articles = found(data, state);
  const ids = Math.max(0, ...articles.map(({ id }) => cellWidth(shown(id))));
  return (
    <ListPane
      width={width}
      height={height}
      title={title}
      focused
      above={field}
      aboveRows={1}
      head={[]}
      rows={articles.map(({ id, title: name }): Span[] => [
        cell(shown(id), ids + 2, theme.quiet),
        { text: shown(name) },
      ])}
      at={state.row}
      none={draft.text.trim() === '' ? '' : say('sit.find.nothing')}
    />
  );
}

function QuestionTab(props: Props): ReactNode {
  const { data, state, width, height } = props;
  const { say } = useScreen();
  const theme = useTheme();
  const item = itemNow(data, state);
  if (!item) return null;
  const inner = width - frameColumns;
  const head = questionLines(item, data, state, inner, theme, say);
  const { lines, cursor } = choiceLines(item, state, inner, theme);
  const writes = takesText(item);
  const below = !writes
    ? 0
    : item.kind === 'sum' || !data.find
      ? fieldRows
      : Math.max(fieldRows, Math.ceil(height / 2));
  const rows = height - below - frameRows;
  // The choice with the cursor is always in sight, below as much of the question as there is room for.
  const top = Math.max(state.scroll, lines.length === 0 ? 0 : head.length + cursor + 1 - rows);
  return (
    <Box width={width} height={height} flexDirection="column">
      <TextPane
        width={width}
        height={height - below}
        title={say('sit.title', { number: item.number, count: data.items.length })}
        aside={say('sit.about', { kind: say(`sit.kind.${item.kind}`), points: item.points })}
        footer={stateWords(item, state, say)}
        lines={[...head, ...lines]}
        top={top}
        focused={!writes}
        scrolls
      />
      {writes && <Field {...props} item={item} height={below} />}
    </Box>
  );
}

function ListTab({ data, state, width, height }: Props): ReactNode {
  const { say } = useScreen();
  const theme = useTheme();
  const { items } = data;
  const stateOf = (item: PaperItem): string =>
    say(
      isUnrecorded(state, item)
        ? 'sit.state.draft'
        : state.answers.has(item.number)
          ? 'sit.state.answered'
          : 'sit.state.open',
    );
  const columns = [
    [say('sit.col.number'), items.map(({ number }) => String(number))],
    [say('sit.col.state'), items.map(stateOf)],
    [say('sit.col.kind'), items.map(({ kind }) => say(`sit.kind.${kind}`))],
    [say('sit.col.points'), items.map(({ points }) => String(points))],
  ] as const;
  const widths = columns.map(([title, texts]) => Math.max(cellWidth(title), ...texts.map(cellWidth)) + 2);
  const line = (texts: readonly string[], last: string): Span[] => [
    ...texts.map((text, at) => cell(text, widths[at]!)),
    { text: last },
  ];
  return (
    <ListPane
      width={width}
      height={height}
      title={say('sit.tab.list')}
      footer={say('sit.answered', { answered: state.answers.size, count: items.length })}
      focused
      head={line(
        columns.map(([title]) => title),
        say('sit.col.text'),
      )}
      rows={items.map((item, at) => {
        const spans = line(
          columns.map(([, texts]) => texts[at]!),
          shown(item.text),
        );
        return state.answers.has(item.number) ? spans : spans.map((span) => ({ ...span, style: theme.strong }));
      })}
      at={state.at}
      none=""
    />
  );
}

/** Asks once more, with what is still open by its numbers. */
function HandIn({ data, state, width, height }: Props): ReactNode {
  const { say } = useScreen();
  const theme = useTheme();
  const inner = width - frameColumns;
  const open = openNumbers(data, state);
  const drafts = unrecordedNumbers(data, state);
  const count = data.items.length;
  const numbers = (all: readonly number[]): StyledLine[] =>
    wrap(all.join(say('list.comma')), inner).map(({ text }): StyledLine => [{ text, style: theme.strong }]);
  const lines: StyledLine[] = [
    ...(open.length === 0
      ? paragraph(say('sit.hand-in.all', { count }), inner)
      : [...paragraph(say('sit.hand-in.open', { count, open: open.length }), inner), ...numbers(open)]),
    ...(drafts.length === 0 ? [] : [[], ...paragraph(say('sit.hand-in.drafts'), inner), ...numbers(drafts)]),
    [],
    [{ text: say('sit.hand-in.final'), style: theme.warn }],
  ];
  return <TextPane width={width} height={height} title={say('sit.hand-in.title')} lines={lines} focused />;
}

export function ExamBody(props: Props): ReactNode {
  const { state, width } = props;
  if (props.data.items.length === 0) return <Spans left={[]} width={width} />;
  if (state.handingIn) return <HandIn {...props} />;
  return state.view === 'list' ? <ListTab {...props} /> : <QuestionTab {...props} />;
}
