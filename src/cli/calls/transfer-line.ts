import type * as z from 'zod';
import { exitCode } from '../../contract/exit-code.ts';
import { Transfer } from '../../contract/shapes/call.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { checked } from '../input/checked.ts';
import type { Line } from '../input/lines.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Nothing but white space, or a byte order mark alone. */
export const isBlank = (text: Buffer): boolean => text.length < 1024 && text.toString().trim() === '';

const unreadable = (message: string): Failure => new Failure('malformed', exitCode.refusedInput, message);

/** The line's JSON. The decoder takes a byte order mark off. */
const parse = (context: Context, text: Buffer): unknown => {
  let decoded: string;
  try {
    decoded = decoder.decode(text);
  } catch {
    throw unreadable(context.say('input.not-utf8'));
  }
  try {
    return JSON.parse(decoded);
  } catch {
    // The parser's own message quotes the line, which is a citizen's.
    throw unreadable(context.say('input.not-json'));
  }
};

/**
 * The call that a line of a file hands over. A platform's `frontline` is our `from`; null means absent.
 * @throws {Failure} exit 7 saying why not, without the citizen's data
 */
export const transferOf = (context: Context, line: Line): z.input<typeof Transfer> => {
  if (!('text' in line)) throw unreadable(context.say('input.line-too-long'));
  const value = parse(context, line.text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unreadable(context.say('input.not-object'));
  const fields: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) {
    if (field !== null && key !== 'frontline') fields[key] = field;
  }
  const frontline: unknown = (value as { frontline?: unknown }).frontline;
  if (frontline !== null && frontline !== undefined) fields.from ??= frontline;
  return checked(context, Transfer, fields);
};
