import { execFile } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** What stands between this program and the terminal that a person sees. */
export interface Multiplexer {
  /** A sequence that only the terminal around it understands, wrapped so that it gets there; empty when it may not. */
  through(sequence: string): string;
  /** What the terminal around it calls itself; empty when nothing is known. */
  readonly terminal: string;
}

const none: Multiplexer = { through: (sequence) => sequence, terminal: '' };

/** GNU screen hands the content of a device control string on, of at most so many bytes. */
const longestChunk = 700;

const chunks = (text: string): readonly string[] => {
  const made: string[] = [];
  let chunk = '';
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > longestChunk) {
      made.push(chunk);
      chunk = '';
    }
    chunk += character;
  }
  return [...made, chunk];
};

const screen: Multiplexer = {
  through: (sequence) =>
    sequence === ''
      ? ''
      : chunks(sequence)
          .map((chunk) => `\x1bP${chunk}\x1b\\`)
          .join(''),
  terminal: '',
};

/** tmux hands it on only where its owner allowed that. */
const tmux = (allows: boolean, terminal: string): Multiplexer => ({
  through: (sequence) =>
    allows && sequence !== '' ? `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\` : '',
  terminal,
});

const askMs = 1000;

const askTmux = (format: string): Promise<string> =>
  new Promise((resolve) => {
    execFile('tmux', ['display-message', '-p', format], { timeout: askMs }, (error, out) => resolve(error ? '' : out));
  });

/** Finds out; never fails: a tmux that does not answer allows nothing. */
export const multiplexerOf = async (env: Env, ask = askTmux): Promise<Multiplexer> => {
  if (env.TMUX) {
    const [allows = '', name = '', term = ''] = (
      await ask('#{allow-passthrough}\n#{client_termtype}\n#{client_termname}')
    ).split('\n');
    return tmux(allows === 'on' || allows === 'all', name || term);
  }
  return env.STY ? screen : none;
};
