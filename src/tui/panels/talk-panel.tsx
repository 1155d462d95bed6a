import { Box } from 'ink';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import type { CallView } from '../../contract/shapes/call.ts';
import { keyHints, keysShown } from '../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { visiblePart } from '../components/scroll-pane.tsx';
import { useModel, useSay, useSession, useTheme } from '../components/session-context.tsx';
import { Lines, Spans } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import {
  canTalk,
  isGone,
  longestSaying,
  sayingOf,
  spokenIn,
  talkHasKeys,
  talkMatters,
  withInSight,
  withSaying,
} from '../state/conversation/talk.ts';
import type { SeatModel } from '../state/model.ts';
import { shownCall } from '../state/selectors.ts';
import { cellWidth, wrap } from '../text/width.ts';
import { type Say, term } from '../words/words.ts';
import { moodNow, talkLines } from './talk-lines.ts';

/** Rows of the field at most; a longer sentence scrolls. */
const mostFieldRows = 3;

/** Why nothing that is said is heard; nothing while it is. */
const deafness = (call: CallView, model: SeatModel, say: Say): string => {
  if (isGone(model, call.id)) return canTalk(model) ? say('talk.hung-up') : say('talk.ended');
  if (call.state === 'held') return say('talk.held');
  return call.state === 'active' ? '' : say('talk.ended');
};

/** What was said in the shown call, the newest at the bottom, and the line in which what is said next is typed. `aside`: only to read. */
export function TalkPanel({
  width,
  height,
  aside = false,
}: {
  width: number;
  height: number;
  aside?: boolean;
}): ReactNode {
  const model = useModel(talkMatters);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const { store, talkView } = session;
  const call = shownCall(model);
  const id = call?.id;
  const inner = width - frameColumns;
  const spoken = spokenIn(model, id ?? '');
  const { language } = model;
  const lines = useMemo(
    () => talkLines(spoken, inner, { language }, theme, say),
    [spoken, inner, language, theme, say],
  );
  const saying = sayingOf(model, id ?? '');
  const writes = !aside && canTalk(model);
  const prompt = say('talk.prompt');
  const fieldCells = inner - cellWidth(prompt);
  const inside = Math.max(1, height - frameRows);
  const fieldRows = writes ? Math.min(wrap(saying.text, fieldCells - 1).length, mostFieldRows, inside) : 0;
  const rows = Math.max(0, inside - fieldRows);
  const top = model.talk?.top ?? lines.length;
  const part = visiblePart(lines.length, rows, top);
  useLayoutEffect(() => {
    talkView.most = Math.max(0, lines.length - rows);
    talkView.page = Math.max(1, rows - 1);
  });
  // On a low screen a window may stand where it would be, and then nobody has heard it.
  const seen = rows > 0 ? id : undefined;
  useLayoutEffect(() => {
    store.update((now) => withInSight(now, seen));
    return () => store.update((now) => withInSight(now, undefined));
  }, [store, seen]);
  if (!call) return <Frame width={width} height={height} title={say('talk.title')} />;
  const focused = !aside && talkHasKeys(model) && !model.overlay;
  const mood = moodNow(spoken);
  const deaf = deafness(call, model, say);
  const { above, below } = part;
  const keys = focused ? ` ${keysShown(model, 'talk-up', 'talk-down')}` : '';
  const more = above + below > 0 ? `${say('call.more', { above, below })}${keys}` : '';
  const hint = focused && writes && deaf === '' ? keyHints(model, say, 'talk-say', 'read-out') : '';
  return (
    <Frame
      width={width}
      height={height}
      title={say('talk.title')}
      aside={mood === undefined ? '' : say('talk.mood', { mood: term(language, 'mood', mood) })}
      footer={[deaf, hint, more].filter((text) => text !== '').join(' · ')}
      focused={focused}
    >
      <Box
        flexDirection="column"
        height={rows}
        width={inner}
        overflowY="hidden"
        flexShrink={0}
        justifyContent="flex-end"
      >
        <Lines lines={lines.slice(part.top, part.top + rows)} width={inner} />
      </Box>
      {fieldRows > 0 && (
        <Box width={inner} height={fieldRows} flexShrink={0}>
          <Box width={cellWidth(prompt)} flexShrink={0}>
            <Spans left={[{ text: prompt, style: focused ? theme.key : theme.quiet }]} width={cellWidth(prompt)} />
          </Box>
          <TextField
            key={call.id}
            buffer={saying}
            onChange={(next) => store.update((now) => withSaying(now, call.id, next))}
            onRefused={() => session.notice('refused', say('talk.full', { max: longestSaying }))}
            width={fieldCells}
            rows={fieldRows}
            focused={focused}
            placeholder={deaf === '' ? say('talk.hint') : ''}
          />
        </Box>
      )}
    </Frame>
  );
}
