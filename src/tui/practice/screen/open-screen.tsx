import { type Instance, render } from 'ink';
import { defaultPreferences } from '../../../client/seat-preferences.ts';
import { ThemeContext } from '../../components/session-context.tsx';
import { type SeatTerminal, TerminalTie } from '../../components/terminal-tie.tsx';
import { layoutReady } from '../../layout-ready.ts';
import { createStore } from '../../state/store.ts';
import { withChangedCells } from '../../terminal/changed-cells.ts';
import { KeyStream } from '../../terminal/key-stream.ts';
import { ScreenOutput } from '../../terminal/screen-output.ts';
import { stopHere, TerminalLending } from '../../terminal/suspend.ts';
import { type TerminalFacts, usualTerminal } from '../../terminal/terminal-facts.ts';
import { restoreTitle, saveTitle, titleSequence } from '../../terminal/title.ts';
import { withoutHeldCells } from '../../text/drawn.ts';
import { setAmbiguousWide } from '../../text/width.ts';
import { themeOf } from '../../themes/theme-of.ts';
import { sayIn } from '../../words/words.ts';
import { ScreenEnded } from './ended.ts';
import { type Outcome, type PracticeScreen, pressed, type ScreenState, type View } from './practice-screen.ts';
import { ScreenContext } from './screen-context.tsx';
import type { ScreenOptions } from './screen-options.ts';
import { WholeScreen } from './whole.tsx';

/** What is left on by a program that dies: bracketed paste, a hidden cursor. Harmless when all is well. */
const restoreTerminal = `\x1b[?2004l\x1b[?25h${restoreTitle}`;
const wipe = '\x1b[H\x1b[J';
/** How long the terminal may take to draw the last frame and to say so. */
const lastFrameMs = 1000;
/** Often enough that no second is passed over. */
const tickMs = 500;
const signals = { SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Opens a screen of practice on the whole terminal, as the seat is opened, and gives the terminal back with what was chosen.
 * @throws {ScreenEnded} when the program is told to end, or the terminal is gone
 */
export const openScreen = async <State extends ScreenState, Choice>(
  screen: PracticeScreen<State, Choice>,
  options: ScreenOptions,
): Promise<Choice> => {
  const { language, color } = options;
  const preferences = { ...defaultPreferences, ...options.preferences };
  const terminal: TerminalFacts = { ...(options.terminal ?? usualTerminal), ...(!color && { colours: 'none' }) };
  const wide = preferences['ambiguous-width'] === 'auto' ? terminal.wide : preferences['ambiguous-width'] === 'wide';
  setAmbiguousWide(wide);
  const say = sayIn(language);
  const output = new ScreenOutput(options.stdout ?? process.stdout);
  const keys = new KeyStream(options.stdin ?? process.stdin);
  const write = (text: string): void => void output.write(text);
  const store = createStore<State>(screen.first);
  const view: View = { page: 1, textPage: 1, top: 0, most: 0 };
  const end: { choice?: Choice; code?: number; failure?: unknown; coming?: true } = {};
  let instance: Instance | undefined;

  const leave = (how: typeof end): void => {
    if (end.coming) return;
    Object.assign(end, how, { coming: true });
    void output.settled(lastFrameMs).finally(() => instance?.unmount());
  };
  const fail = (failure: unknown): void => leave({ failure });
  /** False where there is nothing to do. */
  const follow = (lead: () => Outcome<State, Choice>): boolean => {
    if (end.coming) return true;
    try {
      const outcome = lead();
      if (outcome && 'to' in outcome) store.update(() => outcome.to);
      else if (outcome) leave({ choice: outcome.choose });
      return outcome !== undefined;
    } catch (error) {
      fail(error);
      return true;
    }
  };
  /** The next frame is drawn as a whole, on a screen on which nothing is left, whatever has written over it. */
  const redraw = (): void => {
    instance?.clear();
    write(wipe);
    store.update((state) => ({ ...state }));
  };
  const press = (key: string): void => {
    if (key === 'ctrl+l') redraw();
    else if (!follow(() => pressed(screen, store.get(), key, view)) && store.get().notice)
      store.update((state) => ({ ...state, notice: undefined }));
  };
  const { tick } = screen;
  const ticking = tick && setInterval(() => void follow(() => tick(store.get())), tickMs);

  const lending = new TerminalLending({ on: () => output.begin(), off: () => output.settled(lastFrameMs) });
  const tie: SeatTerminal = {
    whenFrameFits: output.whenFrameFits,
    lending,
    resized: (draw) => {
      if (!output.hushed) return;
      instance?.clear();
      output.unhush();
      write(wipe);
      draw();
    },
  };
  const onStop = (): void =>
    void lending.lend(async () => {
      process.off('SIGTSTP', onStop);
      await stopHere(false);
      process.on('SIGTSTP', onStop);
    });
  const onWoken = (): void => void lending.lend(() => undefined);
  const onSignal = (signal: keyof typeof signals) => (): void => leave({ code: signals[signal] });
  const [onTerm, onHup] = [onSignal('SIGTERM'), onSignal('SIGHUP')];
  const onInt = (): void => {
    if (!lending.isLent) press('ctrl+c');
  };
  const ownScreen = preferences['alternate-screen'];
  const restore = (): void => write(`${ownScreen ? '' : wipe}${restoreTerminal}`);
  process.on('SIGTERM', onTerm).on('SIGHUP', onHup).on('SIGINT', onInt).on('exit', restore);
  process.on('SIGTSTP', onStop).on('SIGCONT', onWoken);
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  output.whenGone(onHup);
  keys.onEnd = onHup;
  keys.onNews = (news) => {
    if (news === 'drawn') output.answered();
  };
  write(`${saveTitle}${titleSequence(say('school.title', { word: say('mode.practice'), app: say('app.title') }))}`);
  // Before Ink hears of it, which would draw the frame for the old size once more.
  output.stream.on('resize', output.hush);
  try {
    await layoutReady;
    if (!end.coming) {
      const theme = themeOf(color ? preferences.theme : 'auto', terminal);
      instance = render(
        <ScreenContext value={{ say, language, view }}>
          <ThemeContext value={theme}>
            <WholeScreen screen={screen} store={store} press={press} />
            <TerminalTie terminal={tie} />
          </ThemeContext>
        </ScreenContext>,
        {
          stdin: keys as unknown as NodeJS.ReadStream,
          stdout: withChangedCells(wide ? withoutHeldCells(output.stream) : output.stream),
          exitOnCtrlC: false,
          patchConsole: false,
          alternateScreen: ownScreen,
          maxFps: 1000,
          interactive: true,
        },
      );
      void instance.waitUntilRenderFlush().then(() => {
        if (!end.coming) output.begin();
      });
      await instance.waitUntilExit();
    }
  } finally {
    clearInterval(ticking);
    keys.close();
    restore();
    await new Promise<void>((done) => void output.write('', done));
    output.close();
    process.off('SIGTERM', onTerm).off('SIGHUP', onHup).off('SIGINT', onInt).off('exit', restore);
    process.off('SIGTSTP', onStop).off('SIGCONT', onWoken);
    process.off('uncaughtException', fail).off('unhandledRejection', fail);
  }
  if (end.failure !== undefined) throw end.failure;
  if (end.code !== undefined) throw new ScreenEnded(end.code);
  return end.choice as Choice;
};
