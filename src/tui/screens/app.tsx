import { Box, useIsScreenReaderEnabled, useWindowSize } from 'ink';
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react';
import { Banner, bannerOf } from '../components/banner.tsx';
import { FieldRegisterContext } from '../components/field-register-context.ts';
import { Header } from '../components/header.tsx';
import { HeldKeys } from '../components/held-keys.ts';
import { KeyBar } from '../components/key-bar.tsx';
import { NoticeLine } from '../components/notice-line.tsx';
import { PracticeBar } from '../components/practice-bar.tsx';
import { SessionContext, ThemeContext, useModel } from '../components/session-context.tsx';
import { type SeatTerminal, TerminalTie } from '../components/terminal-tie.tsx';
import { useKeys } from '../components/use-keys.ts';
import { HelpPanel } from '../panels/help-panel.tsx';
import { isTooSmall, TooSmall } from '../panels/too-small.tsx';
import { WhichKeyPanel, whichKeyRows } from '../panels/which-key-panel.tsx';
import type { Screen, SeatModel } from '../state/model.ts';
import { isPractice } from '../state/practice-mark.ts';
import type { SeatSession } from '../state/session.ts';
import type { TerminalFacts } from '../terminal/terminal-facts.ts';
import { themeOf } from '../themes/theme-of.ts';
import { AccountsScreen } from './accounts-screen.tsx';
import { CallScreen } from './call-screen.tsx';
import { KnowledgeScreen } from './knowledge-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { SignInScreen } from './sign-in-screen.tsx';
import { TicketsScreen } from './tickets-screen.tsx';

const screens: Record<Screen, (size: { width: number; height: number }) => ReactNode> = {
  'sign-in': SignInScreen,
  queue: QueueScreen,
  call: CallScreen,
  knowledge: KnowledgeScreen,
  accounts: AccountsScreen,
  tickets: TicketsScreen,
};

const hasBanner = (model: SeatModel): boolean => bannerOf(model) !== undefined;
const screenOf = ({ screen }: SeatModel): Screen => screen;
const waitsForKey = ({ prefix }: SeatModel): boolean => prefix !== undefined;
const showsHelp = ({ overlay }: SeatModel): boolean => overlay?.kind === 'help';

function Whole({ width, height }: { width: number; height: number }): ReactNode {
  // Only what is laid out here: its parts follow the rest themselves.
  const banner = useModel(hasBanner);
  const hint = useModel((model) => whichKeyRows(model, width));
  const screen = useModel(screenOf);
  const helping = useModel(showsHelp);
  const waits = useModel(waitsForKey);
  const practice = useModel(isPractice);
  // Who hears the screen asks for the keys with F1; the bar would speak with every change.
  const speaks = useIsScreenReaderEnabled();
  const body = height - 3 - Number(practice) - Number(banner) - hint;
  const Body = screens[screen];
  return (
    <Box width={width} height={height} flexDirection="column" overflowY="hidden">
      <Header width={width} />
      {practice && <PracticeBar width={width} />}
      {banner && <Banner width={width} />}
      <Box width={width} height={body} flexShrink={0} overflowY="hidden">
        {helping ? <HelpPanel width={width} height={body} /> : <Body width={width} height={body} />}
      </Box>
      {hint > 0 && <WhichKeyPanel width={width} rows={hint} />}
      <NoticeLine width={width} />
      {(!speaks || waits) && <KeyBar width={width} />}
    </Box>
  );
}

/** The seat screen: one line above, one screen, two lines below. */
export function SeatApp({
  session,
  terminal,
  tie,
}: {
  session: SeatSession;
  terminal: TerminalFacts;
  tie?: SeatTerminal;
}): ReactNode {
  const { columns, rows } = useWindowSize();
  const { theme } = useSyncExternalStore(session.store.subscribe, () => session.store.get().preferences);
  const { isHeld } = useKeys(session);
  const fits = !isTooSmall({ columns, rows });
  const { store } = session;
  useLayoutEffect(() => {
    store.update((now) => (now.windowFits === fits ? now : { ...now, windowFits: fits }));
  }, [store, fits]);
  return (
    <SessionContext value={session}>
      <ThemeContext value={themeOf(theme, terminal)}>
        <HeldKeys value={isHeld}>
          <FieldRegisterContext value={session.register}>
            {fits ? <Whole width={columns} height={rows} /> : <TooSmall width={columns} height={rows} />}
          </FieldRegisterContext>
          {tie && <TerminalTie terminal={tie} />}
        </HeldKeys>
      </ThemeContext>
    </SessionContext>
  );
}
