import { useIsScreenReaderEnabled } from 'ink';
import { memo, type ReactNode } from 'react';
import { lastUnseen, type Unseen } from '../state/conversation/talk.ts';
import type { SeatModel } from '../state/model.ts';
import { shown } from '../text/styled-line.ts';
import { cellWidth, truncate } from '../text/width.ts';
import type { Say } from '../words/words.ts';
import { useLocalNow, useModel, useSay, useTheme } from './session-context.tsx';
import { Spans } from './spans.tsx';

const over = ({ talk }: SeatModel): string | undefined => talk?.over;
const closesAt = ({ talk }: SeatModel): number | undefined => talk?.closesAt;
const screenOf = ({ screen }: SeatModel): SeatModel['screen'] => screen;

/** From edge to edge: the word first, whatever else there is to say. */
function Bar({ text, keys, width }: { text: string; keys: string; width: number }): ReactNode {
  const theme = useTheme();
  const say = useSay();
  const speaks = useIsScreenReaderEnabled();
  const mark = ` ${say('mode.practice')} `;
  // At both ends, for eyes; said, it would only be said twice.
  const end = ` ${keys === '' && !speaks ? say('mode.practice') : keys} `;
  const room = Math.max(0, width - cellWidth(mark) - cellWidth(end) - 2);
  return (
    <Spans
      style={theme.practice}
      left={[{ text: `${mark} ${truncate(text, room)}` }]}
      right={[{ text: end }]}
      width={width}
    />
  );
}

/** The exercise is over: why, and when the seat closes. Alone in following the clock. */
function OverBar({ why, width }: { why: string; width: number }): ReactNode {
  const closes = useModel(closesAt);
  const now = useLocalNow();
  const say = useSay();
  const text =
    closes === undefined
      ? say('practice.over.at-work', { why })
      : say('practice.over.left', { why, seconds: Math.max(0, Math.ceil((closes - now) / 1000)) });
  return <Bar text={text} keys={say('practice.over.keys')} width={width} />;
}

const citizenSaid = ({ call, line }: Unseen, say: Say): string => {
  const text = shown(line.text);
  return line.who === 'line'
    ? `${shown(call.name)} ${text}`
    : say('practice.bar.said', { who: shown(call.name), text });
};

/**
 * That all of this is an exercise, in a line of its own on every screen, which nothing takes the place of. Where the conversation is not on
 * the screen it says what the citizen said last.
 */
export const PracticeBar = memo(({ width }: { width: number }): ReactNode => {
  const why = useModel(over);
  const unseen = useModel(lastUnseen);
  const screen = useModel(screenOf);
  const speaks = useIsScreenReaderEnabled();
  const say = useSay();
  if (why !== undefined) return <OverBar why={shown(why)} width={width} />;
  if (unseen) {
    const { count } = unseen;
    const keys = count > 0 ? say('practice.bar.unseen', { count }) : say('practice.bar.keys');
    return <Bar text={citizenSaid(unseen, say)} keys={keys} width={width} />;
  }
  // Who hears the screen hears it anew with every other screen.
  const text = speaks ? say('practice.bar.spoken', { where: say(`where.${screen}`) }) : say('practice.bar');
  return <Bar text={text} keys="" width={width} />;
});
