import { setImmediate as turn } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Instance } from 'ink';
import { defaultPreferences } from '../client/seat-preferences.ts';
import { exitCode } from '../contract/exit-code.ts';
import { perform } from './actions/dispatch.ts';
import { actions } from './actions/table.ts';
import type { SeatTerminal } from './components/terminal-tie.tsx';
import type { DrawSeat } from './draw-seat.tsx';
import { ownKeyOf } from './keymap/own-key-of.ts';
import { tellKeyProblems } from './keymap/tell-problems.ts';
import type { OpenSeatOptions } from './open-seat-options.ts';
import { Speaker } from './spoken/speaker.ts';
import { goOffline } from './state/call-commands.ts';
import { createClock } from './state/clock.ts';
import { lineShown } from './state/line-shown.ts';
import { SeatSession } from './state/session.ts';
import { TerminalAttention, tellFocus } from './terminal/attention.ts';
import { withChangedCells } from './terminal/changed-cells.ts';
import { clipboardSequence } from './terminal/clipboard.ts';
import { clocksMove } from './terminal/clock-steps.ts';
import { removeLeftTexts } from './terminal/external-editor.ts';
import { KeyStream } from './terminal/key-stream.ts';
import { paced } from './terminal/paced.ts';
import { showProgress, showsProgress } from './terminal/progress.ts';
import { ScreenOutput } from './terminal/screen-output.ts';
import { stopHere, TerminalLending } from './terminal/suspend.ts';
import { isLineTerminal, type TerminalFacts, usualTerminal } from './terminal/terminal-facts.ts';
import { restoreTitle, showTitle } from './terminal/title.ts';
import { withoutHeldCells } from './text/drawn.ts';
import { setAmbiguousWide } from './text/width.ts';
import { sayIn } from './words/words.ts';

export type { OpenSeatOptions } from './open-seat-options.ts';

/** What is left on by a program that dies: bracketed paste, a hidden cursor. Harmless when all is well. */
const restoreTerminal = `\x1b[?2004l${tellFocus.off}\x1b[?25h${restoreTitle}`;
/** Leaves nothing of a citizen on a screen that is the shell's own. */
const wipe = '\x1b[H\x1b[J';
/** Lets the line to the hub move: a turn to be connected, a turn to send; what has come meanwhile is heard. */
const lineMoves = async (): Promise<void> => {
  await turn();
  await turn();
};
/** How long the terminal may take to draw the last frame and to say so; on a line of 9,600 baud it is that slow. */
const lastFrameMs = 1000;
const signals = { SIGTERM: 143, SIGHUP: 129 } as const;

/** Opens the seat screen. Resolves with the exit code when the terminal is as it was. */
export const openSeat = async (options: OpenSeatOptions): Promise<number> => {
  if (isLineTerminal(options.env ?? process.env)) {
    removeLeftTexts(options.env ?? process.env);
    const { openPlainSeat } = await import('./plain/open-plain-seat.ts');
    return openPlainSeat(options);
  }
  const { language, mode, color, client, signIn, knowledge, citizenSays, clock = createClock() } = options;
  const preferences = { ...defaultPreferences, ...options.preferences };
  const terminal: TerminalFacts = { ...(options.terminal ?? usualTerminal), ...(!color && { colours: 'none' }) };
  const wide = preferences['ambiguous-width'] === 'auto' ? terminal.wide : preferences['ambiguous-width'] === 'wide';
  const speaks = preferences['screen-reader'] || (options.env ?? process.env).INK_SCREEN_READER === 'true';
  setAmbiguousWide(wide && !speaks);
  const stdin = options.stdin ?? process.stdin;
  const output = new ScreenOutput(options.stdout ?? process.stdout);
  const env = options.env ?? process.env;
  const write = (text: string): void => void output.write(text);
  const attention = new TerminalAttention(() => session, write, env);
  const session: SeatSession = new SeatSession({
    client,
    signIn,
    language,
    say: sayIn(language, ownKeyOf(preferences.keys)),
    mode,
    clock,
    knowledge,
    personalSnippets: options.personalSnippets,
    desk: options.desk,
    citizenSays,
    conversation: options.conversation,
    // Who asks for no colour, for this once or for everything, has no theme.
    preferences: { ...preferences, ...(!color && { theme: 'auto' }) },
    savePreference: options.savePreference,
    attention,
    copy: (text) => write(clipboardSequence(text)),
  });
  const keys = new KeyStream(stdin);
  let instance: Instance | undefined;
  let code: number = exitCode.done;
  let failure: unknown;
  let leaving = false;
  const over = new AbortController();
  let opening: Promise<void> | undefined;

  const leave = (as: number): void => {
    code = as;
    leaving = true;
    // Before anything else: whoever sent the signal may not wait.
    session.save();
    void output.settled(lastFrameMs).finally(() => instance?.unmount());
  };
  const fail = (error: unknown): void => {
    failure ??= error;
    leave(exitCode.unexpected);
  };
  /** The next frame is drawn as a whole, on a screen on which nothing is left. */
  const beginAnew = (): void => {
    instance?.clear();
    if (!speaker) write(wipe);
  };
  session.hooks = {
    quit: () =>
      void session
        .leave()
        .then(() => goOffline(session))
        .finally(() => leave(exitCode.done)),
    redraw: () => {
      speaker?.repeat();
      beginAnew();
      session.store.update((model) => ({ ...model }));
    },
    perform: (id) => {
      const action = actions.find((candidate) => candidate.id === id);
      if (action) perform(session, action);
    },
    lend: (work) => lending.lend(work),
    suspend: () => void suspend(true),
  };

  const speaker = speaks
    ? new Speaker({
        write,
        line: () => ({ columns: output.stream.columns, wide }),
        say: session.say,
        ownScreen: preferences['alternate-screen'],
      })
    : undefined;
  const modes = {
    on: () => {
      speaker?.begin();
      write(tellFocus.on);
      output.begin();
    },
    off: () => {
      speaker?.end();
      write(tellFocus.off);
      return output.settled(lastFrameMs);
    },
  };
  const lending = new TerminalLending(modes);
  const tie: SeatTerminal = {
    whenFrameFits: output.whenFrameFits,
    lending,
    // What a terminal does to what stands on it when its size changes is its own; nothing is drawn on top of that.
    resized: (draw) => {
      if (!output.hushed) return;
      instance?.clear();
      output.unhush();
      write(wipe);
      draw();
    },
  };
  /** To the shell, as Ctrl-Z does, until `fg`. `whole`: with every program of the job. */
  const suspend = async (whole: boolean): Promise<void> => {
    let stopped = true;
    session.save();
    const lent = await lending.lend(async () => {
      process.off('SIGTSTP', onStop);
      stopped = await stopHere(whole);
      process.on('SIGTSTP', onStop);
    });
    if (lent && !stopped) session.notice('info', session.say('suspend.no-shell'));
  };
  const onStop = (): void => void suspend(false);
  // Stopped and woken from outside, whatever ran meanwhile has left its own modes in the terminal.
  const onWoken = (): void => void lending.lend(() => undefined);
  keys.onNews = (news) => {
    if (news === 'drawn') output.answered();
    else attention.focused = news === 'focused';
  };

  const askToQuit = (): void => {
    if (!lending.isLent) session.hooks.perform('quit');
  };
  const onSignal = (signal: keyof typeof signals) => (): void => leave(signals[signal]);
  const onTerm = onSignal('SIGTERM');
  const onHup = onSignal('SIGHUP');
  const alternateScreen = session.preferences['alternate-screen'];
  const restore = (): void => write(`${alternateScreen ? '' : wipe}${restoreTerminal}`);
  const onExit = (): void => {
    speaker?.end();
    restore();
  };
  process.on('SIGTERM', onTerm).on('SIGHUP', onHup).on('SIGINT', askToQuit).on('exit', onExit);
  process.on('SIGTSTP', onStop).on('SIGCONT', onWoken);
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  // An SSH connection that dropped shows as a signal, or as a terminal that takes and gives nothing more.
  output.whenGone(onHup);
  keys.onEnd = onHup;

  const draw = async (drawSeat: DrawSeat): Promise<void> => {
    instance = await drawSeat(
      { session, terminal, tie, speaker },
      {
        stdin: keys as unknown as NodeJS.ReadStream,
        stdout: speaker?.stream ?? withChangedCells(wide ? withoutHeldCells(output.stream) : output.stream),
        // Every frame whole, for the speaker to compare.
        debug: speaks,
        isScreenReaderEnabled: speaks,
        exitOnCtrlC: false,
        patchConsole: false,
        alternateScreen: alternateScreen && !speaks,
        // Ink would hold a key's frame back for 34 ms behind any other; what comes from the line is paced before it is drawn.
        maxFps: 1000,
        interactive: true,
      },
    );

    tellKeyProblems(session);
    void attention.lookAround();
    opening = instance.waitUntilRenderFlush().then(async () => {
      if (over.signal.aborted) return;
      modes.on();

      await lineShown(session.store, over.signal);
      if (over.signal.aborted) return;

      options.whenShown?.();
      removeLeftTexts(env);
      await session.openKnowledge();
    });
    await instance.waitUntilExit();
  };
  const stops = [showTitle(session, write)];
  if (showsProgress(env)) stops.push(showProgress(session, write));
  if (speaker) stops.push(speaker.follow(session.store));
  // A clock that ran on would be spoken every second.
  session.shownSecond = speaker
    ? { ...clock.second, subscribe: () => () => undefined }
    : paced(clock.second, (take) => {
        if (clocksMove(clock.second.get(), performance.now() - keys.lastKeyAt)) output.whenClockFits(take);
      });
  // Before Ink hears of it, which would draw the frame for the old size once more.
  if (!speaker) output.stream.on('resize', output.hush);
  try {
    speaker?.begin();
    // Asked now, the hub answers while the screen is loaded, and says the rest while the first frame is drawn.
    session.start();
    await lineMoves();
    const { drawSeat } = await import('./draw-seat.tsx');
    await lineMoves();
    // Told to end before there was anything to see.
    if (!leaving) await draw(drawSeat);
  } catch (error) {
    failure ??= error;
    code = exitCode.unexpected;
  } finally {
    over.abort();
    for (const stop of stops) stop();
    // Whatever becomes of it, the terminal is given back.
    await session.close().catch((error: unknown) => {
      failure ??= error;
      code = exitCode.unexpected;
    });
    // Whoever closes the seat may take its folder away.
    await opening;
    speaker?.end();
    keys.close();
    restore();
    await new Promise<void>((done) => void output.write('', done));
    output.close();
    process.off('SIGTERM', onTerm).off('SIGHUP', onHup).off('SIGINT', askToQuit).off('exit', onExit);
    process.off('SIGTSTP', onStop).off('SIGCONT', onWoken);
    process.off('uncaughtException', fail).off('unhandledRejection', fail);
  }
  if (failure !== undefined) process.stderr.write(`expert-seat: ${inspect(failure)}\n`);
  return code;
};
