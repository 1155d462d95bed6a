import type { Language } from '../../../contract/language.ts';
import { Cancelled, LineTerminal } from '../../plain/line-terminal.ts';
import type { TerminalInput } from '../../terminal/key-stream.ts';
import { shown } from '../../text/styled-line.ts';
import { nameIn, type PracticeName, practiceNames } from '../../words/practice-names.ts';
import type { PlainKey, Say } from '../../words/words.ts';
import { sayIn } from '../../words/words.ts';
import { ScreenEnded } from '../screen/ended.ts';
import type { ScreenOptions } from '../screen/screen-options.ts';

/** What a line leads to: lines to print, or what was chosen, which ends it. */
export type Reply<Choice> = readonly string[] | { readonly choose: Choice };

export interface LineCommand<Choice> {
  readonly name: PracticeName;
  readonly help: PlainKey;
  readonly run: (rest: string) => Reply<Choice>;
}

export interface LineTalk<Choice> {
  readonly welcome: readonly string[];
  readonly commands: readonly LineCommand<Choice>[];
  /** A number alone; absent: it is like any other line. */
  readonly number?: (number: number) => Reply<Choice>;
  /** A line that is no command; absent: that is said. */
  readonly other?: (line: string) => Reply<Choice>;
  /** Of Ctrl-C, and of an input that ends. */
  readonly leave: Choice;
  /** What ends it by itself. */
  readonly ends?: { readonly due: () => boolean; readonly with: Choice };
}

const dueEveryMs = 500;
const signals = { SIGTERM: 143, SIGHUP: 129 } as const;

/** A name as it is typed in this language. */
export const typedName = (name: PracticeName, language: Language): string =>
  practiceNames[name][language === 'en' ? 1 : 0];

const helpLines = <Choice>({ commands, number }: LineTalk<Choice>, say: Say, language: Language): string[] => [
  ...commands.map(({ name, help }) => `${typedName(name, language)}  ${say(help)}`),
  ...(number ? [`1 2 3 …  ${say('school.plain.help.number')}`] : []),
  `${typedName('help', language)}  ${say('school.plain.help.help')}`,
];

const replyTo = <Choice>(line: string, talk: LineTalk<Choice>, say: Say, language: Language): Reply<Choice> => {
  const text = line.normalize('NFKC').trim();
  if (text === '') return [];
  if (talk.number && /^\d{1,6}$/.test(text)) return talk.number(Number(text));
  const meant = nameIn(text, [...talk.commands.map(({ name }) => name), 'help']);
  const command = talk.commands.find(({ name }) => name === meant?.name);
  if (command) return command.run(meant!.rest);
  if (meant) return helpLines(talk, say, language);
  if (talk.other) return talk.other(text);
  return [say('school.plain.unknown', { line: shown(line), help: typedName('help', language) })];
};

/**
 * A screen of practice at a terminal of lines, and for who hears it: what there is is printed, and what is typed is a number or a word.
 * @throws {ScreenEnded} when the program is told to end
 */
export const talkInLines = async <Choice>(
  options: ScreenOptions,
  make: (say: Say) => LineTalk<Choice>,
): Promise<Choice> => {
  const { language } = options;
  const say = sayIn(language);
  const talk = make(say);
  const stdin: TerminalInput = options.stdin ?? process.stdin;
  const stdout: NodeJS.WritableStream = options.stdout ?? process.stdout;
  const terminal = new LineTerminal(stdin, stdout);
  const ended = Promise.withResolvers<never>();
  const onSignal = (signal: keyof typeof signals) => (): void => ended.reject(new ScreenEnded(signals[signal]));
  const [onTerm, onHup] = [onSignal('SIGTERM'), onSignal('SIGHUP')];
  const onInt = (): void => void terminal.cancel();
  const due = Promise.withResolvers<Choice>();
  const { ends } = talk;
  const watching = ends && setInterval(() => ends.due() && due.resolve(ends.with), dueEveryMs);
  const listen = async (): Promise<Choice> => {
    for (;;) {
      const line = await terminal.ask(say('school.plain.prompt')).catch((error: unknown) => {
        if (error instanceof Cancelled) return undefined;
        throw error;
      });
      if (line === undefined) return talk.leave;
      const reply = replyTo(line, talk, say, language);
      if ('choose' in reply) return reply.choose;
      terminal.print(...reply);
    }
  };
  process.on('SIGTERM', onTerm).on('SIGHUP', onHup).on('SIGINT', onInt);
  stdin.on('error', onHup);
  stdout.on('error', onHup);
  try {
    terminal.print(...talk.welcome);
    return await Promise.race([listen(), due.promise, ended.promise]);
  } finally {
    clearInterval(watching);
    terminal.close();
    process.off('SIGTERM', onTerm).off('SIGHUP', onHup).off('SIGINT', onInt);
    stdin.off('error', onHup);
    stdout.off('error', onHup);
  }
};
