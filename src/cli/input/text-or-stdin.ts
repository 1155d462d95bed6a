import type { Context } from '../context.ts';
import { refused } from './checked.ts';

/** No text of the contract is longer; more than this is not read at all. Bytes. */
const most = 1024 * 1024;

/** All of stdin as text. @throws {Failure} exit 7 when it is too long or not UTF-8 */
export const readStdin = async (context: Context, field: string): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw refused(context, [{ field, problem: context.say('input.too-long') }]);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw refused(context, [{ field, problem: context.say('input.not-utf8') }]);
  }
};

/** An option's text, where `-` stands for stdin. */
export const textOrStdin = async (context: Context, field: string, text: string): Promise<string> =>
  text === '-' ? await readStdin(context, field) : text;
