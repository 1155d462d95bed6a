import { exitCode } from '../../contract/exit-code.ts';
import { checkOwnKeys } from '../../tui/keymap/own-keys.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { ownKeysOf } from './own.ts';
import { fieldOf, textOf } from './tell-problems.ts';

/** `config keys check`: whether all of a person's keys are in force. Exit 8 when some are not. */
export const checkKeys: Work<[], object> = async (context) => {
  const own = await ownKeysOf(context);
  const problems = checkOwnKeys(own).problems.map((problem) => ({
    field: fieldOf(problem),
    problem: textOf(context, problem),
  }));
  const ok = problems.length === 0;
  await show(context, { ok, own: Object.keys(own).length, problems }, () =>
    ok
      ? `${context.say('config.keys.fine', { count: Object.keys(own).length })}\n`
      : problems.map(({ field, problem }) => `${field}: ${problem}\n`).join(''),
  );
  return ok ? exitCode.done : exitCode.checkFailed;
};
