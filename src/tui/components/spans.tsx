import { Text } from 'ink';
import { isValidElement, memo, type ReactNode } from 'react';
import { drawn } from '../text/drawn.ts';
import { cellWidth, pad, truncate } from '../text/width.ts';
import type { Style } from '../theme.ts';
import { useTheme } from './session-context.tsx';

/** A piece of a line. `fixed` is a component that draws exactly `cells` cells, such as a clock. */
export type Span =
  | { readonly text: string; readonly style?: Style | undefined }
  | { readonly fixed: ReactNode; readonly cells: number };

const cellsOf = (span: Span): number => ('cells' in span ? span.cells : cellWidth(span.text));

export const spansWidth = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + cellsOf(span), 0);

/** As many pieces as fit into `width` cells; where text is left out, the last one ends with `…`. */
const fitting = (spans: readonly Span[], width: number): readonly Span[] => {
  if (spansWidth(spans) <= width) return spans;
  const kept: Span[] = [];
  let left = width;
  for (const span of spans) {
    const cells = cellsOf(span);
    // A piece that fills the line to its end would hide that more comes after it.
    if ('text' in span && cells >= left) {
      kept.push({ text: truncate(`${span.text}…`, left), style: span.style });
      break;
    }
    if (cells > left) break;
    kept.push(span);
    left -= cells;
  }
  return kept;
};

const Piece = ({ span }: { span: Span }): ReactNode =>
  'text' in span ? <Text {...span.style}>{drawn(span.text)}</Text> : span.fixed;

/** Items with their places, which are their identity: a line of a text is the line that stands there. */
export const numbered = <T,>(items: readonly T[]): { id: number; item: T }[] => items.map((item, id) => ({ id, item }));

export interface SpansProps {
  readonly left: readonly Span[];
  readonly right?: readonly Span[];
  readonly width: number;
  readonly style?: Style | undefined;
}

const shallowSame = (a: object, b: object): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => Object.is(value, (b as Record<string, unknown>)[key]));

const sameNode = (a: ReactNode, b: ReactNode): boolean =>
  a === b ||
  (isValidElement<object>(a) && isValidElement<object>(b) && a.type === b.type && shallowSame(a.props, b.props));

const sameSpan = (a: Span, b: Span): boolean => {
  if ('fixed' in a) return 'fixed' in b && a.cells === b.cells && sameNode(a.fixed, b.fixed);
  return 'text' in b && a.text === b.text && shallowSame(a.style ?? {}, b.style ?? {});
};

const sameSpans = (a: readonly Span[] = [], b: readonly Span[] = []): boolean =>
  a.length === b.length && a.every((span, at) => sameSpan(span, b[at]!));

const sameLine = (a: SpansProps, b: SpansProps): boolean =>
  a.width === b.width &&
  shallowSame(a.style ?? {}, b.style ?? {}) &&
  sameSpans(a.left, b.left) &&
  sameSpans(a.right, b.right);

/**
 * One line of exactly `width` cells: `left` from the left edge, `right` to the right edge, which goes first when both do not fit.
 * A panel makes all of its lines anew whenever something in it changes; those that say the same are not rendered again.
 */
export const Spans = memo((props: SpansProps): ReactNode => {
  const { left, right = [], width, style } = props;
  const theme = useTheme();
  const end = fitting(right, width);
  const room = width - spansWidth(end);
  const start = fitting(left, room);
  const gap: Span = { text: ' '.repeat(Math.max(0, room - spansWidth(start))) };
  return (
    <Text {...theme.text} {...style} wrap="truncate">
      {numbered([...start, gap, ...end]).map(({ id, item }) => (
        <Piece key={id} span={item} />
      ))}
    </Text>
  );
}, sameLine);

/** Lines one below the other. */
export function Lines({ lines, width }: { lines: readonly (readonly Span[])[]; width: number }): ReactNode {
  return numbered(lines).map(({ id, item }) => <Spans key={id} left={item} width={width} />);
}

/** A text in exactly `width` cells. */
export const cell = (text: string, width: number, style?: Style): Span => ({ text: pad(text, width), style });
