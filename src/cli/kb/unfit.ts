import { exitCode } from '../../contract/exit-code.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';

/** What the hub gives as its knowledge base does not come to the hash it gives for it: exit 8. */
export const unfit = ({ say }: Pick<Context, 'say'>, url: string): Failure =>
  new Failure('unfit', exitCode.checkFailed, say('kb.unfit', { url }), {
    hint: say('kb.unfit.hint'),
    details: { url },
  });
