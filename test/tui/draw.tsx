import { render } from 'ink';
import { onTestFinished } from 'vitest';
import type { ThemeName } from '../../src/client/seat-preferences.ts';
import type { Language } from '../../src/contract/language.ts';
import { SeatApp } from '../../src/tui/screens/app.tsx';
import { createClock } from '../../src/tui/state/clock.ts';
import { applySnapshot, type Snapshot } from '../../src/tui/state/line.ts';
import type { Mode, SeatModel } from '../../src/tui/state/model.ts';
import { SeatSession } from '../../src/tui/state/session.ts';
import { usualTerminal } from '../../src/tui/terminal/terminal-facts.ts';
import { withoutHeldCells } from '../../src/tui/text/drawn.ts';
import { setAmbiguousWide } from '../../src/tui/text/width.ts';
import type { Background } from '../../src/tui/themes/themes.ts';
import { noon } from './fixtures.ts';
import { FakeKeyboard, FakeScreen } from './terminal.ts';

export interface Picture {
  readonly columns: number;
  readonly rows: number;
  readonly language?: Language;
  readonly mode?: Mode;
  readonly theme?: ThemeName;
  readonly background?: Background;
  /** Whether the terminal draws ambiguous characters two cells wide. */
  readonly wide?: boolean;
}

/** Draws the screen of a model, at a moment that stands still, without a hub. */
export const draw = async (
  snapshot: Snapshot,
  change: (model: SeatModel, session: SeatSession) => SeatModel,
  { columns, rows, language = 'zh-CN', mode = 'hub', theme = 'none', background = 'dark', wide = false }: Picture,
): Promise<{ session: SeatSession; screen: FakeScreen }> => {
  const clock = createClock(() => noon);
  const session = new SeatSession({ client: undefined, language, mode, clock });
  session.store.update((model) =>
    change(
      applySnapshot(
        {
          ...model,
          signedIn: true,
          screen: 'queue',
          connection: { state: 'connected' },
          preferences: { ...model.preferences, theme },
        },
        snapshot,
      ),
      session,
    ),
  );
  const screen = new FakeScreen(columns, rows, wide ? 2 : 1);
  const stdout = screen as unknown as NodeJS.WriteStream;
  setAmbiguousWide(wide);
  const instance = render(<SeatApp session={session} terminal={{ ...usualTerminal, background }} />, {
    stdin: new FakeKeyboard() as unknown as NodeJS.ReadStream,
    stdout: wide ? withoutHeldCells(stdout) : stdout,
    interactive: true,
    alternateScreen: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  onTestFinished(() => instance.unmount());
  await instance.waitUntilRenderFlush();
  return { session, screen };
};
