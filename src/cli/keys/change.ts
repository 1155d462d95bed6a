import { type SeatPreferences, unreadableKeys } from '../../client/seat-preferences.ts';
import type { Action } from '../../tui/actions/action.ts';
import { keyLabel } from '../../tui/actions/keys.ts';
import { checkOwnKeys, type KeyProblem } from '../../tui/keymap/own-keys.ts';
import { readKeys } from '../../tui/keymap/read-key.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { refused } from '../input/checked.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { actionCalled, isAction, ownKeysOf } from './own.ts';
import { tellProblems, textOf } from './tell-problems.ts';

type OwnKeys = SeatPreferences['keys'];

const isAbout = (problem: KeyProblem, { id }: Action): boolean =>
  problem.problem === 'conflict'
    ? problem.action.id === id || problem.other.id === id
    : 'action' in problem && problem.action === id;

/** Keeps a person's keys, unless that would leave an action of them without keys or with another's. */
const keep = async (context: Context, own: OwnKeys, action: Action): Promise<void> => {
  const problems = checkOwnKeys(own).problems.filter((problem) => isAbout(problem, action));
  if (problems.length > 0) {
    const field = `keys.${action.id}`;
    const failure = refused(
      context,
      problems.map((problem) => ({ field, problem: textOf(context, problem) })),
    );
    const clash = problems.find((problem) => problem.problem === 'conflict');
    if (!clash) throw failure;
    const other = clash.action.id === action.id ? clash.other.id : clash.action.id;
    throw new Failure(failure.code, failure.exit, failure.message, {
      hint: context.say('config.keys.free-first', { action: other }),
      ...(failure.details && { details: failure.details }),
    });
  }
  const profile = await context.profile();
  if (Object.keys(own).length > 0) profile.set({ keys: own });
  else profile.unset('keys');
};

const tell = (context: Context, action: Action, keys: readonly string[], own: boolean): Promise<void> =>
  show(
    context,
    { action: action.id, keys, own },
    () => `${action.id} = ${keys.map(keyLabel).join(', ')}${own ? '' : `  ${context.say('config.keys.usual')}`}\n`,
  );

/** `config keys set`: these keys and no others do this. */
export const setKeys: Work<[string, string[]], object> = async (context, [word, written]) => {
  const action = actionCalled(context, word);
  const before = await ownKeysOf(context);
  const names = written.map((text) => {
    const read = readKeys(text);
    return read.ok ? read.keys : text;
  });
  const keys = [...new Set(names)];
  const isUsual = keys.join('\n') === action.keys.join('\n');
  const { [action.id]: _, ...others } = before === unreadableKeys ? {} : before;
  const own = isUsual ? others : { ...others, [action.id]: keys };
  await keep(context, own, action);
  await tell(context, action, keys, !isUsual);
  remark(context, context.say('config.keys.when'));
  await tellProblems(context, own);
  return undefined;
};

/** `config keys unset`: the usual keys again, of one action or of all. */
export const unsetKeys: Work<[string?], { all?: boolean }> = async (context, [word], { all }) => {
  const { say } = context;
  if ((word === undefined) === !all) throw wrongUsage(say('config.keys.unset.which'));
  if (word === undefined) {
    (await context.profile()).unset('keys');
    await show(context, { keys: {} }, () => `${say('config.keys.all-usual')}\n`);
    return undefined;
  }
  const { [word]: had, ...own } = await ownKeysOf(context);
  // Somebody wrote into the file an action that there is not: that goes without more ado.
  const action = had !== undefined && !isAction(word) ? undefined : actionCalled(context, word);
  if (action) {
    await keep(context, own, action);
    await tell(context, action, action.keys, false);
  } else {
    (await context.profile()).set({ keys: own });
    await show(context, { action: word, keys: null, own: false }, () => `${say('config.unset', { key: word })}\n`);
  }
  await tellProblems(context, own);
  return undefined;
};
