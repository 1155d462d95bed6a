import { exitCode } from '../../contract/exit-code.ts';
import { withHub } from '../hub/with-hub.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';

/** The whole chain takes longer than a usual request. Milliseconds. */
const patience = 600_000;

/** `audit verify`: exit 8 and the broken row when the chain or a row it speaks of was tampered with. */
export const verifyChain: Work<[], object> = async (context) => {
  const { say, language, timeoutMs, timeoutGiven } = context;
  const patient = { ...context, timeoutMs: timeoutGiven ? timeoutMs : patience };
  const reply = await withHub(patient, (client) => client.call('audit.verify', {}));
  await show(context, reply, () => {
    const { events, head, broken } = reply;
    const sum = say('audit.sum', { events, head });
    if (reply.ok) return `${say('audit.ok')}\n${sum}\n`;
    const row = broken
      ? say('audit.broken', { table: broken.table, row: broken.row, fault: term(language, 'fault', broken.fault) })
      : say('audit.broken-somewhere');
    return `${row}\n${sum}\n`;
  });
  return reply.ok ? exitCode.done : exitCode.checkFailed;
};
