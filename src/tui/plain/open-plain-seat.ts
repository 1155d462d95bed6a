import { defaultPreferences } from '../../client/seat-preferences.ts';
import { exitCode } from '../../contract/exit-code.ts';
import { actions } from '../actions/table.ts';
import type { OpenSeatOptions } from '../open-seat-options.ts';
import { goOffline } from '../state/call-commands.ts';
import { createClock } from '../state/clock.ts';
import { withInSight } from '../state/conversation/talk.ts';
import { isPractice } from '../state/practice-mark.ts';
import { activeCall } from '../state/selectors.ts';
import { SeatSession } from '../state/session.ts';
import type { TerminalInput } from '../terminal/key-stream.ts';
import { shown } from '../text/styled-line.ts';
import { commandOf, type PlainSeat } from './commands.ts';
import { Cancelled, LineTerminal } from './line-terminal.ts';
import { news } from './news.ts';
import { plainSay } from './plain-say.ts';

const signals = { SIGTERM: 143, SIGHUP: 129 } as const;
/** A terminal that is gone ends its input a moment before the system says so by a signal. */
const hangUpMs = 200;

/**
 * The seat on a terminal of lines, as `TERM=dumb` has it and as a screen reader reads best: commands are words, every answer is a line, and
 * what happens on the hotline is told in a line of its own. It has the session, the actions and the forms of the screen.
 */
export const openPlainSeat = async (options: OpenSeatOptions): Promise<number> => {
  const { client, language, mode, clock = createClock() } = options;
  const stdin: TerminalInput = options.stdin ?? process.stdin;
  const stdout: NodeJS.WritableStream = options.stdout ?? process.stdout;
  const terminal = new LineTerminal(stdin, stdout);
  const ring = (): void => {
    if (session.preferences.bell) terminal.ring();
  };
  const session: SeatSession = new SeatSession({
    client,
    language,
    say: plainSay(language),
    mode,
    clock,
    knowledge: options.knowledge,
    personalSnippets: options.personalSnippets,
    desk: options.desk,
    citizenSays: options.citizenSays,
    conversation: options.conversation,
    preferences: { ...defaultPreferences, ...options.preferences },
    savePreference: options.savePreference,
    attention: { call: ring, reminder: ring },
  });
  const { say, store } = session;
  const practice = isPractice(store.get());
  const prompt = say(practice ? 'plain.prompt.practice' : 'plain.prompt');
  if (!client) {
    terminal.print(say('plain.sign-in'));
    terminal.close();
    return exitCode.notAllowed;
  }

  const left = Promise.withResolvers<number>();
  const leave = (code: number): void => {
    session.save();
    left.resolve(code);
  };
  const quit = (): Promise<void> =>
    session
      .leave()
      .then(() => goOffline(session))
      .finally(() => leave(exitCode.done));
  session.hooks = {
    ...session.hooks,
    quit: () => void quit(),
    perform: (id) => void actions.find((action) => action.id === id)?.run(session),
  };
  const seat: PlainSeat = { session, terminal, found: [], waiting: [] };

  let before = store.get();
  const tell = (): void => {
    const after = store.get();
    const lines = news(before, after, clock.now(), say);
    before = after;
    terminal.print(...lines);
    // What is printed is heard.
    const heard = activeCall(after)?.id;
    if (after.talk && after.talk.inSight !== heard) store.update((model) => withInSight(model, heard));
  };
  const stopTelling = store.subscribe(tell);

  const doLine = async (line: string): Promise<void> => {
    if (line.trim() === '') return;
    const meant = commandOf(line, store.get());
    if (meant) await meant.command.run(seat, meant.rest, meant.typed);
    else terminal.print(say('plain.unknown', { line: shown(line) }));
  };
  let over = false;
  const listen = async (): Promise<void> => {
    while (!over) {
      const line = await terminal.ask(prompt).catch((error: unknown) => {
        if (error instanceof Cancelled) return undefined;
        throw error;
      });
      if (over) return;
      // Ctrl-C where nothing was being asked: the way out.
      await doLine(line ?? 'quit').catch((error: unknown) => {
        if (!(error instanceof Cancelled)) throw error;
        terminal.print(say('plain.cancelled'));
      });
    }
  };

  const onTerm = (): void => leave(signals.SIGTERM);
  const onHup = (): void => leave(signals.SIGHUP);
  const onInt = (): void => void terminal.cancel();
  process.on('SIGTERM', onTerm).on('SIGHUP', onHup).on('SIGINT', onInt);
  stdin.on('error', onHup);
  stdout.on('error', onHup);
  terminal.onEnd = () => {
    over = true;
    setTimeout(() => void quit(), hangUpMs);
  };
  let opening: Promise<void> | undefined;
  try {
    session.start();
    opening = session.openKnowledge();
    terminal.print(say(practice ? 'plain.welcome.practice' : 'plain.welcome'));
    const failed = listen();
    return await Promise.race([left.promise, failed.then(() => left.promise)]);
  } finally {
    over = true;
    stopTelling();
    terminal.close();
    await session.close();
    // Whoever closes the seat may take its folder away.
    await opening;
    process.off('SIGTERM', onTerm).off('SIGHUP', onHup).off('SIGINT', onInt);
  }
};
