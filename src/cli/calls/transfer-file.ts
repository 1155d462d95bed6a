import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { HubClient } from '../../client/hub-client.ts';
import { exitCode } from '../../contract/exit-code.ts';
import type { Context } from '../context.ts';
import type { Failure } from '../failure.ts';
import { withHub } from '../hub/with-hub.ts';
import { inOrder } from '../in-order.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { type Line, linesOf } from '../input/lines.ts';
import { jsonLine } from '../output/json.ts';
import { writeOut } from '../output/stdout.ts';
import { errorDocument, failureOf } from '../report-failure.ts';
import { isBlank, transferOf } from './transfer-line.ts';

/** The longest line of a file, in bytes. The longest call takes a twentieth of it. */
const longestLine = 1024 * 1024;
/** How many requests are under way at a time: enough to keep a hub busy over a slow line, few enough not to crowd seats out. */
const width = 16;
/** Keys of lines are the file's key and the line's number. */
const longestKey = 116;

type Result = { line: number; reply: object } | { line: number; failure: Failure };

/** Failures of the hub or of the sign-in, which every further line would meet too. */
const endsAll = (failure: Failure): boolean =>
  failure.exit === exitCode.unreachable || failure.code === 'not_signed_in' || failure.code === 'not_allowed';

async function* worthSending(lines: AsyncIterable<Line>, stopped: () => boolean): AsyncGenerator<Line, void> {
  for await (const line of lines) {
    if (stopped()) return;
    if (!('text' in line) || !isBlank(line.text)) yield line;
  }
}

const bytesOf = async (file: string): Promise<AsyncIterable<Buffer>> =>
  file === '-' ? process.stdin : (await open(file)).createReadStream();

const send = async (context: Context, client: HubClient, line: Line, key: string): Promise<Result> => {
  try {
    const body = transferOf(context, line);
    return {
      line: line.number,
      reply: await client.call('calls.transfer', { body, idempotencyKey: `${key}-${line.number}` }),
    };
  } catch (error) {
    return { line: line.number, failure: await failureOf(error, context) };
  }
};

/**
 * `calls transfer --file`: one call a line, one result a line on stdout in the same order. A line that is refused is told with
 * its number and the others go through (exit 7 at the end). When the hub is gone it stops there; with the same key the file may
 * be sent again from its beginning, and no call is handed over twice.
 */
export const transferFile = async (context: Context, file: string, options: KeyOption): Promise<number> => {
  const key = keyOf(context, options, longestKey).idempotencyKey ?? randomUUID();
  const bytes = await bytesOf(file);
  let ended: Failure | undefined;
  let done = 0;
  let bad = 0;
  await withHub(context, async (client) => {
    const lines = worthSending(linesOf(bytes, longestLine), () => ended !== undefined);
    for await (const result of inOrder(lines, width, (line) => send(context, client, line, key))) {
      if ('reply' in result) {
        done += 1;
        await writeOut(jsonLine({ line: result.line, ...result.reply }));
        continue;
      }
      bad += 1;
      const { line, failure } = result;
      await writeOut(jsonLine({ line, ...errorDocument(failure) }));
      process.stderr.write(`${context.say('transfer.line', { line, reason: failure.message })}\n`);
      if (endsAll(failure)) ended ??= failure;
    }
  });
  process.stderr.write(`${context.say('transfer.sum', { done, bad })}\n`);
  if (ended) {
    process.stderr.write(`${context.say('transfer.again', { key })}\n`);
    throw ended;
  }
  return bad > 0 ? exitCode.refusedInput : exitCode.done;
};
