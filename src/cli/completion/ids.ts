import { exitCode } from '../../contract/exit-code.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { writeOut } from '../output/stdout.ts';
import type { Work } from '../run.ts';

/** How long a person waits for a Tab. Milliseconds. */
const patience = 1500;

const short = (text: string): string => [...plainText(text, { multiline: false })].slice(0, 30).join('');

const hubIds = (context: Context, what: string): Promise<string[]> =>
  withHub({ ...context, timeoutMs: Math.min(context.timeoutMs, patience) }, async (client) => {
    if (what === 'tickets') {
      const { tickets } = await client.call('tickets.list', { query: { state: 'open', limit: 100 } });
      return tickets.map(({ number, name, question }) => `${number}\t${short(`${name} ${question}`)}\n`);
    }
    const { calls } = await client.call('calls.list', { query: { limit: 100 } });
    return calls.map(({ id, name, question }) => `${id}\t${short(`${name} ${question}`)}\n`);
  });

const documentIds = async (context: Context): Promise<string[]> => {
  const { openKnowledge } = await import('../kb/seat-knowledge.ts');
  const { base } = await openKnowledge(context);
  return base.list().map(({ id, title }) => `${id}\t${short(title)}\n`);
};

const actionIds = async ({ language }: Context): Promise<string[]> => {
  const { keyTable } = await import('../../tui/actions/key-table.ts');
  return keyTable(language).map(({ id, where, name }) => `${id}\t${short(`${where} ${name}`)}\n`);
};

/** Ids that are asked of this machine. */
const own: Readonly<Record<string, (context: Context) => Promise<string[]>>> = {
  documents: documentIds,
  actions: actionIds,
};

/**
 * `__complete`: ids of calls that wait or are one's own, numbers of open tickets, this machine's articles, or actions of the seat, one a line, a tab and
 * what it is about behind each. Says nothing at all when anything is amiss, for there is a half-typed line on the screen.
 */
export const completeIds: Work<[string], object> = async (context, [what]) => {
  try {
    const lines = await (own[what]?.(context) ?? hubIds(context, what));
    await writeOut(lines.join(''));
    return exitCode.done;
  } catch {
    return exitCode.unexpected;
  }
};
