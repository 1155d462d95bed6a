import { Box, Text, useWindowSize } from 'ink';
import type { ReactNode } from 'react';
import { Banner, bannerOf } from '../components/banner.tsx';
import { Header } from '../components/header.tsx';
import { KeyBar } from '../components/key-bar.tsx';
import { NoticeLine } from '../components/notice-line.tsx';
import { SessionContext, ThemeContext, useModel, useSay } from '../components/session-context.tsx';
import { useKeys } from '../components/use-keys.ts';
import { HelpPanel } from '../panels/help-panel.tsx';
import type { Screen } from '../state/model.ts';
import { apartFromWriting } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import { pad } from '../text/width.ts';
import { themeFor } from '../theme.ts';
import { AccountsScreen } from './accounts-screen.tsx';
import { CallScreen } from './call-screen.tsx';
import { KnowledgeScreen } from './knowledge-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { SignInScreen } from './sign-in-screen.tsx';
import { TicketsScreen } from './tickets-screen.tsx';

export const leastColumns = 60;
export const leastRows = 15;

const screens: Record<Screen, (size: { width: number; height: number }) => ReactNode> = {
  'sign-in': SignInScreen,
  queue: QueueScreen,
  call: CallScreen,
  knowledge: KnowledgeScreen,
  accounts: AccountsScreen,
  tickets: TicketsScreen,
};

function TooSmall({ width, height }: { width: number; height: number }): ReactNode {
  const say = useSay();
  const text = say('app.too-small', { columns: leastColumns, rows: leastRows, width, height });
  return (
    <Box width={width} height={height} flexDirection="column" justifyContent="center">
      <Text wrap="truncate">{pad(text, width, 'center')}</Text>
    </Box>
  );
}

function Whole({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(apartFromWriting);
  const banner = bannerOf(model) !== undefined;
  const body = height - 3 - Number(banner);
  const Body = screens[model.screen];
  return (
    <Box width={width} height={height} flexDirection="column" overflow="hidden">
      <Header width={width} />
      {banner && <Banner width={width} />}
      <Box width={width} height={body} flexShrink={0} overflow="hidden">
        {model.overlay?.kind === 'help' ? (
          <HelpPanel width={width} height={body} />
        ) : (
          <Body width={width} height={body} />
        )}
      </Box>
      <NoticeLine width={width} />
      <KeyBar width={width} />
    </Box>
  );
}

/** The seat screen: one line above, one screen, two lines below. */
export function SeatApp({ session, color }: { session: SeatSession; color: boolean }): ReactNode {
  const { columns, rows } = useWindowSize();
  useKeys(session);
  return (
    <SessionContext value={session}>
      <ThemeContext value={themeFor(color)}>
        {columns < leastColumns || rows < leastRows ? (
          <TooSmall width={columns} height={rows} />
        ) : (
          <Whole width={columns} height={rows} />
        )}
      </ThemeContext>
    </SessionContext>
  );
}
