import {
  Box,
  type DOMElement,
  measureElement,
  Text,
  useCursor,
  useInput,
  useIsScreenReaderEnabled,
  usePaste,
} from 'ink';
import { type ReactNode, type RefObject, use, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { SpokenField } from '../spoken/spoken-field.tsx';
import { drawn } from '../text/drawn.ts';
import { caretPlace, type Edit, type EditBuffer, edit, selectedText, selection } from '../text/edit-buffer.ts';
import { type FieldKey, keyStrokes, keyToEdit } from '../text/key-to-edit.ts';
import { cellWidth, graphemes, type Line, truncate, wrap } from '../text/width.ts';
import type { Style } from '../theme.ts';
import { FieldRegisterContext } from './field-register-context.ts';
import { HeldKeys } from './held-keys.ts';
import { useTheme } from './session-context.tsx';

export interface TextFieldProps {
  /** What is edited. */
  readonly buffer: EditBuffer;
  /** Called with the next buffer, once for every edit, also when several keys come in one read. */
  readonly onChange: (buffer: EditBuffer) => void;
  /** Cells from edge to edge. The last one is kept for the caret. */
  readonly width: number;
  /** Rows on screen; longer text scrolls. A field of one line with one row scrolls sideways. */
  readonly rows?: number;
  /** Whether keys and pastes go to this field and the terminal's cursor stands in it. One field at a time. */
  readonly focused?: boolean;
  /** Shown while the text is empty. */
  readonly placeholder?: string;
  /** Shown in place of every character, for passwords. */
  readonly mask?: string;
  /** Whether Enter makes a new line in a field of several lines. Alt-Enter and Ctrl-J do so always. */
  readonly enter?: 'newline' | 'pass';
  /** Called with the text for which there was no room. */
  readonly onRefused?: (text: string) => void;
}

/** Where a box is in the frame, with the scrolling of the boxes around it, which Ink leaves out. */
const framePosition = (box: DOMElement): { x: number; y: number } => {
  let { x, y } = measureElement(box);
  for (let around = box.parentNode; around; around = around.parentNode) {
    x -= around.style.contentOffsetX ?? 0;
    y -= around.style.contentOffsetY ?? 0;
  }
  return { x, y };
};

/**
 * Puts the terminal's cursor at a cell of a box, so that an input method opens its window there.
 *
 * Ink reads the position when it writes a frame, after layout. So it is given one that measures when it is read, and stays right when
 * other parts of the screen push the box about without rendering it. All useCursor hooks share one cursor, and one that unmounts takes it
 * away, even from one that was mounted in the same commit: hence only a focused field has this component, and it asks for the cursor
 * in its second pass.
 */
function Caret({ box, x, y }: { box: RefObject<DOMElement | null>; x: number; y: number }): ReactNode {
  const { setCursorPosition } = useCursor();
  const [settled, setSettled] = useState(false);
  useLayoutEffect(() => setSettled(true), []);
  const origin = () => (box.current ? framePosition(box.current) : { x: 0, y: 0 });
  setCursorPosition(
    settled
      ? {
          get x() {
            return origin().x + x;
          },
          get y() {
            return origin().y + y;
          },
        }
      : undefined,
  );
  return null;
}

/** The buffer as it is shown: itself, or with every character masked. */
const masked = (buffer: EditBuffer, mask: string): EditBuffer => {
  const count = (end: number) => graphemes(buffer.text.slice(0, end)).length * mask.length;
  return {
    ...buffer,
    text: mask.repeat(graphemes(buffer.text).length),
    caret: count(buffer.caret),
    ...(buffer.anchor !== undefined && { anchor: count(buffer.anchor) }),
  };
};

/** The first of `size` rows or cells to show, so that `place` is among them: `first` as long as it will do. */
const scrolled = (first: number, size: number, place: number, count: number): number =>
  Math.max(0, Math.min(Math.max(first, place - size + 1), place, count - size));

/** One line, with the selected part of it turned over. */
function Row({ line, from, to, style }: { line: Line; from: number; to: number; style: Style }): ReactNode {
  const cut = (offset: number) => Math.max(0, Math.min(line.text.length, offset - line.start));
  if (cut(from) === cut(to)) return <Text {...style}>{drawn(line.text) || ' '}</Text>;
  return (
    <Text {...style}>
      {drawn(line.text.slice(0, cut(from)))}
      <Text inverse>{drawn(line.text.slice(cut(from), cut(to)))}</Text>
      {drawn(line.text.slice(cut(to)))}
    </Text>
  );
}

/** A field to write in, of one line or several. */
export function TextField(props: TextFieldProps): ReactNode {
  const {
    buffer,
    onChange,
    width,
    rows = 1,
    focused = false,
    placeholder = '',
    mask,
    enter = 'pass',
    onRefused,
  } = props;
  const wraps = buffer.multiline || rows > 1;
  const cells = wraps ? width - 1 : Number.POSITIVE_INFINITY;

  // Several keys may come before React renders again; each has to see what the one before it did.
  const latest = useRef(buffer);
  useLayoutEffect(() => {
    latest.current = buffer;
  });
  const apply = (change: Edit) => {
    const { buffer: next, refused } = edit(latest.current, change, cells, rows);
    if (next !== latest.current) {
      latest.current = next;
      onChange(next);
    }
    if (refused) onRefused?.(refused);
  };
  const register = use(FieldRegisterContext);
  const press = (key: FieldKey) => {
    if (key.do === 'paste') {
      const text = register.take();
      if (text !== '') apply({ do: 'insert', text, pasted: true });
    } else if (key.do === 'cut' || key.do === 'copy') {
      // What is masked is nobody's to carry about.
      if (mask !== undefined) return;
      const selected = selectedText(latest.current);
      register.put(selected === '' && key.do === 'copy' ? latest.current.text : selected, key.do);
      if (key.do === 'cut' && selected !== '') apply({ do: 'erase', to: 'right' });
    } else apply(key);
  };
  const isHeld = use(HeldKeys);
  const theme = useTheme();
  const speaks = useIsScreenReaderEnabled();
  useInput(
    (input, key) => {
      if (isHeld(input, key)) return;
      for (const stroke of keyStrokes(input, key)) {
        const meant = keyToEdit(...stroke, { multiline: buffer.multiline, enter });
        if (meant) press(meant);
      }
    },
    { isActive: focused },
  );
  usePaste((text) => apply({ do: 'insert', text, pasted: true }), { isActive: focused });

  const box = useRef<DOMElement>(null);
  const shown = useMemo(() => (mask === undefined ? buffer : masked(buffer, mask)), [buffer, mask]);
  const lines = useMemo(() => wrap(shown.text, cells), [shown.text, cells]);
  const place = caretPlace(shown, lines);
  const [from, to] = selection(shown);

  const [scroll, setScroll] = useState({ top: 0, left: 0 });
  const top = scrolled(scroll.top, rows, place.row, lines.length);
  const left = wraps ? 0 : scrolled(scroll.left, width, place.cell, cellWidth(shown.text) + 1);
  if (top !== scroll.top || left !== scroll.left) setScroll({ top, left });

  if (speaks) return <SpokenField buffer={shown} focused={focused} placeholder={placeholder} />;
  return (
    <Box
      ref={box}
      width={width}
      height={rows}
      flexShrink={0}
      overflow="hidden"
      contentOffsetX={left}
      aria-role="textbox"
      aria-state={{ multiline: buffer.multiline }}
    >
      <Box flexDirection="column" flexShrink={0} width={wraps ? width : cellWidth(shown.text) + width}>
        {shown.text === '' && placeholder !== '' ? (
          <Text {...theme.quiet} dimColor={theme.quiet.color === undefined} wrap="truncate">
            {drawn(truncate(placeholder, width))}
          </Text>
        ) : (
          lines
            .slice(top, top + rows)
            .map((line) => <Row key={line.start} line={line} from={from} to={to} style={theme.text} />)
        )}
      </Box>
      {focused && <Caret box={box} x={place.cell - left} y={place.row - top} />}
    </Box>
  );
}
