import { inspect } from 'node:util';
import { type Instance, render } from 'ink';
import type { HubClient } from '../client/hub-client.ts';
import { defaultPreferences, type SeatPreferences } from '../client/seat-preferences.ts';
import { exitCode } from '../contract/exit-code.ts';
import type { Language } from '../contract/language.ts';
import { perform } from './actions/dispatch.ts';
import { actions } from './actions/table.ts';
import { SeatApp } from './screens/app.tsx';
import { goOffline } from './state/call-commands.ts';
import { type Clock, createClock } from './state/clock.ts';
import type { KnowledgeSource } from './state/knowledge/open.ts';
import type { Mode } from './state/model.ts';
import { SeatSession } from './state/session.ts';
import { clipboardSequence } from './terminal/clipboard.ts';
import { KeyStream, type TerminalInput } from './terminal/key-stream.ts';
import { restoreTitle, showTitle } from './terminal/title.ts';

export interface OpenSeatOptions {
  /** Signed in. Undefined: the sign-in screen asks for hub and token. */
  client: HubClient | undefined;
  signIn?: ((url: string, token: string) => Promise<HubClient>) | undefined;
  language: Language;
  mode: Mode;
  color: boolean;
  /** How this person likes their seat; what is absent is as `defaultPreferences` has it. */
  preferences?: Partial<SeatPreferences> | undefined;
  /** What there is to search and read; absent: nothing. */
  knowledge?: KnowledgeSource | undefined;
  /** What a simulated citizen would say of themselves, by the call's id. */
  citizenSays?: ((call: string) => string | undefined) | undefined;
  stdin?: TerminalInput;
  stdout?: NodeJS.WriteStream;
  /** For tests that stop the time. */
  clock?: Clock;
}

/** What is left on by a program that dies: bracketed paste, a hidden cursor. Harmless when all is well. */
const restoreTerminal = `\x1b[?2004l\x1b[?25h${restoreTitle}`;
const signals = { SIGTERM: 143, SIGHUP: 129 } as const;

/** Opens the seat screen. Resolves with the exit code when the terminal is as it was. */
export const openSeat = async (options: OpenSeatOptions): Promise<number> => {
  const { language, mode, color, client, signIn, knowledge, citizenSays, clock = createClock() } = options;
  const stdin = options.stdin ?? process.stdin;
  const stdout = options.stdout ?? process.stdout;
  const write = (text: string): void => {
    if (!stdout.destroyed) stdout.write(text);
  };
  const session = new SeatSession({
    client,
    signIn,
    language,
    mode,
    clock,
    knowledge,
    citizenSays,
    preferences: { ...defaultPreferences, ...options.preferences },
    bell: () => write('\x07'),
    copy: (text) => write(clipboardSequence(text)),
  });
  const keys = new KeyStream(stdin);
  let instance: Instance | undefined;
  let code: number = exitCode.done;
  let failure: unknown;

  const leave = (as: number): void => {
    code = as;
    instance?.unmount();
  };
  const fail = (error: unknown): void => {
    failure ??= error;
    leave(exitCode.unexpected);
  };
  session.hooks = {
    quit: () => void goOffline(session).finally(() => leave(exitCode.done)),
    redraw: () => {
      instance?.clear();
      session.store.update((model) => ({ ...model }));
    },
    perform: (id) => {
      const action = actions.find((candidate) => candidate.id === id);
      if (action) perform(session, action);
    },
  };

  const askToQuit = (): void => session.hooks.perform('quit');
  const onSignal = (signal: keyof typeof signals) => (): void => leave(signals[signal]);
  const onTerm = onSignal('SIGTERM');
  const onHup = onSignal('SIGHUP');
  const onExit = (): void => write(restoreTerminal);
  process.on('SIGTERM', onTerm).on('SIGHUP', onHup).on('SIGINT', askToQuit).on('exit', onExit);
  process.on('uncaughtException', fail).on('unhandledRejection', fail);

  const stopTitle = showTitle(session, write);
  try {
    instance = render(<SeatApp session={session} color={color} />, {
      stdin: keys as unknown as NodeJS.ReadStream,
      stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      alternateScreen: true,
      incrementalRendering: true,
      interactive: true,
    });
    session.start();
    void instance.waitUntilRenderFlush().then(() => session.openKnowledge());
    await instance.waitUntilExit();
  } catch (error) {
    failure ??= error;
    code = exitCode.unexpected;
  } finally {
    stopTitle();
    await session.close();
    keys.setRawMode(false);
    write(restoreTerminal);
    process.off('SIGTERM', onTerm).off('SIGHUP', onHup).off('SIGINT', askToQuit).off('exit', onExit);
    process.off('uncaughtException', fail).off('unhandledRejection', fail);
  }
  if (failure !== undefined) process.stderr.write(`expert-seat: ${inspect(failure)}\n`);
  return code;
};
