import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { useModel, useSay } from '../components/session-context.tsx';
import { numbered } from '../components/spans.tsx';
import type { SeatModel } from '../state/model.ts';
import { isPractice } from '../state/practice-mark.ts';
import { drawn } from '../text/drawn.ts';
import { cellWidth, pad, truncate } from '../text/width.ts';
import type { Say } from '../words/words.ts';

export const leastColumns = 60;
export const leastRows = 15;

export const isTooSmall = ({ columns, rows }: { columns: number; rows: number }): boolean =>
  columns < leastColumns || rows < leastRows;

/** `mark`: before all else. What the seat needs, in as many lines as there is room for: in one sentence, in pieces, at the least the size. */
export const tooSmallLines = (
  width: number,
  height: number,
  quitting: boolean,
  say: Say,
  mark = '',
): readonly string[] => {
  const least = { columns: leastColumns, rows: leastRows };
  const quit = quitting ? [say('app.too-small.quit')] : [];
  const whole = [`${mark}${say('app.too-small', { ...least, width, height })}`, ...quit];
  if (whole.every((line) => cellWidth(line) <= width) && whole.length <= height) return whole;
  const size = `${mark}${leastColumns}×${leastRows}`;
  const needs = say('app.too-small.needs', least);
  const pieces = [`${mark}${say('app.too-small.what')}`, cellWidth(needs) <= width ? needs : size, ...quit];
  return (pieces.length <= height ? pieces : [size]).map((line) => truncate(line, width));
};

const quits = ({ overlay }: SeatModel): boolean => overlay?.kind === 'confirm' && overlay.what === 'quit';

/** In place of the screen while the window has no room for it. What stood there comes back with the room. */
export function TooSmall({ width, height }: { width: number; height: number }): ReactNode {
  const say = useSay();
  const quitting = useModel(quits);
  const mark = useModel(isPractice) ? `${say('mode.practice')} ` : '';
  return (
    <Box width={width} height={height} flexDirection="column" justifyContent="center" overflow="hidden">
      {numbered(tooSmallLines(width, height, quitting, say, mark)).map(({ id, item }) => (
        <Text key={id} wrap="truncate">
          {drawn(pad(item, width, 'center'))}
        </Text>
      ))}
    </Box>
  );
}
