import * as z from 'zod';
import { liveStream } from '../../client/live-stream.ts';
import { exitCode } from '../../contract/exit-code.ts';
import { handleSignalsMyself } from '../exit-handling.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { jsonLine } from '../output/json.ts';
import { writeOut } from '../output/stdout.ts';
import type { Work } from '../run.ts';

const Watching = z.strictObject({
  for: z.coerce.number().positive().max(31_536_000).optional(),
  count: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
});

interface WatchOptions {
  for?: string;
  count?: string;
  after?: string;
}

/** The longest delay a timer takes. Milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * `calls watch`: every event of the line, one JSON a line, whatever happens to the hub in between. A hub that does not answer at
 * all, or a token it does not know, is told at once.
 */
export const watchLine: Work<[], WatchOptions> = async (context, _args, options) => {
  checked(context, Watching, { ...options });
  const limits = Watching.parse(options);
  const stop = new AbortController();
  let exit: number = exitCode.done;
  return withHub(context, async (client) => {
    await client.call('me', {});
    handleSignalsMyself();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        exit = signal === 'SIGINT' ? exitCode.interrupted : exitCode.done;
        stop.abort();
      });
    }
    const timer = limits.for && setTimeout(() => stop.abort(), Math.min(limits.for * 1000, longestTimer));
    let left = limits.count ?? Number.POSITIVE_INFINITY;
    const tell = (text: string): void => {
      process.stderr.write(`${text}\n`);
    };
    for await (const message of liveStream(client, { seat: false, lastEventId: limits.after, signal: stop.signal })) {
      switch (message.kind) {
        case 'line':
          await writeOut(jsonLine(message.event));
          if (--left <= 0) stop.abort();
          break;
        case 'reset':
          // Something was missed for good; a script that counts must know.
          await writeOut(jsonLine({ type: 'reset', seq: message.seq, at: message.now }));
          break;
        case 'disconnected':
          tell(context.say('watch.disconnected', { seconds: (message.retryMs / 1000).toFixed(1) }));
          break;
        case 'connected':
          tell(context.say('watch.connected', { url: client.options.url }));
          break;
        case 'hello':
          break;
      }
      // What else came with the same chunk is not asked for any more.
      if (stop.signal.aborted) break;
    }
    clearTimeout(timer);
    return exit;
  });
};
