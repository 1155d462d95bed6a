import { Transfer } from '../../contract/shapes/call.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { callCard } from './call-card.ts';

/** One call's fields as options. */
interface CallFields {
  phone?: string;
  name?: string;
  domain?: string;
  question?: string;
  topic?: string;
  tried?: string;
  priority?: string;
  from?: string;
}

type TransferOptions = CallFields & KeyOption & { file?: string };

const needed = ['phone', 'name', 'domain', 'question'] as const;
const others = ['topic', 'tried', 'priority', 'from'] as const;

const transferOne = async (context: Context, options: TransferOptions): Promise<undefined> => {
  const missing = needed.filter((field) => options[field] === undefined).map((field) => `--${field}`);
  if (missing.length > 0) {
    throw wrongUsage(
      context.say('calls.transfer.missing', { options: missing.join(' ') }),
      context.say('calls.transfer.hint'),
    );
  }
  const key = keyOf(context, options);
  const fields = Object.fromEntries([...needed, ...others].map((field) => [field, options[field]]));
  const body = checked(context, Transfer, {
    ...fields,
    question: await textOrStdin(context, 'question', options.question ?? ''),
  });
  const reply = await withHub(context, (client) => client.call('calls.transfer', { body, ...key }));
  await show(context, reply, () => callCard(context, reply.call, reply.ticket));
  return undefined;
};

/** `calls transfer`: hands one call over, or with --file one a line. */
export const transfer: Work<[], TransferOptions> = async (context, _args, options) => {
  if (options.file === undefined) return transferOne(context, options);
  const beside = [...needed, ...others].find((field) => options[field] !== undefined);
  if (beside) throw wrongUsage(context.say('usage.conflict', { first: '--file', second: `--${beside}` }));
  const { transferFile } = await import('./transfer-file.ts');
  return transferFile(context, options.file, options);
};
