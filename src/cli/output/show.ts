import type { Context } from '../context.ts';
import { jsonLine } from './json.ts';
import { writeOut } from './stdout.ts';

/** A command's result: the document for scripts, or the words for people. */
export const show = (context: Context, document: unknown, words: () => string): Promise<void> =>
  writeOut(context.json ? jsonLine(document) : words());

/** A remark beside the result: on stderr, and only for people. */
export const remark = (context: Context, text: string): void => {
  if (!context.json) process.stderr.write(`${text}\n`);
};
