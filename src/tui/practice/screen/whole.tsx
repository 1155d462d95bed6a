import { Box, Text, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useSyncExternalStore } from 'react';
import { bestKey, keyLabel } from '../../actions/keys.ts';
import { keyOfText, strokeName } from '../../components/held-keys.ts';
import { useTheme } from '../../components/session-context.tsx';
import { Lines, numbered, type Span, Spans, spansWidth } from '../../components/spans.tsx';
import { tabSpans } from '../../components/tab-spans.ts';
import { isTooSmall, tooSmallLines } from '../../panels/too-small.tsx';
import type { Store } from '../../state/store.ts';
import { drawn } from '../../text/drawn.ts';
import { isEditKey, keyStrokes } from '../../text/key-to-edit.ts';
import { shown } from '../../text/styled-line.ts';
import { cellWidth, pad, truncate } from '../../text/width.ts';
import type { Theme } from '../../theme.ts';
import type { PlainKey, Say } from '../../words/words.ts';
import { keysNow, type PracticeScreen, type ScreenKey, type ScreenState } from './practice-screen.ts';
import { useScreen } from './screen-context.tsx';

/** From edge to edge, and at both ends the word: nobody takes this for a call that is real. */
function Head({ screen, width }: { screen: { name: string; about: string }; width: number }): ReactNode {
  const { say } = useScreen();
  const theme = useTheme();
  const word = ` ${say('mode.practice')} `;
  const room = Math.max(0, width - 2 * cellWidth(word) - 2);
  const text = say('school.who', { screen: screen.name, name: shown(screen.about) });
  return (
    <Spans
      style={theme.practice}
      left={[{ text: `${word} ${truncate(text, room)}` }]}
      right={[{ text: word }]}
      width={width}
    />
  );
}

/** What the keys do now, each by the name of its row. */
export const barItems = <State, Choice>(
  keys: readonly ScreenKey<State, Choice>[],
  state: State,
  say: Say,
): { key: string; name: string }[] =>
  keysNow(keys, state).flatMap((row) => {
    const key = (row.shown ?? [bestKey(row.keys)]).map(keyLabel).join('');
    return row.name ? [{ key, name: say(row.name(state)) }] : [];
  });

/** The keys in as many lines as they take, so that none of them is ever left out. */
const keyLines = (items: readonly { key: string; name: string }[], width: number, theme: Theme): Span[][] => {
  const lines: Span[][] = [[]];
  for (const { key, name } of items) {
    const next: Span[] = [{ text: ` ${key}`, style: theme.key }, { text: ` ${name} ` }];
    const last = lines.at(-1)!;
    if (spansWidth([...last, ...next]) <= width) last.push(...next);
    else lines.push(next);
  }
  return lines;
};

/** The parts of the screen with their keys, and the key from one to the next where all of them have room. */
function Tabs(props: {
  readonly tabs: readonly { readonly name: PlainKey; readonly key: string }[];
  readonly shown: number;
  readonly aside: Span | undefined;
  readonly width: number;
}): ReactNode {
  const { tabs, shown: at, aside, width } = props;
  const { say } = useScreen();
  const theme = useTheme();
  const names = tabs.map(({ name }) => say(name));
  const keys = tabs.map(({ key }) => keyLabel(key));
  const next: Span[] = [{ text: ` ${keyLabel('tab')}`, style: theme.key }, { text: ` ${say('school.key.next-tab')} ` }];
  const all = tabSpans(names, at, Number.POSITIVE_INFINITY, theme, keys);
  if (aside) return <Spans left={all} right={[aside]} width={width} />;
  const fits = spansWidth(all) + spansWidth(next) <= width;
  return <Spans left={fits ? all : tabSpans(names, at, width, theme, keys)} right={fits ? next : []} width={width} />;
}

function Notice({ notice, width }: { notice: ScreenState['notice']; width: number }): ReactNode {
  const { say } = useScreen();
  const theme = useTheme();
  if (!notice) return <Spans left={[]} width={width} />;
  const mark = notice.kind === 'done' ? '✓' : '✗';
  return (
    <Spans
      left={[{ text: ` ${mark} ${notice.words(say)}`, style: notice.kind === 'done' ? theme.good : theme.warn }]}
      width={width}
    />
  );
}

function TooSmall({ width, height }: { width: number; height: number }): ReactNode {
  const { say } = useScreen();
  return (
    <Box width={width} height={height} flexDirection="column" justifyContent="center" overflow="hidden">
      {numbered(tooSmallLines(width, height, false, say, `${say('mode.practice')} `)).map(({ id, item }) => (
        <Text key={id} wrap="truncate">
          {drawn(pad(item, width, 'center'))}
        </Text>
      ))}
    </Box>
  );
}

/** A screen of practice: that it is one, its parts, the part that is shown, the answer to the last key, and the keys. */
export function WholeScreen<State extends ScreenState, Choice>(props: {
  readonly screen: PracticeScreen<State, Choice>;
  readonly store: Store<State>;
  /** Takes a key by its name. */
  readonly press: (key: string) => void;
}): ReactNode {
  const { screen, store, press } = props;
  const { columns: width, rows: height } = useWindowSize();
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { say } = useScreen();
  const theme = useTheme();
  const fits = !isTooSmall({ columns: width, rows: height });
  useInput((input, key) => {
    if (key.eventType === 'release') return;
    for (const [text, flags] of keyStrokes(input, key)) {
      const writes = fits && screen.writes(store.get());
      const name = strokeName(text, flags) || (writes ? undefined : keyOfText(text));
      // While nothing is seen, only the way out works.
      if (name === undefined || (writes && isEditKey(name, false)) || (!fits && name !== 'ctrl+c')) continue;
      press(name);
    }
  });
  // Keeps bracketed paste on, so that a paste outside a field is never read as keys.
  usePaste(() => undefined);
  if (!fits) return <TooSmall width={width} height={height} />;
  const { Body } = screen;
  const lines = keyLines(barItems(screen.keys, state, say), width, theme);
  const body = height - 3 - lines.length;
  return (
    <Box width={width} height={height} flexDirection="column" overflowY="hidden">
      <Head screen={{ name: say(screen.name), about: screen.about }} width={width} />
      <Tabs tabs={screen.tabs} shown={screen.tabOf(state)} aside={screen.aside?.(state, say, theme)} width={width} />
      <Box width={width} height={body} flexShrink={0} overflowY="hidden">
        <Body state={state} change={store.update} width={width} height={body} />
      </Box>
      <Notice notice={state.notice} width={width} />
      <Lines lines={lines} width={width} />
    </Box>
  );
}
