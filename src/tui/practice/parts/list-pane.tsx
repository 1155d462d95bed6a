import type { ReactNode } from 'react';
import { useLayoutEffect } from 'react';
import { FrameOf, type FrameProps, frameColumns, frameRows } from '../../components/frame.tsx';
import { useTheme } from '../../components/session-context.tsx';
import { type Span, Spans } from '../../components/spans.tsx';
import { useScreen } from '../screen/screen-context.tsx';

/** The mark in front of a row, chosen or not. */
const markCells = 2;
export const listColumns = frameColumns + markCells;

/** The rows to show so that the selected one is among them, in the middle when the list is long. */
const firstRow = (at: number, rows: number, count: number): number =>
  Math.max(0, Math.min(at - Math.floor(rows / 2), count - rows));

export interface ListPaneProps extends Omit<FrameProps, 'children'> {
  /** Above the rows: a field, say. */
  readonly above?: ReactNode;
  readonly aboveRows?: number;
  readonly head: readonly Span[];
  readonly rows: readonly (readonly Span[])[];
  readonly at: number;
  /** In place of rows where there are none. */
  readonly none: string;
}

/** Rows of which one is chosen. */
export function ListPane(props: ListPaneProps): ReactNode {
  const { above, aboveRows = 0, head, rows, at, none, ...frame } = props;
  const { view } = useScreen();
  const theme = useTheme();
  const inner = frame.width - frameColumns;
  const room = Math.max(1, frame.height - frameRows - aboveRows - 1);
  const top = firstRow(at, room, rows.length);
  useLayoutEffect(() => {
    view.page = Math.max(1, room - 1);
  });
  return (
    <FrameOf {...frame} practice>
      {above}
      {rows.length === 0 ? (
        <Spans left={[{ text: none, style: theme.quiet }]} width={inner} />
      ) : (
        <>
          <Spans left={[{ text: ' '.repeat(markCells) }, ...head]} width={inner} style={theme.label} />
          {rows.slice(top, top + room).map((row, index) => {
            const chosen = top + index === at;
            const spans = chosen ? row.map((span) => ('text' in span ? { text: span.text } : span)) : row;
            return (
              <Spans
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is the row that stands there
                key={index}
                left={[{ text: chosen ? '▸ ' : '  ' }, ...spans]}
                width={inner}
                {...(chosen && { style: theme.selected })}
              />
            );
          })}
        </>
      )}
    </FrameOf>
  );
}
