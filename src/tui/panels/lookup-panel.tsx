import { Box } from 'ink';
import { type ReactNode, useLayoutEffect } from 'react';
import { keyHints } from '../actions/key-hints.ts';
import { asideRoom, Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { knowledgeStatus } from '../components/knowledge-status.ts';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { Lines, numbered, Spans, spansWidth } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import { choiceOf, lookupOf, screenLookup, withQuery } from '../state/knowledge/lookup.ts';
import type { Row } from '../state/knowledge/row.ts';
import type { RowList } from '../state/knowledge/row-list.ts';
import { rowsOf } from '../state/knowledge/rows.ts';
import type { SeatModel } from '../state/model.ts';
import { searchMatters } from '../state/selectors.ts';
import { labelCells, labelled, type StyledLine, shown } from '../text/styled-line.ts';
import { cellWidth, truncate } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { type Say, term } from '../words/words.ts';
import { drawRow, rowLines } from './lookup-lines.ts';

/** The rows to show so that the one at a place is among them, in the middle of a long list; whole rows only. */
const visibleRows = (rows: RowList, at: number, room: number, short: boolean): readonly Row[] => {
  const linesAt = (place: number): number => {
    const row = rows.at(place);
    return row ? rowLines(row, short) : Number.POSITIVE_INFINITY;
  };
  let first = Math.max(0, at);
  let last = first;
  let used = 0;
  const above = (room - linesAt(first)) >> 1;
  while (used + linesAt(first - 1) <= above) used += linesAt(--first);
  while (used + linesAt(last) <= room) used += linesAt(last++);
  while (used + linesAt(first - 1) <= room) used += linesAt(--first);
  return Array.from({ length: last - first }, (_, place) => rows.at(first + place)!);
};

/** The short answer of the chosen article, for who has no reader beside the list. */
const answerLines = (model: SeatModel, row: Row | undefined, width: number, theme: Theme): StyledLine[] => {
  const read = row?.kind === 'article' ? model.knowledge.base?.readOut(row.id, model.today) : undefined;
  const part = read?.parts[0];
  if (!part) return [];
  const label = term(model.language, 'part', part.name);
  return labelled(label, part.text, width, labelCells([label]), theme.label, theme.strong);
};

/** As many lines as there is room for; a sign at the end where there are more. */
const firstLines = (lines: readonly StyledLine[], rows: number, width: number): readonly StyledLine[] =>
  lines.slice(0, rows).map((line, at) => {
    const [last] = line.slice(-1);
    if (at < rows - 1 || rows >= lines.length || !last) return line;
    const begun = line.slice(0, -1);
    return [...begun, { ...last, text: truncate(`${last.text}…`, width - spansWidth(begun)) }];
  });

const titleOf = (model: SeatModel, lookup: string, say: Say): string => {
  const { query, topic } = lookupOf(model, lookup);
  if (topic !== undefined) return `${say('kb.title')} · ${shown(model.knowledge.base?.topicName(topic) ?? topic)}`;
  return lookup !== screenLookup && query.text.trim() === ''
    ? `${say('kb.title')} · ${say('kb.suggestions')}`
    : say('kb.title');
};

/** Below so many rows a result is one line, for few results say less than many; why the chosen one is there stands below the list. */
const leastForTwo = 16;
const roomForWhy = 8;
const fullRow = (width: number) => ({ chosen: false, plain: false, short: false, width });

/** What stands in place of results, or above the topics that are offered instead. */
const emptyText = (model: SeatModel, lookup: string, say: Say): string => {
  if (!model.knowledge.base) return say('kb.loading');
  const { query, topic } = lookupOf(model, lookup);
  if (query.text.trim() !== '') return say('kb.nothing');
  return say(topic === undefined ? 'kb.empty' : 'kb.topic.empty');
};

export interface LookupPanelProps {
  readonly lookup: string;
  readonly focused: boolean;
  /** The chosen article's short answer below the list. */
  readonly answer: boolean;
  readonly width: number;
  readonly height: number;
}

/** A search field and what it finds, or what there is. */
export function LookupPanel({ lookup, focused, answer, width, height }: LookupPanelProps): ReactNode {
  const model = useModel(searchMatters);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const room = Math.max(1, height - frameRows);
  const { query } = lookupOf(model, lookup);
  const rows = rowsOf(model, lookup);
  const choice = choiceOf(model, lookup);
  const chosen = choice?.row;
  const { base } = model.knowledge;
  const short = room < leastForTwo;
  const why =
    chosen && short && room > roomForWhy ? drawRow(chosen, model, fullRow(inner), theme, say).below : undefined;
  const said = answer ? [...(why ? [why] : []), ...answerLines(model, chosen, inner, theme)] : [];
  const nothing = base !== undefined && query.text.trim() !== '' && rows.at(0)?.kind !== 'article';
  // Half of the room, or what a short list leaves.
  const listed = rows.size * (short ? 1 : 2) + Number(nothing || rows.size === 0);
  const answerRows = Math.min(said.length, Math.max(1, (room - 1) >> 1, room - 1 - listed));
  const listRoom = Math.max(0, room - 1 - answerRows - Number(nothing || rows.size === 0));
  const visible = visibleRows(rows, choice?.place ?? 0, listRoom, short);
  const used = visible.reduce((sum, row) => sum + rowLines(row, short), 0);
  useLayoutEffect(() => {
    if (focused) session.shelf.rows = Math.max(1, visible.length - 1);
  });
  const title = titleOf(model, lookup, say);
  const label = ` ${say('kb.search')} `;
  const count = rows.choices;
  const footer = [
    ...(focused && count > 0 ? [keyHints(model, say, 'lookup-open')] : []),
    // Of everything there is, the upper edge says how much.
    ...(rows.at(0)?.kind === 'article' ? [say('kb.count', { count })] : []),
  ].join(' · ');
  return (
    <Frame
      width={width}
      height={height}
      title={title}
      aside={knowledgeStatus(model, asideRoom(width, title), say)}
      footer={footer}
      focused={focused}
    >
      <Box height={1} flexShrink={0}>
        <Spans left={[{ text: label, style: focused ? theme.focus : theme.label }]} width={cellWidth(label)} />
        <TextField
          key={lookup}
          buffer={query}
          onChange={(next) => session.store.update((now) => withQuery(now, lookup, next))}
          width={inner - cellWidth(label)}
          focused={focused}
          placeholder={say(focused || lookup === screenLookup ? 'kb.search.hint' : 'kb.search.call-hint')}
        />
      </Box>
      {(nothing || rows.size === 0) && (
        <Spans left={[{ text: emptyText(model, lookup, say), style: theme.warn }]} width={inner} />
      )}
      {visible.map((row) => {
        const here = row.key === chosen?.key;
        const plain = here && focused;
        const { left, right, below } = drawRow(row, model, { chosen: here, plain, short, width: inner }, theme, say);
        const style = here ? (focused ? theme.selected : theme.strong) : undefined;
        return (
          <Box key={row.key} flexDirection="column" flexShrink={0} height={rowLines(row, short)}>
            <Spans left={left} {...(right && { right })} width={inner} style={style} />
            {below && <Spans left={below} width={inner} style={plain ? style : undefined} />}
          </Box>
        );
      })}
      {answerRows > 0 && (
        <>
          {numbered(new Array(listRoom - used).fill(0)).map(({ id }) => (
            <Spans key={id} left={[]} width={inner} />
          ))}
          <Lines lines={firstLines(said, answerRows, inner)} width={inner} />
        </>
      )}
    </Frame>
  );
}
