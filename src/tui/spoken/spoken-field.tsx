import { Text } from 'ink';
import { createContext, type ReactNode, use, useLayoutEffect } from 'react';
import { useSay } from '../components/session-context.tsx';
import type { EditBuffer } from '../text/edit-buffer.ts';
import type { LineInHand } from './line-in-hand.ts';

/** Takes the line that is being written, where the screen is spoken. */
export const HoldLine = createContext<(line: LineInHand | undefined) => void>(() => undefined);

/** The line of a text in which the caret stands. */
const lineAtCaret = ({ text, caret }: EditBuffer): LineInHand => {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  const end = text.indexOf('\n', caret);
  return { text: text.slice(start, end < 0 ? text.length : end), caret: caret - start };
};

/** A field in words: what stands in it; while it is written in, that it is, since its line stands below everything. */
export function SpokenField(props: {
  readonly buffer: EditBuffer;
  readonly focused: boolean;
  readonly placeholder: string;
}): ReactNode {
  const { buffer, focused, placeholder } = props;
  const say = useSay();
  const hold = use(HoldLine);
  useLayoutEffect(() => {
    if (focused) hold(lineAtCaret(buffer));
  }, [hold, focused, buffer]);
  useLayoutEffect(() => {
    if (!focused) return;
    return () => hold(undefined);
  }, [hold, focused]);
  if (focused) return <Text>{`${say('spoken.writing')} ${placeholder}`}</Text>;
  return <Text>{buffer.text === '' ? placeholder || say('spoken.empty') : buffer.text}</Text>;
}
