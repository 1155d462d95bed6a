import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { exitCode } from '../../contract/exit-code.ts';
import { Failure } from '../failure.ts';

/** Takes what the line editor would show, so that a secret is typed unseen. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Asks on the terminal. A secret is not echoed. @throws {Failure} interrupted, on Ctrl-C or when the input ends */
export const ask = (question: string, options: { secret: boolean }): Promise<string> =>
  new Promise((resolve, reject) => {
    process.stderr.write(question);
    const output = options.secret ? nowhere() : process.stderr;
    const editor = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
    let answered = false;
    editor.once('line', (answer) => {
      answered = true;
      editor.close();
      if (options.secret) process.stderr.write('\n');
      resolve(answer.trim());
    });
    editor.once('SIGINT', () => editor.close());
    editor.once('close', () => {
      if (!answered) reject(new Failure('interrupted', exitCode.interrupted, ''));
    });
  });
