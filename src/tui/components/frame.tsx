import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { isPractice } from '../state/practice-mark.ts';
import { drawn } from '../text/drawn.ts';
import { ambiguousIsWide, cellWidth, truncate } from '../text/width.ts';
import { useModel, useTheme } from './session-context.tsx';

const light = {
  topLeft: '┌',
  top: '─',
  topRight: '┐',
  right: '│',
  bottomRight: '┘',
  bottom: '─',
  bottomLeft: '└',
  left: '│',
};
const heavy = {
  topLeft: '┏',
  top: '━',
  topRight: '┓',
  right: '┃',
  bottomRight: '┛',
  bottom: '━',
  bottomLeft: '┗',
  left: '┃',
};

/** Of an exercise: dashed, so that no pane of it looks like one in which things are real. */
const dashed = (box: typeof light, flat: string, upright: string): typeof light => ({
  ...box,
  top: flat,
  bottom: flat,
  left: upright,
  right: upright,
});
const practiceLight = dashed(light, '┄', '┆');
const practiceHeavy = dashed(heavy, '┅', '┇');

/** For terminals that draw the signs above two cells wide. */
const plainLight = {
  topLeft: '+',
  top: '-',
  topRight: '+',
  right: '|',
  bottomRight: '+',
  bottom: '-',
  bottomLeft: '+',
  left: '|',
};
const plainHeavy = {
  topLeft: '#',
  top: '=',
  topRight: '#',
  right: '#',
  bottomRight: '#',
  bottom: '=',
  bottomLeft: '#',
  left: '#',
};

const plainPracticeLight = dashed(plainLight, '~', ':');
const plainPracticeHeavy = dashed(plainHeavy, '*', '#');

/** The light frame and the heavy one. */
const boxes = (practice: boolean): readonly [typeof light, typeof light] => {
  if (ambiguousIsWide()) return practice ? [plainPracticeLight, plainPracticeHeavy] : [plainLight, plainHeavy];
  return practice ? [practiceLight, practiceHeavy] : [light, heavy];
};

/** Cells and rows that a frame takes from what is in it. */
export const frameColumns = 4;
export const frameRows = 2;

/** Cells for `aside` beside a title, in a frame of `width` cells. */
export const asideRoom = (width: number, title: string): number => width - 9 - cellWidth(title);

export interface FrameProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** At the right of the upper edge. */
  readonly aside?: string;
  /** On the lower edge: what Enter does, how much there is. */
  readonly footer?: string;
  /** Heavy: the keys go here. */
  readonly focused?: boolean;
  readonly children?: ReactNode;
}

/** A frame with its title on the edge. One look tells where the focus is: the heavy one. */
export function Frame(props: FrameProps): ReactNode {
  return <FrameOf {...props} practice={useModel(isPractice)} />;
}

/** The same where there is no seat around it to ask. */
export function FrameOf(props: FrameProps & { readonly practice: boolean }): ReactNode {
  const { width, height, title, aside = '', footer = '', focused = false, practice, children } = props;
  const theme = useTheme();
  const [usual, strong] = boxes(practice);
  const box = focused ? strong : usual;
  const style = focused ? theme.focus : practice ? theme.practiceFrame : theme.quiet;
  const inner = width - 2;
  const shownTitle = truncate(title, inner - 4);
  const shownAside = aside === '' ? '' : truncate(` ${aside} `, inner - 5 - cellWidth(shownTitle));
  const shownFooter = footer === '' ? '' : truncate(` ${footer} `, inner - 2);
  const rule = box.top;
  const topGap = Math.max(0, inner - 3 - cellWidth(shownTitle) - cellWidth(shownAside));
  const bottomGap = Math.max(0, inner - 1 - cellWidth(shownFooter));
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0} overflowY="hidden">
      <Text {...style} wrap="truncate">
        {box.topLeft}
        {rule} <Text {...theme.title}>{drawn(shownTitle)}</Text> {rule.repeat(Math.max(0, topGap - 1))}
        {drawn(shownAside)}
        {topGap > 0 ? rule : ''}
        {box.topRight}
      </Text>
      <Box
        width={width}
        height={Math.max(0, height - frameRows)}
        flexShrink={0}
        borderStyle={box}
        borderTop={false}
        borderBottom={false}
        {...(style.color !== undefined && { borderColor: style.color })}
        paddingX={1}
        overflowY="hidden"
        flexDirection="column"
      >
        {children}
      </Box>
      <Text {...style} wrap="truncate">
        {box.bottomLeft}
        {rule}
        {drawn(shownFooter)}
        {rule.repeat(bottomGap)}
        {box.bottomRight}
      </Text>
    </Box>
  );
}
